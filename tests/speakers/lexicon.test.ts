import { describe, expect, it } from 'vitest';
import irregular from '../../assets/speakers/irregular-forms.json' with { type: 'json' };
import { hashOf } from '../../src/speakers/hash.ts';
import { baseForms, createLexicon } from '../../src/speakers/lexicon.ts';
import { KEY_MASK } from '../../src/speakers/model.ts';
import { isSpeechAct, isThought } from '../../src/speakers/speech-acts.ts';

describe('base forms', () => {
  it.each([
    ['said', 'say'],
    ['tried', 'try'],
    ['tries', 'try'],
    ['watches', 'watch'],
    ['claims', 'claim'],
    ['insisted', 'insist'],
    ['argued', 'argue'],
    ['admitted', 'admit'],
    ['arguing', 'argue'],
    ['saying', 'say'],
    ['admitting', 'admit'],
    ['spokesmen', 'spokesman'],
    ['told', 'tell'],
  ])('%s → %s', (word, base) => expect(baseForms(word)).toContain(base));

  it('begin with the likeliest: what is irregular, else the word itself', () => {
    expect(baseForms('said')[0]).toBe('say');
    expect(baseForms('seeing')[0]).toBe('seeing');
    expect(baseForms('bridge')).toEqual(['bridge']);
  });

  it('lead from one irregular form to one base', () => {
    const forms = Object.values(irregular).flat();
    expect(new Set(forms).size).toBe(forms.length);
    for (const [base, own] of Object.entries(irregular)) for (const form of own) expect(baseForms(form)[0]).toBe(base);
  });
});

describe('the lexicon', () => {
  const senses = new Map([
    [hashOf('say') & KEY_MASK, 33],
    [hashOf('mayor') & KEY_MASK, 19],
  ]);
  const lexicon = createLexicon(new Map([[hashOf('said'), 3]]), senses);

  it('knows how surely a word reports speech', () => {
    expect([lexicon.cueStrength(hashOf('said')), lexicon.cueStrength(hashOf('mayor'))]).toEqual([3, 0]);
  });

  it('knows a word by any of its forms, and gives the same answer again', () => {
    expect(['said', 'saying', 'says', 'mayors', 'bridge', 'said'].map(lexicon.sense)).toEqual([33, 33, 33, 19, 0, 33]);
  });

  it('stays right when it has met more words than it remembers', () => {
    for (let number = 0; number < 45_000; number++) lexicon.sense(`word${number}`);
    expect(['said', 'word7', 'mayor'].map(lexicon.sense)).toEqual([33, 0, 19]);
  });
});

it.each([
  ['rejected', true],
  ['has repeatedly denied', true],
  ['Vowing', true],
  ['criticising', true],
  ['wants', false],
  ['believes', false],
  ['', false],
  ['12', false],
])('whether “%s” is an act of speech: %s', (cue, expected) => expect(isSpeechAct(cue)).toBe(expected));

it.each([
  ['hopes', true],
  ['had long believed', true],
  ['said', false],
  ['believed and said', false],
  ['', false],
])('whether “%s” is a thought: %s', (cue, expected) => expect(isThought(cue)).toBe(expected));
