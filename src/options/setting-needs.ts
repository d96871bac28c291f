import type { Translate } from '../../assets/message-key.ts';
import { describeValue } from '../settings/describe-value.ts';
import { SETTINGS, type SettingId, type Settings } from '../settings/settings.ts';

/** Settings that do something only while another one has a certain value. */
const NEEDS: Partial<Record<SettingId, Readonly<Partial<Settings>>>> = {
  installedFont: { typeface: 'installed' },
  ownPaper: { theme: 'own' },
  ownText: { theme: 'own' },
  ownLink: { theme: 'own' },
};

/** Says what a setting needs in order to do something; null where it has it. */
export function describeNeed(translate: Translate, id: SettingId, settings: Settings): string | null {
  for (const [needed, value] of Object.entries(NEEDS[id] ?? {}) as [SettingId, string][])
    if (settings[needed] !== value)
      return translate('optionsNeeds', translate(SETTINGS[needed].label), describeValue(translate, needed, value));
  return null;
}
