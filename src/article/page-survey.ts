import { elementsUnder } from './elements.ts';
import { localNameOf, unclobbered } from './unclobbered.ts';

/** The elements of a live page that several steps ask for, each kind in document order. */
export interface PageSurvey {
  /** For what is seldom looked for. */
  all: readonly Element[];
  scripts: readonly Element[];
  metas: readonly Element[];
  times: readonly Element[];
  /** Headings of the first two levels. */
  headlines: readonly Element[];
  paragraphs: readonly Element[];
  /** What a person writes into. */
  fields: readonly Element[];
}

/** Takes one walk through a live page for all of them: a page is many times as large as its article. */
export function surveyPage(live: Document): PageSurvey {
  const root = unclobbered(live, 'documentElement');
  const all = root === null ? [] : elementsUnder(root);
  const byName = new Map<string, Element[]>(SURVEYED.map((name) => [name, []]));
  const headlines: Element[] = [];
  for (const element of all) {
    const name = localNameOf(element);
    byName.get(name)?.push(element);
    if (name === 'h1' || name === 'h2') headlines.push(element);
  }
  const named = (name: (typeof SURVEYED)[number]) => byName.get(name) ?? [];
  return {
    all,
    scripts: named('script'),
    metas: named('meta'),
    times: named('time'),
    headlines,
    paragraphs: named('p'),
    fields: [...named('input'), ...named('textarea')],
  };
}

const SURVEYED = ['script', 'meta', 'time', 'p', 'input', 'textarea'] as const;
