import { describe, expect, it, vi } from 'vitest';
import { SAMPLE_RATE } from '../../src/platform/voice-protocol.ts';
import { EmbeddedVoiceStage, NEXT, sound, TEXT, VOICE, wordAt } from './embedded-voice-stage.ts';

/** The browser needs a moment to have sound ready, in milliseconds. */
const MOMENT = 20;
const WORDS = [wordAt(0, 3, 0), wordAt(4, 9, 300), wordAt(10, 13, 700)];

/** Speaks a second of sound that is there at once. */
function spoken(latency = 0): EmbeddedVoiceStage {
  const stage = new EmbeddedVoiceStage();
  stage.speak(TEXT);
  stage.context.outputLatency = latency;
  stage.background.give(TEXT, { pieces: [sound(400), sound(600, 9000)], words: [WORDS] });
  return stage;
}

it('has the voices of the package, and takes two minutes of text', () => {
  const { engine } = new EmbeddedVoiceStage();
  expect([engine.name, engine.voices()]).toEqual(['embedded', [VOICE]]);
  expect(engine.longestText(VOICE)).toBe(2000);
});

describe('what is spoken', () => {
  it('is asked for as the request says, and heard at its volume', () => {
    const stage = new EmbeddedVoiceStage();
    stage.speak(TEXT, { rate: 1.5, pitch: 0.75, volume: 0.4 });
    expect(stage.background.questions).toEqual([
      { type: 'synthesize', id: 1, text: TEXT, voice: 'en-GB', rate: 1.5, pitch: 0.75 },
    ]);
    stage.background.give(TEXT, { pieces: [sound(100)] });
    expect(stage.context.played[0]?.volume).toBe(0.4);
  });

  it('is told in order: the beginning, each word once, the end once', () => {
    const stage = spoken();
    stage.clock.run(5000);
    expect(stage.told).toEqual(['started', 'word 0-3', 'word 4-9', 'word 10-13', 'ended']);
    expect(stage.context.heard).toEqual([...sound(400), ...sound(600, 9000)]);
    expect(stage.context.gaps).toEqual([0]);
  });

  it.each([0, 0.05, 0.3])(
    'is told when it is heard: %f s after it is handed on, but the end before that',
    (latency) => {
      const stage = spoken(latency);
      const begun = ((stage.context.played[0]?.frame ?? 0) / SAMPLE_RATE) * 1000;
      stage.clock.run(5000);
      const expected = [
        ['started', 0],
        ['word 0-3', 0],
        ['word 4-9', 300],
        ['word 10-13', Math.min(700, 1000 - latency * 1000)],
      ] as const;
      for (const [what, time] of expected) {
        const late = stage.timeOf(what) - (begun + time + latency * 1000);
        expect(late, what).toBeLessThan(5);
        expect(late, what).toBeGreaterThanOrEqual(what === 'word 10-13' ? -50 : 0);
      }
      expect(stage.timeOf('ended')).toBeGreaterThan(begun + 950);
      expect(stage.timeOf('ended')).toBeLessThanOrEqual(begun + 1001);
    },
  );

  it('is at the newest word where an alarm is late, and does not count up the others', () => {
    const stage = spoken();
    stage.clock.run(100);
    stage.clock.sleep(700);
    stage.clock.run(0);
    expect(stage.told).toEqual(['started', 'word 0-3', 'word 10-13']);
  });

  it('has begun before its first word, and been heard, where it is over sooner than the loudspeaker plays', () => {
    const stage = new EmbeddedVoiceStage();
    stage.speak(TEXT);
    stage.context.outputLatency = 0.4;
    stage.background.give(TEXT, { pieces: [sound(100)], words: [[wordAt(0, 3, 0), wordAt(4, 9, 60)]] });
    stage.clock.run(200);
    expect(stage.told).toEqual(['started', 'word 4-9', 'ended']);
  });

  it('has its last word also where that has no sound', () => {
    const stage = new EmbeddedVoiceStage();
    stage.speak(TEXT);
    stage.background.give(TEXT, { pieces: [sound(200)], words: [[wordAt(0, 3, 0), wordAt(4, 9, 200)]] });
    stage.clock.run(1000);
    expect(stage.told).toEqual(['started', 'word 0-3', 'word 4-9', 'ended']);
  });

  it('is over at once where there is nothing to be heard', () => {
    const stage = new EmbeddedVoiceStage();
    stage.speak('…');
    stage.background.done('…');
    expect(stage.told).toEqual(['started', 'ended']);
    stage.speak(TEXT, { pauseBefore: 400 });
    stage.background.give(TEXT, { pieces: [sound(100)] });
    expect(stage.context.played[0]?.frame).toBeLessThan(SAMPLE_RATE / 10);
  });

  it('goes on later, and its words with it, where a piece comes late', () => {
    const stage = new EmbeddedVoiceStage();
    stage.speak(TEXT);
    stage.background.audio(TEXT, sound(300), [wordAt(0, 3, 0), wordAt(4, 9, 300), wordAt(10, 13, 500)]);
    stage.clock.run(1000);
    expect(stage.told).toEqual(['started', 'word 0-3']);
    stage.background.audio(TEXT, sound(400, 9000));
    stage.background.done(TEXT);
    stage.clock.run(1000);
    expect(stage.told.slice(2)).toEqual(['word 4-9', 'word 10-13', 'ended']);
    expect(stage.timeOf('word 4-9')).toBeLessThan(1000 + MOMENT);
    expect(stage.timeOf('word 10-13') - stage.timeOf('word 4-9')).toBeGreaterThanOrEqual(199);
    expect(stage.timeOf('ended')).toBeGreaterThan(1350);
  });

  it('has its words told in time also while a piece is awaited', () => {
    const stage = new EmbeddedVoiceStage();
    stage.speak(TEXT);
    stage.context.outputLatency = 0.2;
    stage.background.audio(TEXT, sound(300), [wordAt(0, 3, 0), wordAt(4, 9, 280)]);
    stage.clock.run(2000);
    expect(stage.timeOf('word 4-9')).toBeLessThan(280 + 200 + MOMENT);
  });
});

it('looks at the clock a few times a second, also while a piece is awaited', () => {
  const stage = new EmbeddedVoiceStage();
  const after = vi.spyOn(stage.clock, 'after');
  stage.speak(TEXT);
  stage.background.audio(TEXT, sound(300));
  stage.clock.run(2400);
  expect(after.mock.calls.length).toBeLessThan(20);
});

describe('the pause before', () => {
  it.each([0, 35, 400, 1500])('counts from the end of what was spoken last: %i ms', (pauseBefore) => {
    const stage = new EmbeddedVoiceStage();
    stage.speak(TEXT, {}, stage.listenerThatGoesOn(NEXT, { pauseBefore }));
    stage.background.give(TEXT, { pieces: [sound(500)] });
    stage.prepare(NEXT);
    stage.background.give(NEXT, { pieces: [sound(200)] });
    stage.clock.run(4000);
    expect(stage.told).toEqual(['started', 'ended', 'started', 'ended']);
    expect(stage.context.gaps).toEqual([Math.round((pauseBefore / 1000) * SAMPLE_RATE)]);
  });

  it('is kept where the alarm at the end is somewhat late', () => {
    const stage = new EmbeddedVoiceStage();
    stage.speak(TEXT, {}, stage.listenerThatGoesOn(NEXT, { pauseBefore: 100 }));
    stage.background.give(TEXT, { pieces: [sound(500)] });
    stage.prepare(NEXT);
    stage.background.give(NEXT, { pieces: [sound(200)] });
    stage.clock.run(450);
    stage.clock.sleep(100);
    stage.clock.run(1000);
    expect(stage.context.gaps).toEqual([Math.round(0.1 * SAMPLE_RATE)]);
  });

  it('is not there before the first, and counts on while the player waits', () => {
    const stage = new EmbeddedVoiceStage();
    stage.speak(TEXT, { pauseBefore: 800 });
    stage.background.give(TEXT, { pieces: [sound(500)] });
    expect(stage.context.played[0]?.frame).toBeLessThan((MOMENT / 1000) * SAMPLE_RATE);
    stage.clock.run(2000);
    stage.speak(NEXT, { pauseBefore: 800 });
    stage.background.give(NEXT, { pieces: [sound(500)] });
    const begun = (stage.context.played[1]?.frame ?? 0) / SAMPLE_RATE;
    expect(begun).toBeGreaterThan(2);
    expect(begun).toBeLessThan(2 + MOMENT / 1000);
  });

  it.each([
    ['cancel', (stage: EmbeddedVoiceStage) => stage.engine.cancel()],
    ['another request', (stage: EmbeddedVoiceStage) => stage.speak('Wait.')],
  ])('is not there after %s', (_name, interrupt) => {
    const stage = spoken();
    stage.clock.run(500);
    interrupt(stage);
    stage.speak(NEXT, { pauseBefore: 800 });
    stage.background.give(NEXT, { pieces: [sound(100)] });
    expect((stage.context.played.at(-1)?.frame ?? 0) / SAMPLE_RATE).toBeLessThan(0.5 + MOMENT / 1000);
  });

  it('is not there after a cancel between two requests', () => {
    const stage = spoken();
    stage.clock.run(1005);
    expect(stage.told.at(-1)).toBe('ended');
    stage.engine.cancel();
    stage.speak(NEXT, { pauseBefore: 800 });
    stage.background.give(NEXT, { pieces: [sound(100)] });
    expect((stage.context.played.at(-1)?.frame ?? 0) / SAMPLE_RATE).toBeLessThan(1.005 + MOMENT / 1000);
  });
});

describe('what is prepared', () => {
  it('is heard without being asked for again, where text, voice, rate and pitch are the same', () => {
    const stage = new EmbeddedVoiceStage();
    stage.prepare(TEXT, { volume: 0.2, pauseBefore: 5 });
    stage.prepare(TEXT);
    stage.background.give(TEXT, { pieces: [sound(300)], words: [[wordAt(0, 3, 0)]] });
    stage.speak(TEXT, { volume: 0.9 });
    stage.clock.run(1000);
    expect(stage.background.syntheses).toHaveLength(1);
    expect(stage.context.played[0]?.volume).toBe(0.9);
    expect(stage.told).toEqual(['started', 'word 0-3', 'ended']);
    stage.speak(TEXT);
    expect(stage.background.syntheses).toHaveLength(2);
  });

  it('is heard as far as it is there, and goes on as it comes', () => {
    const stage = new EmbeddedVoiceStage();
    stage.prepare(TEXT);
    stage.background.audio(TEXT, sound(300));
    stage.speak(TEXT);
    expect(stage.context.heard).toEqual([...sound(300)]);
    stage.background.audio(TEXT, sound(300, 9000));
    stage.background.done(TEXT);
    stage.clock.run(1000);
    expect(stage.context.gaps).toEqual([0]);
    expect(stage.told).toEqual(['started', 'ended']);
  });

  it.each([{ text: NEXT }, { voice: { ...VOICE, id: 'en-US' } }, { rate: 1.25 }, { pitch: 1.25 }])(
    'is not taken for %j',
    (more) => {
      const stage = new EmbeddedVoiceStage();
      stage.prepare(TEXT);
      stage.background.give(TEXT, { pieces: [sound(300)] });
      stage.speak(TEXT, more);
      expect(stage.context.played).toEqual([]);
      expect(stage.background.syntheses).toHaveLength(2);
    },
  );

  it('is two sounds at most: the oldest is dropped', () => {
    const stage = new EmbeddedVoiceStage();
    for (const text of ['a', 'b', 'c']) stage.prepare(text);
    expect(stage.background.dropped).toEqual([1]);
    stage.speak('c');
    stage.speak('b');
    expect(stage.background.syntheses).toHaveLength(3);
    stage.speak('a');
    expect(stage.background.syntheses).toHaveLength(4);
  });

  it('is asked for anew where it has failed', () => {
    const stage = new EmbeddedVoiceStage();
    stage.prepare(TEXT);
    stage.background.port.answer({ type: 'failed', id: 1, fault: 'synthesis-failed' });
    expect(stage.told).toEqual([]);
    stage.speak(TEXT);
    stage.background.give(TEXT, { pieces: [sound(300)] });
    stage.clock.run(1000);
    expect(stage.told).toEqual(['started', 'ended']);
    stage.prepare(NEXT);
    stage.background.port.answer({ type: 'failed', id: 3, fault: 'synthesis-failed' });
    stage.prepare(NEXT);
    expect(stage.background.syntheses).toHaveLength(4);
  });

  it('is kept through a cancel where it is whole, and dropped where it is not', () => {
    const stage = new EmbeddedVoiceStage();
    stage.prepare(TEXT);
    stage.background.give(TEXT, { pieces: [sound(300)] });
    stage.prepare(NEXT);
    stage.background.audio(NEXT, sound(100));
    stage.engine.cancel();
    expect(stage.background.dropped).toEqual([2]);
    stage.speak(TEXT);
    expect(stage.background.syntheses).toHaveLength(2);
    stage.speak(NEXT);
    expect(stage.background.syntheses).toHaveLength(3);
  });
});
