import { expect, it } from 'vitest';
import { applySettings, DEFAULT_SETTINGS } from '../../tools/attribution/training-settings.ts';

it('changes what is named and keeps the rest', () => {
  const changed = applySettings(DEFAULT_SETTINGS, ['runs=6', 'decay=2e-3']);
  expect(changed).toEqual({ ...DEFAULT_SETTINGS, runs: 6, decay: 0.002 });
  expect(applySettings(DEFAULT_SETTINGS, [])).toEqual(DEFAULT_SETTINGS);
});

it('says which settings there are where one is unknown', () => {
  expect(() => applySettings(DEFAULT_SETTINGS, ['rounds=6'])).toThrow(
    /no setting rounds; there are epochs, .*smallest/,
  );
  expect(() => applySettings(DEFAULT_SETTINGS, ['toString=1'])).toThrow('no setting toString');
});

it.each(['runs', 'runs=', 'runs=many', 'runs=-1', 'runs=1=2'])('refuses %s', (change) => {
  expect(() => applySettings(DEFAULT_SETTINGS, [change])).toThrow(`${change}: a setting is a number`);
});
