import type { ShownArticle } from './ports.ts';

/**
 * Keeps what a panel covers out of reach: on a narrow screen the panel takes the whole view, and the focus would else
 * wander behind it unseen.
 */
export class PanelCover {
  readonly #shown: Pick<ShownArticle, 'stage' | 'covered'>;
  readonly #panel: HTMLElement;

  constructor(shown: Pick<ShownArticle, 'stage' | 'covered' | 'signal'>, panel: HTMLElement) {
    this.#shown = shown;
    this.#panel = panel;
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => this.update());
    observer.observe(shown.stage);
    shown.signal.addEventListener('abort', () => observer.disconnect());
  }

  /** True while the panel lies over the article rather than beside it. */
  isCovering(): boolean {
    const { offsetWidth } = this.#panel;
    return !this.#panel.hidden && offsetWidth > 0 && offsetWidth >= this.#shown.stage.offsetWidth;
  }

  /** To be called whenever the panel was shown or hidden. */
  update(): void {
    const { stage } = this.#shown;
    // How high the bar is over the stage: it turns over on narrow screens.
    stage.style.setProperty('--bar', `${stage.offsetTop}px`);
    const isCovering = this.isCovering();
    for (const covered of this.#shown.covered) covered.inert = isCovering;
    stage.parentElement?.classList.toggle('covered', isCovering);
  }
}
