import { describe, expect, it } from 'vitest';
import { voice } from './fake-engine.ts';
import {
  begin,
  EMBEDDED,
  Listening,
  LONG,
  OTHER,
  piece,
  repeatsIn,
  SYSTEM,
  scriptOf,
  sentence,
  sentencesOf,
  TEXTS,
} from './listening.ts';

const BOTH = { systemVoices: [SYSTEM], embeddedVoices: [EMBEDDED] };

describe('what is spoken', () => {
  it('marks each word of the article, by the words of the voice', () => {
    const listening = begin({}, ['One two.', 'Three.']);
    listening.clock.run(LONG);
    expect(listening.words).toEqual([
      { block: 'b0', start: 0, end: 3 },
      { block: 'b0', start: 4, end: 8 },
      { block: 'b1', start: 0, end: 6 },
      null,
    ]);
  });

  it.each([8, 14, 25])(
    'marks estimated words near the true ones once a voice of %i letters a second is known',
    (speed) => {
      const [first = '', second = ''] = sentencesOf(20, 20);
      const listening = begin({ system: { words: 'none', lettersASecond: speed } }, [first, second]);
      const markedAt: number[] = [];
      while (listening.player.state.name !== 'ended') {
        const marks = listening.words.length;
        listening.clock.run(10);
        if (listening.words.length > marks && listening.words.at(-1)?.block === 'b1')
          markedAt.push(listening.clock.now());
      }
      // The tape has each word at its middle.
      const heardAt = listening.tape.filter(({ request }) => request.text === second).map(({ at }) => at);
      expect(markedAt).toHaveLength(20);
      for (const [index, at] of markedAt.entries()) expect(Math.abs(at - (heardAt[index] ?? 0))).toBeLessThan(700);
    },
  );

  it('marks what the spoken words stand for, and nothing for what is only spoken', () => {
    const text = 'Kerry: It costs 3 billion euros.';
    const stretches = [
      { start: 0, end: 7, sourceStart: 10, sourceEnd: 10, isSame: false },
      { start: 7, end: 16, sourceStart: 10, sourceEnd: 19, isSame: true },
      { start: 16, end: 31, sourceStart: 19, sourceEnd: 23, isSame: false },
      { start: 31, end: 32, sourceStart: 23, sourceEnd: 24, isSame: true },
    ];
    const listening = new Listening();
    listening.player.load([sentence([piece(text, { stretches })], 0)]);
    listening.player.play();
    listening.clock.run(LONG);
    expect(listening.words).toEqual([
      { block: 'b0', start: 10, end: 12 },
      { block: 'b0', start: 13, end: 18 },
      { block: 'b0', start: 19, end: 23 },
      // The last word is told with its stop.
      { block: 'b0', start: 19, end: 24 },
      null,
    ]);
  });

  it('hands the next text to the engine while one is heard, and pauses half as long at twice the rate', () => {
    const listening = new Listening();
    listening.manner = { ...listening.manner, rate: 2 };
    listening.player.load(scriptOf(...TEXTS));
    listening.player.play();
    listening.clock.run(500);
    expect(listening.system.requests.map(({ text }) => text)).toEqual([TEXTS[0]]);
    expect(listening.system.prepared.map(({ text }) => text)).toEqual([TEXTS[1]]);
    listening.clock.run(LONG);
    expect(listening.system.requests.map(({ pauseBefore }) => pauseBefore)).toEqual([0, 150, 150, 150, 150, 150]);
    expect(listening.system.requests.slice(1)).toEqual(listening.system.prepared);
  });

  it('speaks a sentence of 30,000 characters in parts that the engine takes, each word once', () => {
    const [words = ''] = sentencesOf(700);
    const long = `${words} ${'x'.repeat(30_000 - words.length - 1)}`;
    const listening = begin({ system: { words: 'none', lettersASecond: 40 } }, [long]);
    listening.clock.run(20 * LONG);
    expect(listening.player.state.name).toBe('ended');
    expect(listening.system.requests.map(({ text }) => text).join('')).toBe(long);
    expect(Math.max(...listening.system.requests.map(({ text }) => text.length))).toBeLessThanOrEqual(300);
    expect(listening.heard.replaceAll(' ', '')).toBe(long.replaceAll(' ', ''));
    expect(listening.sentences).toEqual([0]);
    expect(listening.system.requests.filter(({ pauseBefore }) => pauseBefore > 0)).toEqual([]);
  });

  it('gives each piece to a voice of its language and role', () => {
    const systemVoices = [SYSTEM, OTHER, voice('system', 'Anna', 'de-DE')];
    const listening = new Listening({ systemVoices });
    const pieces = [
      piece('He said '),
      piece('“Guten Tag” ', { language: 'de' }),
      piece('and left.', { role: 'second' }),
    ];
    listening.player.load([sentence(pieces, 0)]);
    listening.player.play();
    listening.clock.run(LONG);
    expect(listening.voices).toEqual(['Ada', 'Anna', 'Ben']);
    expect(listening.notices).toEqual([]);
  });

  it('speaks the second role lower where there is one voice only', () => {
    const listening = new Listening();
    listening.player.load([sentence([piece('First. '), piece('Second.', { role: 'second' })], 0)]);
    listening.player.play();
    listening.clock.run(LONG);
    expect(listening.system.requests.map(({ pitch }) => pitch)).toEqual([1, 0.85]);
  });

  it('speaks words of a language without a voice with the voice of the article', () => {
    const listening = new Listening();
    listening.player.load([sentence([piece('It is called '), piece('ที่นี่ ', { language: 'th' }), piece('here.')], 0)]);
    listening.player.play();
    listening.clock.run(LONG);
    expect(listening.heard).toBe('It is called ที่นี่ here.');
  });

  it('speaks emoji and addresses, and passes over what is empty', () => {
    const texts = ['😀👩‍👩‍👧 🎉', '  ', 'See https://example.org/a?b=c now.', ''];
    const listening = begin({ system: { words: 'none' } }, texts);
    listening.clock.run(LONG);
    expect(listening.heard).toBe('😀👩‍👩‍👧 🎉 See https://example.org/a?b=c now.');
    expect(listening.states).toEqual(['preparing', 'speaking', 'ended']);
  });

  it('gives a remote voice no more than it speaks before it dies', () => {
    const remote = { ...SYSTEM, isLocal: false };
    const listening = new Listening({ systemVoices: [remote], system: { words: 'none', diesAfter: 14_000 } });
    listening.preferred = remote;
    listening.manner = { ...listening.manner, rate: 0.5 };
    const texts = sentencesOf(30, 40);
    listening.player.load(scriptOf(...texts));
    listening.player.play();
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, texts, 0)).toBe(0);
    expect(listening.states).toEqual(['preparing', 'speaking', 'ended']);
  });

  it('speaks on where a voice without words has died at 14 s', () => {
    const texts = sentencesOf(8, 8, 40, 8);
    const listening = begin({ system: { words: 'none', diesAfter: 14_000 } }, texts);
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, texts, 5)).toBeTypeOf('number');
  });
});

describe('voices', () => {
  it('that tell each word twice are believed', () => {
    const [plain, twice] = [begin(), begin({ system: { words: 'twice' } })];
    for (const listening of [plain, twice]) listening.clock.run(LONG);
    expect(twice.words).toEqual(plain.words);
    expect(twice.wordTimes).toEqual(plain.wordTimes);
  });

  it('may fail one after the other as long as they are heard', () => {
    const systemVoices = ['Ada', 'Ben', 'Cleo', 'Dora', 'Eve'].map((name) => voice('system', name));
    const texts = sentencesOf(30);
    const listening = begin(
      {
        systemVoices,
        system: ({ voice: { id } }) => (id === 'Eve' ? {} : { fails: { after: 1800, fault: 'network' } }),
      },
      texts,
    );
    listening.clock.run(LONG);
    expect(listening.voices).toEqual(['Ada', 'Ben', 'Cleo', 'Dora', 'Eve']);
    expect(repeatsIn(listening.heard, texts, 2)).toBeTypeOf('number');
  });

  it('are told to be replaced once, not for each role', () => {
    const listening = new Listening({
      ...BOTH,
      system: (_, number) => (number < 2 ? {} : { fails: { after: 5, fault: 'network' } }),
    });
    const roles = [piece('He said: '), piece('well.', { role: 'second' })];
    listening.player.load([sentence(roles, 0), sentence(roles, 1)]);
    listening.player.play();
    listening.clock.run(LONG);
    expect(listening.voices).toEqual(['Ada', 'en']);
    expect(listening.notices).toEqual(['voice-replaced']);
  });

  it('waits a moment for voices that come late', () => {
    const listening = begin({ systemVoices: [] });
    listening.clock.run(600);
    expect(listening.states).toEqual(['preparing']);
    listening.system.setVoices([SYSTEM]);
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, TEXTS, 0)).toBe(0);
    expect(listening.states).toEqual(['preparing', 'speaking', 'ended']);
  });

  it('works at the next press where voices come after 10 s', () => {
    const listening = begin({ systemVoices: [] });
    listening.clock.run(10_000);
    expect(listening.player.state).toEqual({ name: 'failed', reason: 'no-voice' });
    listening.system.setVoices([SYSTEM]);
    listening.clock.run(1000);
    expect(listening.heard).toBe('');
    listening.player.play();
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, TEXTS, 0)).toBe(0);
  });

  it('begins with the embedded voice where the others come late, and goes over at a sentence', () => {
    const listening = begin({ systemVoices: [], embeddedVoices: [EMBEDDED] });
    listening.clock.run(5000);
    listening.system.setVoices([SYSTEM]);
    listening.clock.run(LONG);
    expect(listening.voices).toEqual(['en', 'Ada']);
    expect(repeatsIn(listening.heard, TEXTS, 0)).toBe(0);
    expect(listening.notices).toEqual([]);
  });

  it('goes on with the next choice where a voice vanishes', () => {
    const listening = begin(BOTH);
    listening.hear(10);
    listening.system.setVoices([]);
    listening.clock.run(LONG);
    expect(listening.voices).toEqual(['Ada', 'en']);
    expect(repeatsIn(listening.heard, TEXTS, 0)).toBe(0);
    expect(listening.notices).toEqual(['voice-replaced']);
  });

  it('does not try again what has failed, until it is asked to', () => {
    const listening = begin({ ...BOTH, system: { fails: { after: 5, fault: 'network' } } });
    listening.clock.run(LONG);
    expect(listening.system.requests).toHaveLength(1);
    listening.player.play();
    listening.clock.run(100);
    expect(listening.system.requests).toHaveLength(2);
  });
});
