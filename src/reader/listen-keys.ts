import type { Settings } from '../settings/settings.ts';
import type { ShownArticle } from './ports.ts';
import { isSingleKey } from './single-keys.ts';

export interface ListenKeysOptions {
  /** Whether the bar is open. */
  isOpen(): boolean;
  settings(): Settings;
  playOrPause(): void;
  step(direction: 1 | -1): void;
  /** Puts away what is open; false where nothing is. */
  escape(): boolean;
}

/** Answers the keys of listening while an article is on show. Opening the bar by its key is the view's business. */
export function answerListenKeys({ answerKeys }: Pick<ShownArticle, 'answerKeys'>, options: ListenKeysOptions): void {
  answerKeys((key, isHeld) => {
    if (key === 'Escape') return options.escape();
    if (!options.isOpen()) return false;
    const current = options.settings();
    if (isSingleKey(current, 'keyListen', key)) {
      // A key that is held down would pause and go on many times a second.
      if (!isHeld) options.playOrPause();
    } else if (isSingleKey(current, 'keySentenceBack', key)) options.step(-1);
    else if (isSingleKey(current, 'keySentenceOn', key)) options.step(1);
    else return false;
    return true;
  });
}
