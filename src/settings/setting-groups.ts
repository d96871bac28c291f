import type { MessageKey } from '../../assets/message-key.ts';
import type { SettingGroup } from './setting.ts';

/** The groups of settings in the order in which a person meets them, with their headings. */
export const SETTING_GROUPS: Record<SettingGroup, MessageKey> = {
  type: 'optionsGroupType',
  colour: 'optionsGroupColour',
  focus: 'optionsGroupFocus',
  understanding: 'optionsUnderstanding',
  listening: 'optionsListening',
  keys: 'optionsGroupKeys',
};
