// Ranks settings of the embedded voice by how many words of a text a recogniser of speech mistakes: docs/speech.md.
//   npx tsx tools/measure-voice.ts [--voices gmw/en-US,gmw/en] [--variants default,m3,./own] [--words-per-minute 160,170]
//     [--pitch 40,50] [--range 50] [--speed 1,2] [--filters 'none;treble -6 2000'] [--text FILE] [--sentences 8]
//     [--jobs 2] [--keep FOLDER]
// Every combination of what the lists name is measured. Not given, each is what the voice does now.
// --voices     files of eSpeak NG's folder "lang"; or flite:slt and others of Flite, to compare with
// --variants   files of eSpeak NG's folder "voices/!v"; with a slash in the name, a file of one's own
// --speed      how many times as fast, as a reader of the article sets it
// --filters    effects of SoX that the sound goes through first, lists of them parted by semicolons. Not given:
//              "dither -p 10", which adds noise as quiet as in a room (60 decibels below full scale): the recogniser stumbles
//              over the utter silence between eSpeak's resonances, which no ear hears
// --text       one sentence a line, without digits; tools/voice-sample.txt if not given
// --sentences  only so many from the beginning of the text
// --keep       where the sounds stay, one file for each setting
// It needs Debian's packages pocketsphinx, pocketsphinx-en-us and sox, and flite for its voices.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EMBEDDED_VOICES } from '../src/platform/embedded-voices.ts';
import { type Measurement, measureSetting } from './voice/measure/measure-setting.ts';
import { measurementRow, measurementTable } from './voice/measure/measurement-table.ts';
import { fliteVoice } from './voice/measure/synthesize-sentences.ts';
import { combineSettings, type VoiceSetting } from './voice/measure/voice-setting.ts';
import { wordsOf } from './voice/word-errors.ts';

function checkPrograms(settings: readonly VoiceSetting[]): void {
  const needed = [
    ['sox', 'sox', '--version'],
    ['pocketsphinx_batch', 'pocketsphinx pocketsphinx-en-us', '-help'],
  ];
  if (settings.some((setting) => fliteVoice(setting) !== null)) needed.push(['flite', 'flite', '--version']);
  for (const [program = '', packages = '', question = ''] of needed)
    try {
      execFileSync(program, [question], { stdio: 'ignore' });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        throw new Error(`The program ${program} is missing. On Debian: sudo apt-get install ${packages}`);
    }
}

function readOptions() {
  const manner = EMBEDDED_VOICES.find(({ id }) => id === 'en-US')?.manner;
  if (!manner) throw new Error('assets/voice/voices.json has no "en-US"');
  const { values } = parseArgs({
    options: {
      voices: { type: 'string', default: 'gmw/en-US' },
      variants: { type: 'string', default: manner.variant || 'default' },
      'words-per-minute': { type: 'string', default: String(manner.wordsPerMinute) },
      pitch: { type: 'string', default: String(manner.pitch) },
      range: { type: 'string', default: String(manner.range) },
      speed: { type: 'string', default: '1' },
      filters: { type: 'string', default: 'dither -p 10' },
      text: { type: 'string', default: 'tools/voice-sample.txt' },
      sentences: { type: 'string', default: '1000' },
      jobs: { type: 'string', default: '2' },
      keep: { type: 'string' },
    },
  });
  return values;
}

async function main(): Promise<void> {
  const options = readOptions();
  const settings = combineSettings({
    voice: options.voices.split(','),
    variant: options.variants.split(','),
    wordsPerMinute: options['words-per-minute'].split(','),
    pitch: options.pitch.split(','),
    range: options.range.split(','),
    speed: options.speed.split(','),
    filter: options.filters.split(';').map((filter) => filter.trim()),
  });
  checkPrograms(settings);
  if (options.keep !== undefined) mkdirSync(options.keep, { recursive: true });
  const sentences = readFileSync(options.text, 'utf8').trim().split('\n').slice(0, Number(options.sentences));
  const measurements: Measurement[] = [];
  const waiting = settings.values();
  const work = async () => {
    // One iterator for all jobs: each takes the next that none has taken.
    for (const setting of waiting) {
      const measurement = await measureSetting(setting, sentences, options.keep);
      measurements.push(measurement);
      // Told as they come: a long list of settings takes long, and may be broken off.
      console.error(`${measurements.length} of ${settings.length}: ${measurementRow(measurement)}`);
    }
  };
  await Promise.all(Array.from({ length: Number(options.jobs) }, work));
  console.log(`${sentences.flatMap(wordsOf).length} words; error in % of words; levels in decibels of full scale`);
  for (const line of measurementTable(measurements)) console.log(line);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
