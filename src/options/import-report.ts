import type { Translate } from '../../assets/message-key.ts';
import { OWN_LIMITS } from '../glossary/own-entry.ts';
import type { FileProblem, GlossaryFile } from '../glossary/own-glossary-file.ts';
import type { PutReport } from '../platform/own-glossary.ts';
import { counted } from '../reader/counted.ts';
import { describeRowProblem, formatNumber } from './row-problem.ts';

/** So many rows that are left out are named one by one. */
const MOST_ROWS = 20;

const FILE_PROBLEMS = {
  'too-large': 'optionsGlossaryFileTooLarge',
  'not-text': 'optionsGlossaryFileNotText',
  damaged: 'optionsGlossaryFileDamaged',
  empty: 'optionsGlossaryFileEmpty',
} as const;

/** Says why a file was not read at all. */
export function describeFileProblem(translate: Translate, problem: FileProblem): string {
  return translate(FILE_PROBLEMS[problem]);
}

/** What came of an import, in sentences: what was taken, then what was not and why. */
export interface ImportReport {
  summary: string;
  /** A line each: what the reader may want to look at. */
  details: string[];
}

/** Puts what came of an import into words. */
export function describeImport(translate: Translate, file: GlossaryFile, put: PutReport): ImportReport {
  const leftOut = file.refused.length + put.surplus.length;
  const counts = [
    counted(translate, put.added, 'optionsGlossaryAddedOne', 'optionsGlossaryAdded'),
    counted(translate, put.replaced.length, 'optionsGlossaryReplacedOne', 'optionsGlossaryReplaced'),
    ...(put.same > 0 ? [counted(translate, put.same, 'optionsGlossarySameOne', 'optionsGlossarySame')] : []),
    counted(translate, leftOut, 'optionsGlossaryLeftOutOne', 'optionsGlossaryLeftOut'),
  ];
  const details = file.refused
    .slice(0, MOST_ROWS)
    .map(({ row, problem }) =>
      translate('optionsGlossaryRow', formatNumber(translate, row), describeRowProblem(translate, problem)),
    );
  const unnamed = file.refused.length - details.length;
  if (unnamed > 0) details.push(counted(translate, unnamed, 'optionsGlossaryMoreRowsOne', 'optionsGlossaryMoreRows'));
  if (put.surplus.length > 0) {
    const most = formatNumber(translate, OWN_LIMITS.entries);
    details.push(translate('optionsGlossarySurplus', formatNumber(translate, put.surplus.length), most));
  }
  if (put.repeated > 0)
    details.push(counted(translate, put.repeated, 'optionsGlossaryRepeatedOne', 'optionsGlossaryRepeated'));
  if (file.headerGuessed) details.push(translate('optionsGlossaryHeaderGuessed'));
  for (const name of file.unread) details.push(translate('optionsGlossaryUnread', name));
  const list = new Intl.ListFormat(translate('languageOfMessages'), { type: 'unit' }).format(counts);
  return { summary: translate('optionsGlossaryImported', list), details };
}
