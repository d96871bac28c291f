import { describe, expect, it } from 'vitest';
import { linkSpans, type TaggedSpan } from '../../src/speakers/link.ts';

const MARK = /<([scq])|>/g;

/** Spans of a text in which a source stands in `<s>`, a cue in `<c>`, content in `<q>`; lines are paragraphs. */
function spansOf(marked: string): { text: string; spans: TaggedSpan[] } {
  const spans: TaggedSpan[] = [];
  let text = '';
  let from = 0;
  let open: { letter: string; start: number } | null = null;
  const sentenceAt = (offset: number) => text.slice(0, offset).split(/[.!?][”’]? |\n/).length - 1;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1] !== undefined) open = { letter: match[1], start: text.length };
    else if (open !== null) {
      spans.push({
        role: open.letter === 's' ? 'source' : open.letter === 'c' ? 'cue' : 'content',
        range: [open.start, text.length],
        paragraph: text.split('\n').length - 1,
        firstSentence: sentenceAt(open.start),
        lastSentence: sentenceAt(text.length - 1),
        speech: true,
        quoted: text[open.start] === '“',
      });
      open = null;
    }
  }
  return { text: text + marked.slice(from), spans };
}

function links(marked: string): string[] {
  const { text, spans } = spansOf(marked);
  const cut = (span: TaggedSpan | null) => (span === null ? '-' : text.slice(...span.range));
  return linkSpans(spans, text).map(
    ({ contents, cue, source }) => `${cut(source)} ${cut(cue)}: ${contents.map(cut).join(' … ')}`,
  );
}

describe('links', () => {
  it.each<[construction: string, marked: string, expected: string[]]>([
    ['source, cue, content', '<sShe> <csaid> <qno>.', ['She said: no']],
    ['content first', '<q“No,”> <sshe> <csaid>.', ['she said: “No,”']],
    ['content around', '<q“No,”> <sshe> <csaid>, <q“never.”>', ['she said: “No,” … “never.”']],
    ['the nearest of two', '<sShe> <csaid> <qno>, but <sHe> <cadded> <qyes>.', ['She said: no', 'He added: yes']],
    ['a sentence goes on', '<q“We,”> <sshe> <csaid>, as if for all, <q“will go.”>', ['she said: “We,” … “will go.”']],
    ['two sentences', '<sShe> <csaid> <qno>. <sHe> <csaid> <qyes>.', ['She said: no', 'He said: yes']],
    [
      'a quotation goes on without a cue',
      '<q“No,”> <csaid> <sQuill>. <q“Not now.”>',
      ['Quill said: “No,” … “Not now.”'],
    ],
    [
      'it does not go on in another paragraph',
      '<q“No,”> <csaid> <sQuill>.\n\n\n<q“Not now.”>',
      ['Quill said: “No,”', '- -: “Not now.”'],
    ],
    ['no cue, but a source in its sentence', '<sQuill>: <q“No.”>', ['Quill -: “No.”']],
    ['a source in another paragraph is none', '<sQuill> left.\n<csaid> <qno>', ['- said: no']],
    ['content alone', '<q“No.”>', ['- -: “No.”']],
    ['another cue between parts them', '<sQuill> <cadded>, <csaid> once again <sTarn>: <qno>', ['Tarn said: no']],
    ['a cue without content', '<sQuill> <csaid> so.', []],
    ['two verbs of one source', '<sQuill> <csaid> <qno> and <cadded> <qyes>.', ['Quill said: no', 'Quill added: yes']],
  ])('%s', (_, marked, expected) => expect(links(marked)).toEqual(expected));

  it('are not made over a thousand words', () => {
    expect(links(`<sQuill> <csaid> ${'word '.repeat(300)}<q“No.”>`)).toEqual(['- -: “No.”']);
  });

  it('of many spans come in the order of the text', () => {
    const marked = Array.from({ length: 3000 }, (_, turn) => `<sQuill${turn}> <csaid> <qno${turn}>.`).join(' ');
    expect(links(marked)).toEqual(Array.from({ length: 3000 }, (_, turn) => `Quill${turn} said: no${turn}`));
  });
});
