import type { MessageKey, Translate } from '../../assets/message-key.ts';
import type { NumberSetting, Setting } from './setting.ts';
import { SETTINGS, type SettingId } from './settings.ts';

const UNITS: Record<NumberSetting['unit'], MessageKey> = {
  px: 'settingValuePixels',
  ch: 'settingValueCharacters',
  times: 'settingValueTimes',
  percent: 'settingValuePercent',
  words: 'settingValueWords',
  weight: 'settingValuePlain',
};

/** A value as it is said: the name of a choice, a number with its unit, a key as it is written on it. */
export function describeValue(translate: Translate, id: SettingId, value: string | number): string {
  const setting: Setting = SETTINGS[id];
  switch (setting.type) {
    case 'number': {
      const number = new Intl.NumberFormat(translate('languageOfMessages')).format(Number(value));
      return translate(UNITS[setting.unit], number);
    }
    case 'key':
      return value === '' ? translate('settingValueNoKey') : String(value).toUpperCase();
    case 'font-name':
      return value === '' ? translate('settingValueNoFont') : String(value);
    case 'color':
      return String(value);
    case 'choice': {
      const name = setting.choices[value];
      return name === undefined ? String(value) : translate(name);
    }
  }
}
