import { describe, expect, it } from 'vitest';
import descriptionHeads from '../../assets/language/description-heads.json' with { type: 'json' };
import longerNames from '../../assets/language/longer-names.json' with { type: 'json' };

describe('the lists that terms are found with', () => {
  it.each([
    ['description-heads, heads', descriptionHeads.heads, /^[a-z]+(?:-[a-z]+)*$/],
    ['longer-names, heads', longerNames.heads, /^[a-z]+$/],
    ['longer-names, before', longerNames.before, /^[a-z]+$/],
    ['longer-names, behind', longerNames.behind, /^[A-Z]{2,3}$/],
  ])('%s: sorted, each word once and in its form', (_, words, form) => {
    expect(words).toEqual([...new Set(words)].sort());
    for (const word of words) expect(word).toMatch(form);
  });
});
