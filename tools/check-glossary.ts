// Checks the glossary: form, wording, dates, order, forms that entries share.
//   npx tsx tools/check-glossary.ts                                      all files
//   npx tsx tools/check-glossary.ts assets/glossary/armed-groups.yaml    the faults of one file
import { basename } from 'node:path';
import { readGlossary } from './glossary/read-glossary.ts';

const wanted = process.argv.slice(2).map((name) => basename(name));
const { entries, faults } = readGlossary();
const isWanted = (text: string) => wanted.length === 0 || wanted.some((name) => text.startsWith(`${name}:`));
const told = faults.filter(isWanted);
for (const fault of told) console.log(fault);
console.log(`${entries.filter(({ place }) => isWanted(place)).length} entries, ${told.length} faults`);
process.exitCode = told.length > 0 ? 1 : 0;
