import { describe, expect, it } from 'vitest';
import { readAnnotatedArticles } from '../../tools/annotated-article.ts';
import { readAttributionCorpus } from '../../tools/read-attribution-corpus.ts';

const HEAD = '=== id: wick-quay; topic: ports; country: UK';
const BODY =
  '<s1>Ada Quill, the mayor,</s1> <c1>said</c1> <q1>the quay was shut</q1>. <q2>“No,”</q2> <c2>said</c2> <s2>a docker</s2>.';
const LIST = 'Ada Quill (person): 1 | role: the mayor\na docker (unnamed): 2';

const articleOf = (body = BODY, list = LIST, head = HEAD) => `${head}\n${body}\n---\n${list}\n`;

describe('an annotated article', () => {
  const [article] = readAnnotatedArticles(articleOf());

  it('has its text without tags', () => {
    expect(article).toMatchObject({ id: 'wick-quay', topic: 'ports', country: 'UK' });
    expect(article?.text).toBe('Ada Quill, the mayor, said the quay was shut. “No,” said a docker.');
  });

  it('has every attribution with its ranges and the name of who speaks', () => {
    const cut = (ranges: readonly (readonly [number, number])[] = []) =>
      ranges.map((range) => article?.text.slice(...range));
    const [first, second] = article?.attributions ?? [];
    expect([cut(first?.source), cut(first?.cue), cut(first?.content)]).toEqual([
      ['Ada Quill, the mayor,'],
      ['said'],
      ['the quay was shut'],
    ]);
    expect([first?.speaker, second?.speaker]).toEqual(['Ada Quill', null]);
  });

  it('has its speakers with their kinds and roles', () => {
    expect(article?.speakers).toEqual([
      { name: 'Ada Quill', kind: 'person', role: 'the mayor' },
      { name: 'a docker', kind: 'unnamed', role: null },
    ]);
  });

  it('may have content in pieces, and tags within tags', () => {
    const body =
      '<q1>“No,”</q1> <s1><s2>Ada Quill</s2></s1> <c1>said</c1>, <q1>“never,”</q1> and <c2>added</c2> <q2>thanks</q2>.';
    const [read] = readAnnotatedArticles(articleOf(body, 'Ada Quill (person): 1, 2'));
    expect(read?.attributions.map(({ content, source }) => [content.length, source])).toEqual([
      [2, [[6, 15]]],
      [1, [[6, 15]]],
    ]);
  });

  it('may stand among others, and in a file with carriage returns', () => {
    const file = `A word before.\n\n${articleOf()}\n${articleOf('It rained.', '', HEAD.replace('quay', 'rain'))}`;
    expect(readAnnotatedArticles(file).map(({ id }) => id)).toEqual(['wick-quay', 'wick-rain']);
    expect(readAnnotatedArticles(articleOf().replaceAll('\n', '\r\n'))).toEqual(readAnnotatedArticles(articleOf()));
    expect(readAnnotatedArticles('')).toEqual([]);
  });
});

describe('an article that does not fit is told by its name', () => {
  it.each<[fault: string, file: string, message: string]>([
    [
      'its first line',
      articleOf(BODY, LIST, '=== id: Wick Quay; topic: ports'),
      'The first line of an article does not fit',
    ],
    ['no list', `${HEAD}\n${BODY}\n`, 'wick-quay: no list of speakers'],
    ['two lists', articleOf(`${BODY}\n---\n`), 'wick-quay: no list of speakers'],
    ['a tag opened twice', articleOf(`<q1>${BODY}`), '<q1> is open already'],
    ['a tag that closes nothing', articleOf(`${BODY}</q9>`), '</q9> closes nothing'],
    ['an empty tag', articleOf(`${BODY}<q3></q3>`), '</q3> closes nothing'],
    ['a tag that stays open', articleOf(`${BODY}<q3>No`), '<q3> stays open'],
    ['a tag that is none', articleOf(`${BODY} <b>No`), 'a tag that is none near'],
    ['no content', articleOf(`${BODY} <s3>she</s3>`), 'attribution 3 has no content'],
    ['two sources', articleOf(`${BODY} <s2>He</s2>`), 'attribution 2 has two sources'],
    ['nobody given', articleOf(BODY, 'Ada Quill (person): 1'), 'nobody is given for 2'],
    ['a line of another form', articleOf(BODY, `${LIST}\nIvo Tarn: 2`), "a speaker's line does not fit: Ivo Tarn: 2"],
    ['another kind', articleOf(BODY, `${LIST}\nIvo Tarn (dog): 2`), "a speaker's line does not fit"],
    ['a name that is not there', articleOf(BODY, 'Ivo Tarn (person): 1, 2'), 'Ivo Tarn is not in the text'],
    [
      'a role that is not there',
      articleOf(BODY, 'Ada Quill (person): 1, 2 | role: king'),
      'the role "king" is not in the text',
    ],
    ['a number that is not there', articleOf(BODY, `${LIST}\nAda Quill (person): 7`), 'there is no attribution 7'],
  ])('%s', (_, file, message) => {
    expect(() => readAnnotatedArticles(file)).toThrow(message);
    expect(() => readAnnotatedArticles(file)).toThrow(/wick-quay|first line/);
  });
});

describe('the corpus', () => {
  const articles = readAttributionCorpus();

  it('reads without a fault', () => {
    expect(articles.length).toBeGreaterThan(100);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
  });

  it('has ranges within its texts, without loose white space', () => {
    for (const { id, text, attributions } of articles)
      for (const { source, cue, content } of attributions)
        for (const range of [...source, ...cue, ...content]) {
          const words = text.slice(...range);
          expect(words, id).not.toBe('');
          expect(words.trim(), id).toBe(words);
        }
  });

  it('knows many topics and countries', () => {
    expect(new Set(articles.map(({ topic }) => topic)).size).toBeGreaterThan(10);
    expect(new Set(articles.map(({ country }) => country)).size).toBeGreaterThan(10);
  });
});
