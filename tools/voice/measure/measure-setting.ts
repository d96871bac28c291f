import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joined } from '../../../src/platform/sound-compression.ts';
import { SAMPLE_RATE } from '../../../src/platform/voice-protocol.ts';
import { countWordErrors, type WordErrorRate, wordErrorRate, wordsOf } from '../word-errors.ts';
import { recogniseSounds } from './recognise-sounds.ts';
import { measureLevels, type SoundLevels } from './sound-levels.ts';
import { RAW_SOUND } from './sox-format.ts';
import { synthesizeSentences } from './synthesize-sentences.ts';
import type { VoiceSetting } from './voice-setting.ts';

/** How well a setting was understood, and how it sounds before any filter. */
export interface Measurement extends VoiceSetting, WordErrorRate, SoundLevels {
  /** In words a minute, pauses between sentences left out. */
  spokenRate: number;
}

/**
 * Speaks sentences with a setting and has them recognised.
 * @param keep a folder where the sound and what was heard stay, if wanted
 */
export async function measureSetting(
  setting: VoiceSetting,
  sentences: readonly string[],
  keep: string | undefined,
): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'measure-voice-'));
  try {
    const sounds = await synthesizeSentences(setting, sentences, folder);
    const heard = await recogniseSounds(sounds, setting.filter, folder);
    const counts = sentences.map(wordsOf).map((words, index) => {
      return { words: words.length, errors: countWordErrors(words, wordsOf(heard[index] ?? '')) };
    });
    const whole = joined(sounds);
    if (keep !== undefined) keepSound(whole, heard, setting, keep);
    const spokenRate = (sentences.flatMap(wordsOf).length * 60 * SAMPLE_RATE) / whole.length;
    return { ...setting, ...wordErrorRate(counts), spokenRate, ...measureLevels(whole) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function keepSound(sound: Int16Array, heard: string[], setting: VoiceSetting, folder: string): void {
  const path = join(
    folder,
    Object.values(setting)
      .join('_')
      .replaceAll(/[^\w.-]+/g, '-'),
  );
  const input = new Uint8Array(sound.buffer, sound.byteOffset, sound.byteLength);
  execFileSync('sox', [...RAW_SOUND, '-r', String(SAMPLE_RATE), '-', `${path}.wav`], { input });
  writeFileSync(`${path}.txt`, `${heard.join('\n')}\n`);
}
