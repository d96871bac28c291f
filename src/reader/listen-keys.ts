import type { ShownArticle } from './ports.ts';

/** A key that is held down comes again and again, sooner than this, in milliseconds; nobody presses it so fast. */
const REPEAT = 250;

export interface ListenKeysOptions {
  /** Whether the bar is open and the settings want the keys. */
  areOn(): boolean;
  /** In milliseconds. */
  now(): number;
  playOrPause(): void;
  step(direction: 1 | -1): void;
  /** Puts away what is open; false where nothing is. */
  escape(): boolean;
}

/** Answers the keys of listening while an article is on show. Opening the bar by K is the view's business. */
export function answerListenKeys({ answerKeys }: Pick<ShownArticle, 'answerKeys'>, options: ListenKeysOptions): void {
  let pressedAt = Number.NEGATIVE_INFINITY;
  answerKeys((key) => {
    if (key === 'Escape') return options.escape();
    const name = key.toLowerCase();
    const isHeld = name === 'k' && options.now() - pressedAt < REPEAT;
    // Also where the bar is closed: the press that opens it may be a long one.
    if (name === 'k') pressedAt = options.now();
    if (!options.areOn()) return false;
    switch (name) {
      case 'k':
        if (!isHeld) options.playOrPause();
        return true;
      case 'j':
        options.step(-1);
        return true;
      case 'l':
        options.step(1);
        return true;
      default:
        return false;
    }
  });
}
