// `npm run bench`: every measurement, one after the other. It reports; nothing passes or fails by it.
//   npm run bench                 all
//   npm run bench -- click        one: extraction, click, memory, folds, speakers, glossary, speech or settings
import { describeClicks, measureClicks } from './click.ts';
import { describeExtraction, measureExtraction } from './extraction.ts';
import { reportFolds } from './folds.ts';
import { reportGlossary } from './glossary.ts';
import { describeMemory, measureMemory } from './memory.ts';
import { reportSettings } from './settings.ts';
import { reportSpeakers } from './speakers.ts';
import { reportSpeech } from './speech.ts';

const BENCHES: Record<string, () => Promise<string>> = {
  extraction: async () => describeExtraction(measureExtraction()),
  click: async () => describeClicks(await measureClicks()),
  memory: async () => describeMemory(await measureMemory()),
  folds: async () => reportFolds(),
  speakers: async () => reportSpeakers(),
  glossary: async () => reportGlossary(),
  speech: reportSpeech,
  settings: reportSettings,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(BENCHES))
  if (asked.length === 0 || asked.includes(name)) console.log(await run());
