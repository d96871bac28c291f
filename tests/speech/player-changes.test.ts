import { describe, expect, it } from 'vitest';
import { begin, EMBEDDED, LONG, OTHER, repeatsIn, SYSTEM, sentencesOf, TEXTS } from './listening.ts';

const BOTH = { systemVoices: [SYSTEM], embeddedVoices: [EMBEDDED] };

describe('a machine that sleeps', () => {
  it.each([
    ['with words', {}],
    ['without words', { words: 'none' as const }],
  ])('for an hour: speaks on from the last word, %s', (_name, system) => {
    const listening = begin({
      ...BOTH,
      system: (_, number) => (number === 3 ? { ...system, diesAfter: 4000 } : system),
    });
    listening.hear(30);
    listening.clock.sleep(3_600_000);
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, TEXTS, 6)).toBeTypeOf('number');
    expect(listening.voices).toEqual(['Ada']);
    expect(listening.notices).toEqual([]);
    expect(listening.player.state.name).toBe('ended');
  });

  it('for ten seconds, in which a voice without words dies', () => {
    const listening = begin({
      system: (_, number) => (number === 3 ? { words: 'none', diesAfter: 4000 } : { words: 'none' }),
    });
    listening.reach(3, 3900);
    listening.clock.sleep(7000);
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, TEXTS, 6)).toBeTypeOf('number');
    expect(listening.player.state.name).toBe('ended');
  });

  it('before the first sound: no voice is blamed', () => {
    const listening = begin({ ...BOTH, system: (_, number) => (number === 0 ? { isSilent: true } : {}) });
    listening.clock.run(1000);
    listening.clock.sleep(3_600_000);
    listening.clock.run(LONG);
    expect(listening.voices).toEqual(['Ada']);
    expect(repeatsIn(listening.heard, TEXTS, 0)).toBe(0);
  });

  it('takes what breaks meanwhile for no fault of the voice', () => {
    const failing = { fails: { after: 8000, fault: 'synthesis-failed' as const } };
    const listening = begin({ ...BOTH, system: (_, number) => (number === 3 ? failing : {}) });
    listening.hear(30);
    listening.clock.sleep(3_600_000);
    listening.clock.run(LONG);
    expect(listening.voices).toEqual(['Ada']);
    expect(repeatsIn(listening.heard, TEXTS, 6)).toBeTypeOf('number');
  });
});

describe('changes while it speaks', () => {
  it('take effect at the next word', () => {
    const listening = begin();
    listening.hear(10);
    listening.manner = { rate: 2, pitch: 1.5, volume: 0.5 };
    listening.player.mannerChanged();
    listening.clock.run(1500);
    expect(listening.system.requests.at(-1)).toMatchObject({ rate: 2, pitch: 1.5, volume: 0.5, pauseBefore: 0 });
    const { text } = listening.system.requests.at(-1) ?? { text: '' };
    expect(TEXTS[1]?.endsWith(text)).toBe(true);
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, TEXTS, 0)).toBe(0);
    expect(listening.states).toEqual(['preparing', 'speaking', 'ended']);
    expect(listening.sentences).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it.each([
    ['with words', {}, 0],
    ['without words', { words: 'none' as const }, 2],
  ])('settle where there are many of them, %s', (_name, system, furthest) => {
    const listening = begin({ system });
    listening.hear(10);
    for (let change = 0; change < 40; change++) {
      listening.manner = { ...listening.manner, rate: 1 + change / 40 };
      listening.player.mannerChanged();
      listening.clock.run(25);
    }
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, TEXTS, furthest)).toBeTypeOf('number');
    expect(listening.system.requests.length).toBeLessThanOrEqual(TEXTS.length + 1);
  });

  it('lose nothing with a voice that does not go as fast as it is asked to', () => {
    const listening = begin({ system: { words: 'none', topRate: 1 } }, sentencesOf(30, 30, 30));
    listening.hear(30);
    listening.manner = { ...listening.manner, rate: 3 };
    listening.player.mannerChanged();
    listening.clock.run(LONG);
    expect(repeatsIn(listening.heard, sentencesOf(30, 30, 30), 2)).toBeTypeOf('number');
    expect(listening.player.state.name).toBe('ended');
  });

  it('speak nothing anew where all is as before in the end', () => {
    const listening = begin();
    listening.hear(10);
    listening.manner = { ...listening.manner, rate: 2 };
    listening.player.mannerChanged();
    listening.manner = { ...listening.manner, rate: 1 };
    listening.player.mannerChanged();
    listening.clock.run(LONG);
    expect(listening.system.requests).toHaveLength(TEXTS.length);
  });

  it('of the voice take effect at the next word, without a notice', () => {
    const listening = begin({ systemVoices: [SYSTEM, OTHER] });
    listening.hear(10);
    listening.preferred = OTHER;
    listening.player.mannerChanged();
    listening.clock.run(LONG);
    expect(listening.voices).toEqual(['Ada', 'Ben']);
    expect(listening.tape.findIndex((one) => one.voice.id === 'Ben')).toBeLessThanOrEqual(13);
    expect(repeatsIn(listening.heard, TEXTS, 0)).toBe(0);
    expect(listening.notices).toEqual([]);
  });
});
