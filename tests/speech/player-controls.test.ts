import { describe, expect, it } from 'vitest';
import { begin, Listening, LONG, repeatsIn, scriptOf, sentencesOf, TEXTS } from './listening.ts';

describe('pausing', () => {
  it('is silent at once, keeps the word, and goes on where the clause begins', () => {
    const text = 'Long before the war, the town had a school, and it was full of children every day.';
    const listening = begin({}, [text]);
    listening.clock.run(4000);
    const marked = listening.words.at(-1);
    listening.player.pause();
    listening.clock.run(LONG);
    expect(listening.player.state.name).toBe('paused');
    expect(listening.words.at(-1)).toEqual(marked);
    listening.player.play();
    expect(listening.system.requests.at(-1)?.text).toBe('and it was full of children every day.');
    listening.clock.run(LONG);
    expect(listening.states).toEqual(['preparing', 'speaking', 'paused', 'preparing', 'speaking', 'ended']);
  });

  it('goes on at the word where the clause began long ago', () => {
    const [text = ''] = sentencesOf(30);
    const listening = begin({}, [text]);
    listening.clock.run(12_000);
    const word = listening.words.at(-1);
    listening.player.pause();
    listening.player.play();
    expect(listening.system.requests.at(-1)?.text).toBe(text.slice(word?.start));
  });

  it('before the first sound loses nothing', () => {
    const listening = begin();
    listening.player.pause();
    listening.player.play();
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, TEXTS, 0)).toBe(0);
  });

  it('while a busy device is waited for is obeyed', () => {
    const listening = begin({ system: { fails: { after: 1, fault: 'audio-busy' } } });
    listening.clock.run(100);
    listening.player.pause();
    listening.clock.run(LONG);
    expect(listening.states).toEqual(['preparing', 'paused']);
    expect(listening.system.requests).toHaveLength(1);
  });
});

describe('steps', () => {
  it('lead a sentence on, and speak on', () => {
    const listening = begin();
    listening.reach(1, 1000);
    listening.player.step('sentence', 1);
    expect(listening.player.sentence).toBe(2);
    expect(listening.sentences).toEqual([0, 1, 2]);
    listening.clock.run(1000);
    expect(listening.system.requests.at(-1)?.text).toBe(TEXTS[2]);
    expect(listening.player.state.name).toBe('speaking');
  });

  it.each([
    ['back to its beginning after 2 s', 2, 2500, 2],
    ['to the sentence before within 2 s', 2, 1000, 1],
    ['to the beginning and no further', 0, 1000, 0],
  ])('back lead %s', (_name, from, after, to) => {
    const listening = begin();
    listening.reach(from, after);
    listening.player.step('sentence', -1);
    expect(listening.player.sentence).toBe(to);
    listening.clock.run(1000);
    expect(listening.system.requests.at(-1)?.text).toBe(TEXTS[to]);
  });

  it('back in rapid succession lead further back each time', () => {
    const listening = begin();
    listening.reach(4, 2500);
    for (const expected of [4, 3, 2]) {
      listening.player.step('sentence', -1);
      expect(listening.player.sentence).toBe(expected);
    }
  });

  it('back in the pause between two sentences lead to the one that was heard', () => {
    const listening = begin();
    listening.reach(1, 0);
    while (listening.system.requests.length < 3) listening.clock.run(10);
    listening.player.step('sentence', -1);
    expect(listening.player.sentence).toBe(1);
  });

  it.each([
    [1, 1, 2],
    [3, -1, 2],
    [2, -1, 0],
    [0, -1, 0],
    [4, 1, 4],
  ] as const)('by paragraph from sentence %i, direction %i, lead to %i', (from, direction, to) => {
    const listening = begin();
    listening.reach(from, 300);
    listening.player.step('paragraph', direction);
    expect(listening.player.sentence).toBe(to);
  });

  it('are taken in every state, and speak only where it spoke', () => {
    const listening = new Listening();
    listening.player.load(scriptOf(...TEXTS));
    listening.player.step('sentence', 1);
    expect([listening.player.sentence, listening.player.state.name]).toEqual([1, 'idle']);
    listening.player.play();
    listening.player.step('sentence', 1);
    expect([listening.player.sentence, listening.player.state.name]).toEqual([2, 'preparing']);
    listening.player.pause();
    listening.player.step('paragraph', 1);
    expect([listening.player.sentence, listening.player.state.name]).toEqual([4, 'paused']);
    listening.clock.run(LONG);
    expect(listening.heard).toBe('');
    listening.player.play();
    listening.clock.run(LONG);
    expect([listening.player.sentence, listening.player.state.name]).toEqual([0, 'ended']);
    listening.player.step('sentence', 1);
    expect(listening.player.state.name).toBe('ended');
    listening.player.step('sentence', -1);
    expect([listening.player.sentence, listening.player.state.name]).toEqual([5, 'paused']);
    expect(repeatsIn(listening.heard, TEXTS.slice(4), 0)).toBe(0);
  });

  it('lead out of a failure', () => {
    const listening = begin({
      system: (_, number) => (number === 0 ? { fails: { after: 5, fault: 'not-allowed' } } : {}),
    });
    listening.clock.run(1000);
    listening.player.step('sentence', 1);
    expect(listening.player.state.name).toBe('paused');
    listening.player.play();
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, TEXTS.slice(1), 0)).toBe(0);
  });

  it.each([{ atCancel: 'ended' as const }, { tellsOn: true }])(
    'in rapid succession leave one voice speaking, %j',
    (system) => {
      const listening = begin({ system });
      for (let round = 0; round < 50; round++) {
        listening.player.step('sentence', round % 3 === 0 ? -1 : 1);
        if (round % 4 === 0) listening.player.pause();
        if (round % 4 === 1) listening.player.play();
        if (round % 7 === 0) listening.player.goTo(round % 6);
        listening.clock.run(round * 7);
      }
      listening.player.goTo(0);
      listening.player.play();
      listening.tape.length = 0;
      listening.words.length = 0;
      listening.clock.run(LONG);
      expect(repeatsIn(listening.heard, TEXTS, 0)).toBe(0);
      expect(listening.words).toHaveLength(TEXTS.join(' ').split(' ').length + 1);
      expect(listening.clock.waiting).toBe(0);
    },
  );
});

it('is not told that it speaks by a text that was left', () => {
  const listening = begin({ system: { startsAfter: 1000, tellsOn: true } });
  listening.clock.run(500);
  listening.player.step('sentence', 1);
  listening.clock.run(700);
  expect(listening.player.state.name).toBe('preparing');
  listening.clock.run(400);
  expect(listening.player.state.name).toBe('speaking');
});

describe('going to a sentence, stopping, loading', () => {
  it.each([
    [3, 3],
    [-5, 0],
    [99, 5],
    [Number.NaN, 0],
    [1.7, 1],
  ])('goes to %d as %i', (wanted, reached) => {
    const listening = begin();
    listening.clock.run(500);
    listening.player.goTo(wanted);
    expect(listening.player.sentence).toBe(reached);
    listening.tape.length = 0;
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, TEXTS.slice(reached), 0)).toBe(0);
  });

  it('stops at the beginning', () => {
    const listening = begin();
    listening.reach(3, 500);
    listening.player.stop();
    expect([listening.player.sentence, listening.player.state.name]).toEqual([0, 'idle']);
    expect(listening.words.at(-1)).toBeNull();
    const heard = listening.tape.length;
    listening.clock.run(LONG);
    expect(listening.tape).toHaveLength(heard);
    expect(listening.clock.waiting).toBe(0);
  });

  it('loads another text, stands where it is told to, and silences the one before', () => {
    const listening = begin();
    listening.clock.run(500);
    listening.tape.length = 0;
    listening.player.load(scriptOf(...TEXTS), 4);
    expect([listening.player.sentence, listening.player.state.name]).toEqual([4, 'idle']);
    listening.clock.run(LONG);
    expect(listening.heard).toBe('');
    listening.player.play();
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, TEXTS.slice(4), 0)).toBe(0);
  });

  it('plays from the beginning after the end, and nothing twice where it plays already', () => {
    const listening = begin();
    listening.player.play();
    listening.clock.run(LONG);
    listening.player.play();
    listening.player.play();
    listening.clock.run(LONG);
    expect(listening.heard).toBe(`${TEXTS.join(' ')} ${TEXTS.join(' ')}`);
    expect(listening.sentences).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
  });

  it('obeys a listener that pauses in the middle of being told', () => {
    const listening = new Listening();
    listening.onState = (state) => state.name === 'speaking' && listening.player.pause();
    listening.player.load(scriptOf(...TEXTS));
    listening.player.play();
    listening.clock.run(LONG);
    expect(listening.states).toEqual(['preparing', 'speaking', 'paused']);
    expect(listening.heard).toBe('');
    expect(listening.system.prepared).toEqual([]);
  });
});
