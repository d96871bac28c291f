import { describe, expect, it } from 'vitest';
import { begin, Listening, LONG, repeatsIn, scriptOf, TEXTS } from './listening.ts';

describe('an aside', () => {
  const ASIDE = scriptOf('Quick aside.');

  it('pauses the article, is spoken once, and leaves the article paused where it was', async () => {
    const listening = begin();
    listening.reach(3, 1000);
    const over = listening.player.sayAside(ASIDE);
    expect(listening.player.isAside).toBe(true);
    listening.clock.run(LONG);
    await expect(over).resolves.toBeNull();
    expect(listening.player.isAside).toBe(false);
    expect([listening.player.sentence, listening.player.state.name]).toEqual([3, 'paused']);
    expect(listening.states).toEqual(['preparing', 'speaking', 'paused', 'preparing', 'speaking', 'paused']);
    expect(listening.sentences).toEqual([0, 1, 2, 3]);
    listening.player.play();
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard.replace('Quick aside. ', ''), TEXTS, 10)).toBeTypeOf('number');
  });

  it('gives way to a second one', async () => {
    const listening = begin();
    const first = listening.player.sayAside(scriptOf('A very long aside that goes on and on.'));
    listening.clock.run(800);
    const second = listening.player.sayAside(ASIDE);
    await expect(first).resolves.toBeNull();
    listening.tape.length = 0;
    listening.clock.run(LONG);
    await expect(second).resolves.toBeNull();
    expect(listening.heard).toBe('Quick aside.');
  });

  it('tells by its promise alone that it failed', async () => {
    const listening = new Listening({ system: { fails: { after: 5, fault: 'voice-unavailable' } } });
    listening.player.load(scriptOf(...TEXTS));
    const over = listening.player.sayAside(ASIDE);
    listening.clock.run(LONG);
    await expect(over).resolves.toBe('voice-unavailable');
    expect(listening.states).toEqual(['preparing', 'idle']);
    await expect(listening.player.sayAside([])).resolves.toBe('nothing-to-read');
  });

  it('does not tell an old failure again', async () => {
    const listening = begin({
      system: (_, number) => (number === 0 ? { fails: { after: 5, fault: 'not-allowed' } } : {}),
    });
    listening.clock.run(100);
    const over = listening.player.sayAside(ASIDE);
    listening.clock.run(LONG);
    await expect(over).resolves.toBeNull();
    expect(listening.states.filter((state) => state.startsWith('failed'))).toHaveLength(1);
    expect(listening.player.state.name).toBe('paused');
  });

  it('can be paused, and stopped without moving the article', async () => {
    const listening = begin();
    listening.reach(2, 500);
    const over = listening.player.sayAside(ASIDE);
    listening.clock.run(300);
    listening.player.pause();
    expect([listening.player.isAside, listening.player.state.name]).toEqual([true, 'paused']);
    listening.player.play();
    listening.clock.run(100);
    listening.player.stop();
    await expect(over).resolves.toBeNull();
    expect([listening.player.sentence, listening.player.state.name]).toEqual([2, 'paused']);
    listening.player.stop();
    expect([listening.player.sentence, listening.player.state.name]).toEqual([0, 'idle']);
  });

  it('ends at a step of the article', async () => {
    const listening = begin();
    listening.reach(2, 500);
    const over = listening.player.sayAside(ASIDE);
    listening.player.step('sentence', 1);
    await expect(over).resolves.toBeNull();
    expect([listening.player.sentence, listening.player.state.name]).toEqual([3, 'paused']);
  });
});

describe('disposing', () => {
  const run = (listening: Listening, time: number) => {
    listening.player.play();
    listening.clock.run(time);
  };
  const STATES: [name: string, bring: (listening: Listening) => void][] = [
    ['idle', () => {}],
    ['preparing', (listening) => run(listening, 0)],
    ['speaking', (listening) => run(listening, 1000)],
    ['paused', (listening) => listening.player.pause()],
    ['ended', (listening) => run(listening, LONG)],
    ['an aside', (listening) => void listening.player.sayAside(scriptOf('Quick.'))],
    [
      'waiting for a voice',
      (listening) => {
        listening.system.setVoices([]);
        run(listening, 100);
      },
    ],
  ];

  it.each(STATES)('in the state %s leaves nothing to be heard or told', async (name, bring) => {
    const listening = new Listening({ system: { atCancel: 'ended' } });
    listening.player.load(scriptOf(...TEXTS));
    if (name === 'paused' || name === 'an aside') run(listening, 1000);
    bring(listening);
    expect(listening.player.isAside).toBe(name === 'an aside');
    listening.player.dispose();
    const told = () =>
      [listening.states, listening.sentences, listening.words, listening.tape].map(({ length }) => length);
    const before = told();
    listening.player.play();
    listening.player.step('sentence', 1);
    listening.player.goTo(2);
    listening.player.stop();
    listening.player.load(scriptOf('More.'));
    listening.player.mannerChanged();
    listening.system.setVoices([]);
    await expect(listening.player.sayAside(scriptOf('More.'))).resolves.toBeNull();
    listening.clock.run(LONG);
    expect(told()).toEqual(before);
    expect(listening.clock.waiting).toBe(0);
    expect(listening.system.listeners).toBe(0);
  });

  it('resolves an aside', async () => {
    const listening = begin();
    const over = listening.player.sayAside(scriptOf('Quick.'));
    listening.player.dispose();
    await expect(over).resolves.toBeNull();
  });
});
