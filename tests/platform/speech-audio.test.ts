import { describe, expect, it } from 'vitest';
import { LoudspeakerOutput, SilentOutput, type SoundOutput } from '../../src/platform/sound-output.ts';
import { SpeechAudio } from '../../src/platform/speech-audio.ts';
import { FakeClock } from '../speech/fake-clock.ts';
import { FakeAudioContext } from './fake-audio-context.ts';

function stage({ runs = true, obeys = true, wasPressed = true, hasAudio = true } = {}) {
  const clock = new FakeClock();
  const contexts: FakeAudioContext[] = [];
  const given: (SoundOutput | null)[] = [];
  const state = { wasPressed, hasAudio, silences: 0 };
  const audio = new SpeechAudio({
    tellsLatency: true,
    createContext: () => {
      if (!state.hasAudio) throw new Error('no audio');
      const context = new FakeAudioContext(clock, { runs, obeys });
      contexts.push(context);
      return context.asContext;
    },
    wasPressed: () => state.wasPressed,
    tellSilent: () => state.silences++,
    clock,
  });
  const open = () => audio.open((output) => given.push(output));
  const context = () => {
    const last = contexts.at(-1);
    if (last === undefined) throw new Error('there is no context');
    return last;
  };
  return { clock, contexts, context, given, state, audio, open };
}

describe('an output', () => {
  it('is given at once where the context runs, and is the same each time', () => {
    const { clock, contexts, given, open } = stage();
    expect(contexts).toHaveLength(0);
    open();
    clock.run(5000);
    open();
    expect(given[0]).toBeInstanceOf(LoudspeakerOutput);
    expect(given).toEqual([given[0], given[0]]);
    expect(contexts).toHaveLength(1);
  });

  it('is waited for until the context runs, and given once', () => {
    const { clock, context, given, state, open } = stage({ runs: false, obeys: false });
    open();
    clock.run(1000);
    expect([given, context().calls]).toEqual([[], ['resume']]);
    context().become('running');
    clock.run(20);
    expect(given).toHaveLength(1);
    expect(given[0]).toBeInstanceOf(LoudspeakerOutput);
    clock.run(60_000);
    expect([given.length, state.silences]).toEqual([1, 0]);
  });

  it('is none where nobody has pressed anything', () => {
    const { clock, given, state, open } = stage({ runs: false, obeys: false, wasPressed: false });
    open();
    clock.run(1900);
    expect(given).toEqual([]);
    clock.run(200);
    expect([given, state.silences]).toEqual([[null], 0]);
  });

  it('is asked for again after a press while it is waited for: there may well be a device', () => {
    const { clock, context, given, state, open } = stage({ runs: false, obeys: false, wasPressed: false });
    open();
    clock.run(1900);
    context().obeys = true;
    state.wasPressed = true;
    clock.run(100);
    expect(given).toHaveLength(1);
    expect(given[0]).toBeInstanceOf(LoudspeakerOutput);
    expect(state.silences).toBe(0);
  });

  it('is asked for by the latest call alone', () => {
    const { clock, context, given, audio, open } = stage({ runs: false, obeys: false });
    const early: unknown[] = [];
    audio.open((output) => early.push(output));
    open();
    context().become('running');
    clock.run(5000);
    expect([early.length, given.length]).toEqual([0, 1]);
  });

  it('is not given any more once it rests', () => {
    const { clock, context, given, audio, open } = stage({ runs: false, obeys: false });
    open();
    audio.rest();
    context().become('running');
    clock.run(10_000);
    expect(given).toEqual([]);
  });
});

describe('a machine without a sound device', () => {
  it.each([
    ['whose context never runs', { runs: false, obeys: false }],
    ['whose browser makes no context', { hasAudio: false }],
  ])('%s has a silent output, which is told once', (_name, behaviour) => {
    const { clock, given, state, open } = stage(behaviour);
    open();
    clock.run(2100);
    expect(given[0]).toBeInstanceOf(SilentOutput);
    open();
    expect(given).toEqual([given[0], given[0]]);
    expect(state.silences).toBe(1);
  });

  it('that makes no context and was not pressed is not allowed', () => {
    const { given, open } = stage({ hasAudio: false, wasPressed: false });
    open();
    expect(given).toEqual([null]);
  });

  it('is heard once it gets one, and told anew when it loses it', () => {
    const { clock, context, given, state, audio, open } = stage({ runs: false, obeys: false });
    open();
    clock.run(2100);
    context().become('running');
    open();
    expect(given[1]).toBeInstanceOf(LoudspeakerOutput);
    audio.discard();
    open();
    clock.run(2100);
    expect(given[2]).toBeInstanceOf(SilentOutput);
    expect(state.silences).toBe(2);
  });
});

describe('a context', () => {
  it('that was closed is made anew, with an output of its own', () => {
    const { contexts, context, given, open } = stage();
    open();
    context().become('closed');
    open();
    expect(contexts).toHaveLength(2);
    expect(given[1]).toBeInstanceOf(LoudspeakerOutput);
    expect(given[1]).not.toBe(given[0]);
  });

  it('that has lost its device is closed and made anew', () => {
    const { contexts, given, audio, open } = stage();
    open();
    audio.discard();
    expect(contexts[0]?.calls).toEqual(['close']);
    // Its state is told a while after it was closed.
    contexts[0]?.become('running');
    open();
    expect(contexts).toHaveLength(2);
    expect(given[1]).not.toBe(given[0]);
  });

  it('is suspended after 30 s of rest, and resumed for what is spoken next', () => {
    const { clock, context, given, audio, open } = stage();
    open();
    clock.run(60_000);
    audio.rest();
    clock.run(29_999);
    expect(context().calls).toEqual([]);
    clock.run(1);
    expect(context().calls).toEqual(['suspend']);
    open();
    expect(context().calls).toEqual(['suspend', 'resume']);
    expect(given).toEqual([given[0], given[0]]);
    clock.run(60_000);
    open();
    expect(context().calls).toHaveLength(2);
  });

  it('is resumed also while its suspension is on its way', () => {
    const { clock, context, given, audio, open } = stage();
    open();
    audio.rest();
    clock.run(30_000);
    // Its state is told a while after it was suspended.
    context().become('running');
    open();
    expect(context().calls).toEqual(['suspend', 'resume']);
    expect(given).toHaveLength(2);
  });

  it('is not suspended where something is spoken before the 30 s are over', () => {
    const { clock, context, audio, open } = stage();
    open();
    audio.rest();
    clock.run(20_000);
    open();
    clock.run(20_000);
    expect(context().calls).toEqual([]);
  });

  it('that has lost its device is waited for no longer', () => {
    const { clock, given, audio, open } = stage({ runs: false, obeys: false });
    open();
    audio.discard();
    clock.run(10_000);
    expect(given).toEqual([]);
  });

  it('is not even made for a rest', () => {
    const { clock, contexts, audio } = stage();
    audio.rest();
    clock.run(60_000);
    audio.discard();
    expect(contexts).toEqual([]);
  });
});
