import type { Script } from './script.ts';

/** A place in a script: numbers of sentence and piece, and a UTF-16 offset into the piece's spoken text. */
export interface ScriptPlace {
  sentence: number;
  piece: number;
  offset: number;
}

/** Where a sentence begins. */
export function sentenceStart(sentence: number): ScriptPlace {
  return { sentence, piece: 0, offset: 0 };
}

/** The first place from `place` on at which there is something to be spoken; null where there is nothing more. */
export function firstSpoken(script: Script, { sentence, piece, offset }: ScriptPlace): ScriptPlace | null {
  for (let number = sentence; number < script.length; number++) {
    const pieces = script[number]?.pieces ?? [];
    for (let index = number === sentence ? piece : 0; index < pieces.length; index++) {
      const from = number === sentence && index === piece ? offset : 0;
      const skipped = pieces[index]?.text.slice(from).search(/\S/) ?? -1;
      if (skipped !== -1) return { sentence: number, piece: index, offset: from + skipped };
    }
  }
  return null;
}

/** The language (BCP 47) in which most of a script is spoken; empty for an empty one. */
export function mainLanguage(script: Script): string {
  const lengths = new Map<string, number>();
  for (const { language, text } of script.flatMap(({ pieces }) => pieces)) {
    lengths.set(language, (lengths.get(language) ?? 0) + text.length);
  }
  const [first] = [...lengths].sort(([, one], [, other]) => other - one);
  return first?.[0] ?? '';
}
