import { createEspeak, type Espeak } from '../../src/platform/espeak.ts';
import type { CreateEspeakModule } from '../../src/platform/espeak-module.ts';
import type { WordTime } from '../../src/platform/voice-protocol.ts';
import { compileVoices } from '../../tools/voice/compile-voices.ts';
import { readVoicePackage } from '../../tools/voice/read-voice-package.ts';
import { stripSynthesizer } from '../../tools/voice/strip-synthesizer.ts';

const voicePackage = readVoicePackage();
const files = compileVoices(voicePackage);

/** The synthesiser's script as it goes into the package, run in Node. */
export async function loadStrippedSynthesizer(): Promise<CreateEspeakModule> {
  const script = Buffer.from(stripSynthesizer(voicePackage.script)).toString('base64');
  return (await import(`data:text/javascript;base64,${script}`)).default;
}

/** Reads a file of the package as the build makes it. */
export async function readVoiceFile(path: string): Promise<Uint8Array> {
  const bytes = files[path];
  if (!bytes) throw new Error(`${path} is not in the package`);
  return bytes;
}

/** eSpeak as it is in the package, with all its data. */
export function createRealEspeak(): Espeak {
  return createEspeak(readVoiceFile, loadStrippedSynthesizer);
}

/** All of a sound, and how it came. */
export interface Sound {
  samples: number[];
  seconds: number;
  words: WordTime[];
  pieces: { length: number; words: WordTime[] }[];
}

/** Has a text spoken to the end. */
export async function synthesizeAll(
  espeak: Espeak,
  text: string,
  voice = 'en-US',
  { rate = 1, pitch = 1 } = {},
): Promise<Sound> {
  const samples: number[] = [];
  const pieces: Sound['pieces'] = [];
  await espeak.synthesize({ text, voice, rate, pitch }, (piece, words) => {
    for (const sample of piece) samples.push(sample);
    pieces.push({ length: piece.length, words });
  });
  return { samples, seconds: samples.length / 22_050, words: pieces.flatMap(({ words }) => words), pieces };
}
