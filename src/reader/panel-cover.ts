import type { ShownArticle } from './ports.ts';

/** A panel of less than this share of the view's height leaves some of the article to be seen. */
const COVERING_HEIGHT = 0.8;

/**
 * Keeps what a panel covers out of reach: on a narrow screen the panel takes the whole view, and the focus would else
 * wander behind it unseen.
 */
export class PanelCover {
  readonly #shown: Pick<ShownArticle, 'stage' | 'covered'>;
  readonly #panel: HTMLElement;
  #hasCovered = false;

  constructor(shown: Pick<ShownArticle, 'stage' | 'covered' | 'signal'>, panel: HTMLElement) {
    this.#shown = shown;
    this.#panel = panel;
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => this.update());
    for (const box of [shown.stage, panel]) observer.observe(box);
    shown.signal.addEventListener('abort', () => observer.disconnect());
  }

  /** True while the panel lies over the article rather than beside it. */
  isCovering(): boolean {
    const { offsetWidth, offsetHeight } = this.#panel;
    const { stage } = this.#shown;
    if (this.#panel.hidden || offsetWidth === 0 || offsetWidth < stage.offsetWidth) return false;
    return offsetHeight >= COVERING_HEIGHT * (stage.parentElement?.clientHeight ?? 0);
  }

  /** To be called whenever the panel was shown or hidden. */
  update(): void {
    const { stage } = this.#shown;
    // How high the bar is over the stage: it turns over on narrow screens.
    stage.style.setProperty('--bar', `${stage.offsetTop}px`);
    const isCovering = this.isCovering();
    // There are several panels: one that is closed does not uncover what another covers.
    if (!isCovering && !this.#hasCovered) return;
    this.#hasCovered = isCovering;
    for (const covered of this.#shown.covered) covered.inert = isCovering;
    stage.parentElement?.classList.toggle('covered', isCovering);
    this.#nameRole(isCovering);
  }

  /** Beside the article the panel is one more region; over it, it is all there is until it closes. */
  #nameRole(isCovering: boolean): void {
    if (isCovering) {
      this.#panel.setAttribute('role', 'dialog');
      this.#panel.setAttribute('aria-modal', 'true');
    } else {
      this.#panel.removeAttribute('role');
      this.#panel.removeAttribute('aria-modal');
    }
  }
}
