import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CreateEspeakModule, EspeakModule, EspeakWorker } from '../../../src/platform/espeak-module.ts';
import { joined, SoundCompression } from '../../../src/platform/sound-compression.ts';
import { tempoOf } from '../../../src/platform/speech-tempo.ts';
import { SAMPLE_RATE } from '../../../src/platform/voice-protocol.ts';
import { readVoicePackage } from '../read-voice-package.ts';
import { stripSynthesizer } from '../strip-synthesizer.ts';
import { RAW_SOUND } from './sox-format.ts';
import type { VoiceSetting } from './voice-setting.ts';

/** Where eSpeak looks for its files; fixed when it was compiled. */
const DATA_FOLDER = '/usr/share/espeak-ng-data/';

/** Which voice of Flite a setting names; null for one of eSpeak. */
export function fliteVoice({ voice }: VoiceSetting): string | null {
  return /^flite:(.+)/.exec(voice)?.[1] ?? null;
}

/**
 * The sound of each sentence, at `SAMPLE_RATE` samples a second, as the extension would make it.
 * @param folder for files in between
 * @throws where there is no such voice or variant
 */
export async function synthesizeSentences(
  setting: VoiceSetting,
  sentences: readonly string[],
  folder: string,
): Promise<Int16Array[]> {
  const flite = fliteVoice(setting);
  if (flite !== null) return synthesizeByFlite(flite, setting.speed, sentences, folder);
  // Another synthesiser each time: the breath of its voices is random, and what was spoken before would change it.
  const worker = await startEspeak(setting.variant.includes('/') ? setting.variant : null);
  const variant = setting.variant === 'default' ? '' : `+${basename(setting.variant)}`;
  if (worker.set_voice(setting.voice + variant) !== 0) throw new Error(`There is no voice ${setting.voice}${variant}`);
  const tempo = tempoOf(setting.wordsPerMinute, setting.speed);
  worker.set_rate(tempo.wordsPerMinute);
  worker.set_pitch(setting.pitch);
  worker.set_range(setting.range);
  return sentences.map((sentence) => {
    const pieces: Int16Array[] = [];
    const compression = new SoundCompression(tempo.compression);
    worker.synthesize(sentence, (samples) => {
      pieces.push(compression.push(samples.slice()));
      return false;
    });
    return joined([...pieces, compression.end()]);
  });
}

async function startEspeak(ownVariant: string | null): Promise<EspeakWorker> {
  const { script, files } = readVoicePackage();
  const encoded = Buffer.from(stripSynthesizer(script)).toString('base64');
  const create: CreateEspeakModule = (await import(`data:text/javascript;base64,${encoded}`)).default;
  const module = await create({ print: () => {}, printErr: () => {} });
  for (const [name, bytes] of files) write(module, name, bytes);
  if (ownVariant !== null) write(module, `voices/!v/${basename(ownVariant)}`, readFileSync(ownVariant));
  return new module.eSpeakNGWorker();
}

function write(module: EspeakModule, name: string, bytes: Uint8Array): void {
  const path = DATA_FOLDER + name;
  module.FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
  module.FS.writeFile(path, bytes);
}

/** The same of Flite, of whose settings there is the speed alone. */
function synthesizeByFlite(voice: string, speed: number, sentences: readonly string[], folder: string): Int16Array[] {
  const path = join(folder, 'flite.wav');
  const stretch = `duration_stretch=${1 / speed}`;
  return sentences.map((sentence) => {
    execFileSync('flite', ['-voice', voice, '--setf', stretch, '-t', sentence, '-o', path]);
    const output = [...RAW_SOUND, '-r', String(SAMPLE_RATE), '-'];
    return new Int16Array(new Uint8Array(execFileSync('sox', [path, ...output], { maxBuffer: 2 ** 28 })).buffer);
  });
}
