import { describe, expect, it } from 'vitest';
import type { SpeechFault } from '../../src/speech/engine.ts';
import type { FailureReason } from '../../src/speech/player-state.ts';
import {
  begin,
  EMBEDDED,
  Listening,
  type ListeningSetup,
  LONG,
  OTHER,
  repeatsIn,
  SYSTEM,
  scriptOf,
  TEXTS,
} from './listening.ts';

const SAYS_WORDS = {};
const NO_WORDS = { words: 'none' } as const;
const both = { systemVoices: [SYSTEM], embeddedVoices: [EMBEDDED] };

interface Row extends ListeningSetup {
  name: string;
  /** How many words may be heard again in all, and how far back. */
  repeats?: number;
  furthest?: number;
  states?: string[];
  voices?: string[];
}

const SMOOTH = ['preparing', 'speaking', 'ended'];
const MENDED = ['preparing', 'speaking', 'preparing', 'speaking', 'ended'];
const failing = (fault: SpeechFault, after: number) => ({ fails: { after, fault } });
/** Does badly with one request only. */
const once = <B extends object>(number: number, bad: B, good: object = SAYS_WORDS) => ({
  system: (_request: unknown, count: number) => (count === number ? bad : good),
});

const ROWS: Row[] = [
  { name: 'all is well' },
  { name: 'words are never told', system: NO_WORDS },
  { name: 'the start is never told', system: { hidesStart: true } },
  {
    name: 'neither start nor words are told',
    system: { hidesStart: true, words: 'none' },
    embeddedVoices: [EMBEDDED],
    repeats: 100,
    furthest: 12,
    states: [...SMOOTH],
    voices: ['Ada', 'en'],
  },
  { name: 'the end is never told', system: { hidesEnd: true } },
  { name: 'the end is told at cancel only', system: { words: 'none', hidesEnd: true, atCancel: 'ended' } },
  { name: 'neither words nor the end are told', system: { words: 'none', hidesEnd: true } },
  { name: 'words are told out of range', system: { words: 'out-of-range' } },
  { name: 'words are told backwards', system: { words: 'backwards' } },
  { name: 'words jump', system: { words: 'jumping' } },
  { name: 'the first word is told over and over', system: { words: 'always-the-first' } },
  { name: 'cancel tells the end', system: { atCancel: 'ended' } },
  { name: 'cancel tells a failure', system: { atCancel: 'failed' } },
  { name: 'a slow voice', system: { lettersASecond: 9, words: 'none' } },
  { name: 'a slow voice that never tells the end', system: { lettersASecond: 10, words: 'none', hidesEnd: true } },
  { name: 'a fast voice', system: { lettersASecond: 30, words: 'none' } },
  { name: 'another tab speaks for 2 s', ...once(2, { startsAfter: 2000 }) },
  {
    name: 'another tab speaks for long',
    ...both,
    ...once(2, { startsAfter: 20_000 }),
    states: MENDED,
    voices: ['Ada', 'en'],
  },
  { name: 'dead after 3 s without an event', ...once(3, { diesAfter: 3000 }), repeats: 1, furthest: 2, states: MENDED },
  {
    name: 'the synthesis dies in the middle, again and again',
    ...both,
    system: (_, number) => (number >= 3 ? { diesAfter: 2000 } : {}),
    repeats: 3,
    furthest: 2,
    states: ['preparing', 'speaking', 'preparing', 'speaking', 'preparing', 'speaking', 'ended'],
    voices: ['Ada', 'en'],
  },
  { name: 'it is over at once', ...both, system: { endsAtOnce: true }, voices: ['en'] },
  {
    name: 'it is over at once later on',
    ...both,
    ...once(2, { endsAtOnce: true }),
    states: MENDED,
    voices: ['Ada', 'en'],
  },
  { name: 'it throws', ...both, system: { throws: true }, voices: ['en'] },
  { name: 'a silent voice', ...both, system: { isSilent: true }, voices: ['en'] },
  {
    name: 'a silent voice and no embedded one',
    systemVoices: [SYSTEM, OTHER],
    system: ({ voice }) => (voice.id === 'Ada' ? { isSilent: true } : {}),
    voices: ['Ben'],
  },
  ...(['network', 'language-unavailable', 'voice-unavailable', 'synthesis-failed'] as const).flatMap((fault): Row[] => [
    { name: `${fault} at once`, ...both, system: failing(fault, 5), voices: ['en'] },
    {
      name: `${fault} in the middle`,
      ...both,
      ...once(3, failing(fault, 3000)),
      states: MENDED,
      repeats: 1,
      furthest: 2,
      voices: ['Ada', 'en'],
    },
    {
      name: `${fault} in the middle, without words`,
      ...both,
      ...once(3, { ...NO_WORDS, ...failing(fault, 3000) }, NO_WORDS),
      states: MENDED,
      repeats: 4,
      furthest: 4,
      voices: ['Ada', 'en'],
    },
  ]),
  {
    name: 'a fault of the whole engine',
    systemVoices: [SYSTEM, OTHER],
    embeddedVoices: [EMBEDDED],
    system: failing('synthesis-failed', 5),
    voices: ['en'],
  },
  {
    name: 'a fault of one voice',
    systemVoices: [SYSTEM, OTHER],
    embeddedVoices: [EMBEDDED],
    system: ({ voice }) => (voice.id === 'Ada' ? failing('voice-unavailable', 5) : {}),
    voices: ['Ben'],
  },
  {
    name: 'a fault in the first words of a slow voice without words',
    ...both,
    ...once(0, { ...NO_WORDS, lettersASecond: 12, ...failing('network', 3400) }),
    states: MENDED,
    repeats: 4,
    furthest: 2,
  },
  { name: 'synthesis-failed once with the only voice', ...once(2, failing('synthesis-failed', 5)), states: MENDED },
  { name: 'network once with the only voice', ...once(0, failing('network', 5)) },
  {
    name: 'the sound device is busy for a second',
    system: (_, number) => (number < 2 ? failing('audio-busy', 1) : {}),
  },
];

describe('what must be survived', () => {
  it.each(ROWS)('$name', ({ repeats = 0, furthest = 1, states = SMOOTH, voices, ...setup }) => {
    const listening = new Listening(setup);
    listening.player.load(scriptOf(...TEXTS));
    listening.player.play();
    listening.clock.run(LONG);
    const repeated = repeatsIn(listening.heard, TEXTS, furthest);
    expect(repeated).toBeTypeOf('number');
    expect(Number(repeated)).toBeLessThanOrEqual(repeats);
    expect(listening.states).toEqual(states);
    expect(listening.sentences).toEqual(TEXTS.map((_, index) => index));
    if (repeats === 0) expect(marksOf(listening)).toEqual([]);
    if (voices !== undefined) expect(listening.voices).toEqual(voices);
    const hasChanged = setup.embeddedVoices !== undefined || listening.voices[0] === 'Ben';
    expect(listening.notices).toEqual(hasChanged ? ['voice-replaced'] : []);
  });
});

/** What is wrong with the marks: they go back, or leave out more than a word of a sentence. */
function marksOf({ words }: Listening): string[] {
  return TEXTS.flatMap((text, index) => {
    const starts = words.flatMap((word) => (word?.block === `b${index}` ? [word.start] : []));
    const isAscending = starts.every((start, place) => start > (starts[place - 1] ?? -1) && start < text.length);
    // The pace is learned from the first sentence.
    const isWhole = index === 0 || starts.length >= text.split(' ').length - 1;
    return isAscending && isWhole ? [] : [`${text}: ${starts.join(' ')}`];
  });
}

it('asks for each sentence once where the end is told at cancel only', () => {
  const listening = begin({ system: { words: 'none', hidesEnd: true, atCancel: 'ended' } });
  listening.clock.run(LONG);
  expect(listening.system.requests.map(({ text }) => text)).toEqual(TEXTS);
});

interface FailingRow extends ListeningSetup {
  name: string;
  reason: FailureReason;
  /** In milliseconds from the time when sound should have come. */
  within: number;
}

const FAILING: FailingRow[] = [
  { name: 'no voices at all', reason: 'no-voice', within: 1500, systemVoices: [] },
  {
    name: 'voices of other languages only',
    reason: 'no-voice',
    within: 1500,
    systemVoices: [{ ...SYSTEM, language: 'de' }],
  },
  { name: 'a remote voice only', reason: 'no-voice', within: 1500, systemVoices: [{ ...SYSTEM, isLocal: false }] },
  { name: 'not allowed', reason: 'not-allowed', within: 10, ...both, system: failing('not-allowed', 5) },
  {
    name: 'the sound device stays busy',
    reason: 'audio-busy',
    within: 1600,
    ...both,
    system: failing('audio-busy', 5),
  },
  { name: 'silence', reason: 'no-sound', within: 2500, system: { isSilent: true } },
  { name: 'the only voice fails', reason: 'synthesis-failed', within: 600, system: failing('synthesis-failed', 5) },
  { name: 'the only voice throws', reason: 'synthesis-failed', within: 600, system: { throws: true } },
  { name: 'the only voice is not reached', reason: 'network', within: 600, system: failing('network', 5) },
  { name: 'the only voice is gone', reason: 'voice-unavailable', within: 100, system: failing('voice-unavailable', 5) },
  {
    name: 'the language is gone',
    reason: 'language-unavailable',
    within: 100,
    system: failing('language-unavailable', 5),
  },
  {
    name: 'all voices fail',
    reason: 'synthesis-failed',
    within: 1000,
    systemVoices: Array.from({ length: 100 }, (_, index) => ({ ...SYSTEM, id: `v${index}`, name: `v${index}` })),
    embeddedVoices: [EMBEDDED],
    system: failing('synthesis-failed', 5),
    embedded: failing('synthesis-failed', 5),
  },
  { name: 'over at once, again and again', reason: 'no-sound', within: 100, system: { endsAtOnce: true } },
];

describe('a reason in time', () => {
  it.each(FAILING)('$name', ({ reason, within, ...setup }) => {
    const listening = new Listening(setup);
    listening.player.load(scriptOf(...TEXTS));
    listening.player.play();
    listening.clock.run(LONG);
    expect(listening.states).toEqual(['preparing', `failed ${reason}`]);
    expect(listening.stateTimes[1]).toBeLessThanOrEqual(within);
    expect(listening.heard).toBe('');
    expect(listening.clock.waiting).toBe(0);
    // It can be tried again, and tells the reason again.
    listening.player.play();
    listening.clock.run(LONG);
    expect(listening.states.slice(2)).toEqual(['preparing', `failed ${reason}`]);
  });

  it('tells of two silent voices within 2.5 s each, the first by its replacement, and tries no third', () => {
    const systemVoices = [SYSTEM, OTHER, { ...SYSTEM, id: 'Cleo', name: 'Cleo' }];
    const listening = new Listening({
      ...both,
      systemVoices,
      system: { isSilent: true },
      embedded: { isSilent: true },
    });
    listening.player.load(scriptOf(...TEXTS));
    listening.player.play();
    listening.clock.run(2600);
    expect(listening.notices).toEqual(['voice-replaced']);
    listening.clock.run(2500);
    expect(listening.player.state).toEqual({ name: 'failed', reason: 'no-sound' });
  });

  it('has nothing to read in an empty script', () => {
    const listening = new Listening();
    listening.player.load([]);
    listening.player.play();
    expect(listening.player.state).toEqual({ name: 'failed', reason: 'nothing-to-read' });
    listening.player.step('sentence', 1);
    listening.player.goTo(3);
    listening.player.pause();
    expect(listening.states).toEqual(['failed nothing-to-read']);
  });
});
