import { expect, it } from 'vitest';
import { nameSpeakers } from '../../src/speakers/name-speakers.ts';
import { readParagraphs } from '../../src/speakers/read-paragraphs.ts';
import { readMarked } from './marked-statements.ts';

/** The role of whoever says the first statement; also checks that it is a piece of the text. */
function roleOf(marked: string): string | null {
  const { prose, statements } = readMarked(marked);
  const { sources, sourceOf } = nameSpeakers(prose.text, readParagraphs(prose, 'en'), statements);
  const source = sources[sourceOf[0] ?? -1];
  if (source === undefined) throw new Error('nobody was found');
  expect(source.roleRange && prose.text.slice(...source.roleRange)).toBe(source.role);
  return source.role;
}

it.each<[construction: string, marked: string, role: string | null]>([
  ['title', 'So <1Secretary of State Ada Quill> said [1no].', 'Secretary of State'],
  ['people and title', 'So <1Wickish Prime Minister Ada Quill> said [1no].', 'Wickish Prime Minister'],
  ['abbreviated title', 'So <1Sen. Ada Quill> said [1no].', 'Sen.'],
  ['an office for a field', '<1Minister of State for Ports Ada Quill> said [1no].', 'Minister of State for Ports'],
  ['noun before', 'Then <1planetary geologist Ada Quill> said [1no].', 'planetary geologist'],
  ['noun with its body', 'Then <1Wick Ferries spokesman Ivo Tarn> said [1no].', 'Wick Ferries spokesman'],
  ['initials in brackets', 'Then <1Wick Ports (WP) spokesman Ivo Tarn> said [1no].', 'Wick Ports (WP) spokesman'],
  ['two nouns', 'Then <1lead author and tide expert Ada Quill> said [1no].', 'lead author and tide expert'],
  ['“head of …”', 'Then <1head of harbours Ada Quill> said [1no].', 'head of harbours'],
  ['“former”', 'Then <1former mayor Ada Quill> said [1no].', 'former mayor'],
  ['a noun that is in no list', 'Then <1petrol dowser Ada Quill> said [1no].', 'petrol dowser'],
  ['apposition', '<1Ada Quill, a spokeswoman for the port,> said [1no].', 'a spokeswoman for the port'],
  ['age, then apposition', '<1Ada Quill, 34, a baker from Wick,> said [1no].', 'a baker from Wick'],
  ['without an article', '<1Ada Quill, chief engineer at the port,> said [1no].', 'chief engineer at the port'],
  [
    'the firm behind a comma',
    '“No,” said <1Ada Quill, Director, Tarn Securities>, [1as it was].',
    'Director, Tarn Securities',
  ],
  ['up to the clause', '<1Ada Quill, a diver who lives here,> said [1no].', 'a diver'],
  ['before a comma', '<1The Observatory’s head, Ada Quill,> said [1no].', 'Observatory’s head'],
  ['kin', 'It rained. <1Ivo Tarn’s father, Abe Tarn,> said [1no].', 'Ivo Tarn’s father'],
  ['“who heads”', '<1Ada Quill, who heads the port,> said [1no].', 'heads the port'],
  ['a sentence', '<1Ada Quill> said [1no]. Quill is the head of the port.', 'the head of the port'],
  ['where somebody belongs', '<1Ada Quill of the Wick Dockers Union> said [1no].', 'of the Wick Dockers Union'],
  ['another mention', '<1Quill> said [1no]. They asked tide expert Ada Quill.', 'tide expert'],
  ['an epithet', 'Ada Quill came. <1The plumber> said [1no].', 'plumber'],
  [
    'the more telling of two',
    'Dr Ada Quill, a tide expert at Wick, came. <1Dr Quill> said [1no].',
    'a tide expert at Wick',
  ],
  ['a courtesy title is no role', 'So <1Mr Ivo Tarn> said [1no].', null],
  ['nothing', '<1Ada Quill> said [1no].', null],
  ['an age and a place', '<1Ada Quill, 34, of Little Wick,> said [1no].', null],
  ['a verb behind the comma', '<1Ada Quill>, asked about the farmer, said [1no].', null],
  ['another one’s role', '<1Ada Quill>, president Ivo Tarn and others said [1no].', null],
  ['in a quotation', '<1Ada Quill> said [1no]. “The plumber Ada Quill is late,” he said.', null],
])('%s', (_, marked, role) => expect(roleOf(marked)).toBe(role));
