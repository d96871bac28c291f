import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SAMPLE_RATE } from '../../../src/platform/voice-protocol.ts';
import { RAW_SOUND } from './sox-format.ts';

const run = promisify(execFile);

const MODEL = '/usr/share/pocketsphinx/model/en-us';
/** What the recogniser was trained on, in samples a second. */
const RECOGNISED_RATE = '16000';
/** Before and after each sentence, in seconds: the recogniser takes the room's noise from it. */
const PAUSE = '0.3';

/**
 * What PocketSphinx hears in sounds of `SAMPLE_RATE` samples a second: lower case, without punctuation.
 * @param filter effects of SoX that the sounds go through before, or "none"
 * @param folder for files in between
 */
export async function recogniseSounds(
  sounds: readonly Int16Array[],
  filter: string,
  folder: string,
): Promise<string[]> {
  const names = sounds.map((_, index) => String(index));
  for (const [index, sound] of sounds.entries()) await prepare(sound, filter, join(folder, `${index}.raw`));
  writeFileSync(join(folder, 'names'), names.join('\n'));
  const model = ['-hmm', `${MODEL}/en-us`, '-lm', `${MODEL}/en-us.lm.bin`, '-dict', `${MODEL}/cmudict-en-us.dict`];
  const input = ['-adcin', 'yes', '-cepdir', folder, '-cepext', '.raw', '-ctl', join(folder, 'names')];
  await run('pocketsphinx_batch', [...model, ...input, '-hyp', join(folder, 'heard'), '-logfn', '/dev/null']);
  // Each line: what was heard, and in brackets the file and how sure the recogniser is.
  const heard = readFileSync(join(folder, 'heard'), 'utf8').trimEnd().split('\n');
  return heard.map((line) => line.replace(/\s*\([^()]*\)$/, ''));
}

async function prepare(sound: Int16Array, filter: string, path: string): Promise<void> {
  const given = `${path}.given`;
  writeFileSync(given, new Uint8Array(sound.buffer, sound.byteOffset, sound.byteLength));
  // Half as loud, so that the effects have room; the recogniser does not mind how loud it is.
  const input = ['-v', '0.5', ...RAW_SOUND, '-r', String(SAMPLE_RATE), given];
  const output = [...RAW_SOUND, '-r', RECOGNISED_RATE, path];
  const effects = filter === 'none' ? [] : filter.split(/\s+/);
  await run('sox', [...input, ...output, 'pad', PAUSE, PAUSE, ...effects, 'rate', '-v', RECOGNISED_RATE]);
}
