import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/read-article.ts';
import { PARAGRAPHS, pageOf } from './page.ts';
import { RULES } from './reading-tools.ts';

const isNote = (language: string | null, line: string) => RULES.lines(language).note.test(line);

const GERMAN = 'korrektur: in einer früheren fassung stand das falsche jahr.';
const ENGLISH = 'this article was amended on monday.';

test('lines are told by the words of their own language, and of English', () => {
  expect(isNote('de', GERMAN)).toBe(true);
  expect(isNote('de-AT', GERMAN)).toBe(true);
  expect(isNote('de', ENGLISH)).toBe(true);
  expect(isNote('fr', GERMAN)).toBe(false);
});

test.each([
  'der autor lehrt geschichte an einer hochschule am meer.',
  'die autorin ist redakteurin der hafenpost.',
  'zur autorin: ana bay lehrt geschichte.',
  'diese zusammenfassung wurde mit ki erstellt.',
  'über dieses thema berichtete das radio am montag um 14 uhr.',
  'der beitrag gibt die meinung der autorin wieder.',
  'wir haben den fehler korrigiert.',
])('in German, "%s" is a note', (line) => {
  expect(isNote('de', line)).toBe(true);
});

test.each([
  'der autohof ist seit montag gesperrt.',
  'die autoren streiten über den deich.',
  'der kommentar gibt anlass zu streit.',
  'wir haben den fehler gesucht, sagt der wärter.',
])('in German, "%s" is no note', (line) => {
  expect(isNote('de', line)).toBe(false);
});

test.each(['aus marlow bay berichtet ana bay', 'ein bericht von ana bay', 'protokoll: ana bay', 'freie autorin'])(
  'in German, "%s" is a byline',
  (line) => {
    expect(RULES.lines('de').byline.test(line)).toBe(true);
  },
);

test.each(['es', 'it', 'pt', 'nl', 'sv', 'cs', 'ro', 'tr', 'id'])(
  'a word that many languages share is known in "%s"',
  (language) => {
    expect(RULES.lines(language).credit.test('foto: ana bay')).toBe(true);
  },
);

test.each([
  ['pt', 'por ana bay'],
  ['es', 'autor: ana bay'],
  ['fr', 'de notre envoyée spéciale à marlow bay'],
  ['it', 'dalla nostra corrispondente'],
])('in "%s", "%s" is a byline', (language, line) => {
  expect(RULES.lines(language).byline.test(line)).toBe(true);
});

test.each([
  ['en', 'this is a developing story. please check back for updates.'],
  ['en', 'names have been changed to protect identities'],
  ['es', 'esta noticia se irá actualizando'],
  ['fr', 'le prénom a été modifié'],
  ['it', 'notizia in aggiornamento'],
])('in "%s", "%s" is a note', (language, line) => {
  expect(isNote(language, line)).toBe(true);
});

test.each([
  ['en', 'the video still shows the wall as it was.'],
  ['fr', 'une illustration de la crise du port.'],
  ['it', 'il disegno di legge sulla diga è passato.'],
])('in "%s", "%s" is no credit', (language, line) => {
  expect(RULES.lines(language).credit.test(line)).toBe(false);
});

test('a language without words here, or none, is told by the words of all', () => {
  for (const language of [null, 'sk', 'constructor', '']) expect(isNote(language, GERMAN)).toBe(true);
});

test('languages that lend each other words share them', () => {
  const [danish, swedish] = [RULES.lines('da'), RULES.lines('sv')];
  expect(danish.byline.source).toBe(swedish.byline.source);
  expect(danish.byline.source).not.toBe(RULES.lines('fi').byline.source);
});

test('the patterns of a language are made once', () => {
  expect(RULES.lines('nl')).toBe(RULES.lines('nl-BE'));
});

test('a text that its page calls English and that is not is told by the words of all languages', () => {
  const german = PARAGRAPHS.map(
    (_, index) =>
      `<p>Der Hafen von Marlow Bay hat die alte Mauer nach dem ${index + 2}. Sturm für elf Wochen gesperrt.</p>`,
  ).join('');
  const line = 'Korrektur: In einer früheren Fassung stand das falsche Jahr.';
  const noteIn = (paragraphs: string) => {
    const html = `<html lang="en"><head><title>Marlow Bay</title></head><body><article>${paragraphs}<p>${line}</p></article>`;
    const window = pageOf(`<!doctype html>${html}`);
    const blocks = readArticle(window.document, { window, rules: RULES })?.article.blocks;
    return blocks?.find(({ text }) => text === line)?.kind;
  };
  expect(noteIn(german)).toBe('note');
  expect(noteIn(PARAGRAPHS.map((text) => `<p>${text}</p>`).join(''))).toBe('paragraph');
});
