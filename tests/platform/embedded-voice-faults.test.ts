import { describe, expect, it } from 'vitest';
import { SAMPLE_RATE } from '../../src/platform/voice-protocol.ts';
import type { SpeechListener } from '../../src/speech/engine.ts';
import { EmbeddedVoiceStage, NEXT, sound, TEXT, wordAt } from './embedded-voice-stage.ts';

const WORDS = [wordAt(0, 3, 0), wordAt(4, 9, 300), wordAt(10, 13, 700)];

/** Half of it is there, and heard. */
function halfSpoken(): EmbeddedVoiceStage {
  const stage = new EmbeddedVoiceStage();
  stage.speak(TEXT);
  stage.background.audio(TEXT, sound(500), WORDS.slice(0, 2));
  stage.clock.run(350);
  return stage;
}

describe('cancel', () => {
  it('silences at once, and nothing is told any more', () => {
    const stage = halfSpoken();
    stage.engine.cancel();
    stage.engine.cancel();
    expect(stage.context.played.every(({ stoppedAt }) => (stoppedAt ?? 9) < 0.36)).toBe(true);
    stage.background.audio(TEXT, sound(500), WORDS.slice(2));
    stage.background.done(TEXT);
    stage.clock.run(5000);
    expect(stage.told).toEqual(['started', 'word 0-3', 'word 4-9']);
    expect(stage.background.dropped).toEqual([1]);
    expect(stage.context.played).toHaveLength(1);
  });

  it('before anything has been spoken does nothing', () => {
    const stage = new EmbeddedVoiceStage();
    stage.engine.cancel();
    stage.clock.run(60_000);
    expect([stage.contexts.length, stage.background.ports.length]).toEqual([0, 0]);
  });

  it('while the output is opened leaves it silent, and the next request is heard', () => {
    const stage = new EmbeddedVoiceStage();
    stage.behaviour = { runs: false, obeys: false };
    stage.speak(TEXT);
    stage.background.give(TEXT, { pieces: [sound(500)], words: [WORDS] });
    stage.clock.run(100);
    stage.engine.cancel();
    stage.context.become('running');
    stage.clock.run(5000);
    expect([stage.told, stage.context.played]).toEqual([[], []]);
    stage.speak(NEXT);
    stage.background.give(NEXT, { pieces: [sound(200)] });
    stage.clock.run(1000);
    expect(stage.told).toEqual(['started', 'ended']);
  });

  it.each(['started', 'word'] as const)('by the listener, when told `%s`, is the last it hears', (when) => {
    const stage = new EmbeddedVoiceStage();
    const cancelAt: SpeechListener = {
      ...stage.listener,
      [when]: (...values: [number, number]) => {
        if (when === 'word') stage.listener.word(...values);
        else stage.listener.started();
        stage.engine.cancel();
      },
    };
    stage.speak(TEXT, {}, cancelAt);
    stage.background.give(TEXT, { pieces: [sound(1000)], words: [WORDS] });
    stage.clock.run(5000);
    expect(stage.told).toEqual(when === 'word' ? ['started', 'word 0-3'] : ['started']);
  });

  it('by the listener at the very end is the last it hears', () => {
    const stage = new EmbeddedVoiceStage();
    const listener = { ...stage.listener, started: () => stage.engine.cancel() };
    stage.speak(TEXT, {}, listener);
    stage.context.outputLatency = 0.4;
    stage.background.give(TEXT, { pieces: [sound(100)], words: [WORDS.slice(0, 1)] });
    stage.clock.run(5000);
    expect(stage.told).toEqual([]);
  });
});

it('silences what is spoken when something else is, without a word to its listener', () => {
  const stage = halfSpoken();
  stage.speak(NEXT);
  expect(stage.context.played[0]?.stoppedAt).toBeCloseTo(0.355, 3);
  stage.background.give(NEXT, { pieces: [sound(200)] });
  stage.clock.run(2000);
  expect(stage.told.slice(3)).toEqual(['started', 'ended']);
});

describe('a background that is lost in the middle', () => {
  it('is asked again, and no sound and no word comes twice', () => {
    const stage = halfSpoken();
    stage.background.stop();
    expect(stage.background.ports).toHaveLength(2);
    stage.clock.run(50);
    stage.background.give(TEXT, { pieces: [sound(500), sound(500, 12_000)], words: [WORDS] });
    stage.clock.run(2000);
    expect(stage.told).toEqual(['started', 'word 0-3', 'word 4-9', 'word 10-13', 'ended']);
    expect(stage.context.heard).toEqual([...sound(500), ...sound(500, 12_000)]);
    expect(stage.context.gaps).toEqual([0]);
  });

  it('is asked again through another port when it says nothing for 2.5 s', () => {
    const stage = new EmbeddedVoiceStage();
    stage.speak(TEXT);
    stage.clock.run(2490);
    expect(stage.background.ports).toHaveLength(1);
    stage.clock.run(20);
    expect(stage.background.ports.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    stage.background.give(TEXT, { pieces: [sound(200)] });
    stage.clock.run(1000);
    expect(stage.told).toEqual(['started', 'ended']);
  });

  it('is given up the third time, and the sound is cut', () => {
    const stage = halfSpoken();
    for (let time = 1; time <= 3; time++) {
      expect(stage.told).not.toContain('synthesis-failed');
      stage.background.stop();
    }
    expect(stage.told.at(-1)).toBe('synthesis-failed');
    expect(stage.context.played[0]?.stoppedAt).not.toBeNull();
    stage.clock.run(5000);
    expect(stage.told).toHaveLength(4);
  });
});

describe('a failure', () => {
  it.each(['language-unavailable', 'voice-unavailable', 'synthesis-failed'] as const)('is handed on: %s', (fault) => {
    const stage = new EmbeddedVoiceStage();
    stage.speak(TEXT);
    stage.background.port.answer({ type: 'failed', id: 1, fault });
    expect(stage.told).toEqual([fault]);
    stage.clock.run(5000);
    expect(stage.told).toEqual([fault]);
  });

  it('is told where the extension is gone, each time, and throws at nobody', () => {
    const stage = new EmbeddedVoiceStage();
    stage.background.isGone = true;
    stage.prepare(NEXT);
    stage.speak(TEXT);
    stage.speak(NEXT);
    expect(stage.told).toEqual(['synthesis-failed', 'synthesis-failed']);
    stage.clock.run(60_000);
    expect(stage.told).toHaveLength(2);
  });

  it('leaves the next request as it would be without', () => {
    const stage = halfSpoken();
    stage.background.port.answer({ type: 'failed', id: 1, fault: 'synthesis-failed' });
    stage.speak(NEXT, { pauseBefore: 3000 });
    stage.background.give(NEXT, { pieces: [sound(200)] });
    stage.clock.run(1000);
    expect(stage.told.slice(3)).toEqual(['synthesis-failed', 'started', 'ended']);
  });
});

describe('answers that make no sense', () => {
  it.each([
    ['an unknown number', { type: 'audio', id: 99, samples: 'AQA=', words: [] }],
    ['a number of the past', { type: 'done', id: 0 }],
    ['no kind of answer', { type: 'sing', id: 1 }],
    ['words that are none', { type: 'audio', id: 1, samples: 'AQA=', words: ['one'] }],
    ['nothing', null],
  ])('are passed over: %s', (_name, answer) => {
    const stage = halfSpoken();
    stage.background.port.answer(answer);
    stage.background.audio(TEXT, sound(500, 12_000));
    stage.background.done(TEXT);
    stage.clock.run(2000);
    expect(stage.context.heard).toEqual([...sound(500), ...sound(500, 12_000)]);
    expect(stage.told.at(-1)).toBe('ended');
  });

  it('are passed over after the last one', () => {
    const stage = halfSpoken();
    stage.background.done(TEXT);
    stage.background.audio(TEXT, sound(500));
    stage.clock.run(2000);
    stage.background.audio(TEXT, sound(500));
    stage.background.port.answer({ type: 'failed', id: 1, fault: 'synthesis-failed' });
    stage.clock.run(2000);
    expect(stage.told).toEqual(['started', 'word 0-3', 'word 4-9', 'ended']);
    expect(stage.context.played).toHaveLength(1);
  });

  it('are a failure where they are no sound at all', () => {
    const stage = halfSpoken();
    stage.background.port.answer({ type: 'audio', id: 1, samples: 'no Base64!', words: [] });
    expect(stage.told.at(-1)).toBe('synthesis-failed');
    expect(stage.background.dropped).toEqual([1]);
  });

  it('lose an odd byte, and join all the same', () => {
    const stage = halfSpoken();
    const odd = Buffer.from([7, 0, 1]).toString('base64');
    stage.background.port.answer({ type: 'audio', id: 1, samples: odd, words: [] });
    stage.background.audio(TEXT, sound(100));
    stage.background.done(TEXT);
    expect(stage.context.heard).toEqual([...sound(500), 7, ...sound(100)]);
    expect(stage.context.gaps).toEqual([0, 0]);
  });
});

describe('an output that does not run', () => {
  it('is not allowed before a press, and what was asked for is dropped', () => {
    const stage = new EmbeddedVoiceStage();
    stage.behaviour = { runs: false, obeys: false };
    stage.wasPressed = false;
    stage.speak(TEXT);
    stage.clock.run(2400);
    expect([stage.told, stage.background.dropped, stage.silences]).toEqual([['not-allowed'], [1], 0]);
  });

  it('is silent after one: told once, and the words run', () => {
    const stage = new EmbeddedVoiceStage();
    stage.behaviour = { runs: false, obeys: false };
    stage.speak(TEXT, {}, stage.listenerThatGoesOn(NEXT, { pauseBefore: 300 }));
    stage.background.give(TEXT, { pieces: [sound(1000)], words: [WORDS] });
    stage.prepare(NEXT);
    stage.background.give(NEXT, { pieces: [sound(500)], words: [[wordAt(0, 2, 0)]] });
    stage.clock.run(2400);
    expect([stage.told, stage.silences]).toEqual([['started', 'word 0-3', 'word 4-9'], 1]);
    stage.clock.run(5000);
    expect(stage.told.slice(3)).toEqual(['word 10-13', 'ended', 'started', 'word 0-2', 'ended']);
    expect(stage.silences).toBe(1);
    expect(stage.timeOf('word 0-2') - stage.timeOf('word 10-13')).toBeGreaterThanOrEqual(595);
    expect(stage.context.played).toEqual([]);
  });

  it('is busy where its clock stands still for a second, and the next one is made anew', () => {
    const stage = halfSpoken();
    stage.context.isFrozen = true;
    stage.clock.run(900);
    expect(stage.told).not.toContain('audio-busy');
    stage.clock.run(600);
    expect(stage.told.at(-1)).toBe('audio-busy');
    stage.speak(NEXT, { pauseBefore: 3000 });
    stage.background.give(NEXT, { pieces: [sound(200)] });
    expect(stage.contexts.map(({ state }) => state)).toEqual(['closed', 'running']);
    expect(stage.context.played[0]?.frame).toBeLessThan(0.05 * SAMPLE_RATE);
  });

  it('is not busy where only an alarm was late', () => {
    const stage = halfSpoken();
    stage.context.isFrozen = true;
    stage.clock.sleep(4000);
    stage.clock.run(10);
    stage.context.isFrozen = false;
    stage.background.done(TEXT);
    stage.clock.run(3000);
    expect(stage.told.at(-1)).toBe('ended');
  });

  it('that was closed is made anew, and has no pause before', () => {
    const stage = halfSpoken();
    stage.background.done(TEXT);
    stage.clock.run(1000);
    stage.context.become('closed');
    stage.speak(NEXT, { pauseBefore: 5000 });
    stage.background.give(NEXT, { pieces: [sound(200)] });
    stage.clock.run(1000);
    expect(stage.contexts).toHaveLength(2);
    expect(stage.told.slice(-2)).toEqual(['started', 'ended']);
  });
});

it.each([
  ['cancelled', (stage: EmbeddedVoiceStage) => stage.engine.cancel()],
  ['at its end', (stage: EmbeddedVoiceStage) => stage.background.done(TEXT)],
])('suspends its output 30 s after the last was %s, and goes on afterwards', (_name, end) => {
  const stage = halfSpoken();
  end(stage);
  stage.clock.run(29_000);
  expect(stage.context.state).toBe('running');
  stage.clock.run(2000);
  expect(stage.context.state).toBe('suspended');
  stage.speak(NEXT);
  stage.background.give(NEXT, { pieces: [sound(200)] });
  stage.clock.run(1000);
  expect(stage.context.calls).toEqual(['suspend', 'resume']);
  expect(stage.told.slice(-2)).toEqual(['started', 'ended']);
});

it('does not suspend its output in the middle of a long text', () => {
  const stage = new EmbeddedVoiceStage();
  stage.speak(TEXT);
  for (let piece = 0; piece < 45; piece++) stage.background.audio(TEXT, sound(1000));
  stage.background.done(TEXT);
  stage.clock.run(44_000);
  expect(stage.context.calls).toEqual([]);
  stage.clock.run(2000);
  expect(stage.told).toEqual(['started', 'ended']);
});
