import type { MessageKey } from '../../assets/message-key.ts';

/** What a setting is about: those of one group stand under one heading. */
export type SettingGroup = 'type' | 'colour' | 'focus' | 'understanding' | 'listening' | 'keys';

/** What every kind of setting has. */
interface NamedSetting {
  group: SettingGroup;
  label: MessageKey;
  help: MessageKey;
}

/** A setting that is one of a few words. */
export interface ChoiceSetting<Choice extends string = string> extends NamedSetting {
  type: 'choice';
  default: Choice;
  choices: Record<Choice, MessageKey>;
}

/** A setting that is a number in a range, both ends included. */
export interface NumberSetting extends NamedSetting {
  type: 'number';
  default: number;
  minimum: number;
  maximum: number;
  step: number;
  /** What the number counts; `times` and `percent` are of what is usual, `words` are those of a minute. */
  unit: 'px' | 'ch' | 'times' | 'percent' | 'words' | 'weight';
}

/** A setting that is the name of a font on the reader's machine; empty where none is named. */
export interface FontNameSetting extends NamedSetting {
  type: 'font-name';
  default: '';
}

/** A setting that is a colour, as `#` and six hexadecimal digits. */
export interface ColorSetting extends NamedSetting {
  type: 'color';
  default: `#${string}`;
}

/** A setting that is a single key, by the character that it types, in lower case; empty where it is off. */
export interface KeySetting extends NamedSetting {
  type: 'key';
  default: string;
}

export type Setting = ChoiceSetting | NumberSetting | FontNameSetting | ColorSetting | KeySetting;
