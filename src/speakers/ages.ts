import type { Word } from '../text/name-words.ts';
import type { Bearer } from './resolve-names.ts';

/** The age that stands behind a name: "Jane Example, 34,", "John Sample (34)", "Jane Sample, aged 34". */
export function ageOf(words: readonly Word[], bearer: Bearer): string | null {
  for (const { after } of bearer.mentions) {
    if (!/^[,(]$/.test(words[after]?.text ?? '')) continue;
    const number = words[words[after + 1]?.lower === 'aged' ? after + 2 : after + 1];
    if (number?.kind === 'number' && /^[1-9]\d?$/.test(number.text)) return number.text;
  }
  return null;
}
