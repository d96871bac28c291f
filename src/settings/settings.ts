import type { MessageKey } from '../../assets/message-key.ts';

/** What a setting is about: those of one group stand under one heading. */
export type SettingGroup = 'appearance' | 'understanding' | 'listening';

/** A setting that is one of a few words. */
export interface ChoiceSetting<Choice extends string = string> {
  type: 'choice';
  group: SettingGroup;
  default: Choice;
  choices: Record<Choice, MessageKey>;
  label: MessageKey;
  help: MessageKey;
}

/** A setting that is a number in a range, both ends included. */
export interface NumberSetting {
  type: 'number';
  group: SettingGroup;
  default: number;
  minimum: number;
  maximum: number;
  step: number;
  /** The CSS unit in which the value is applied; `times` and `percent` are of what is usual. */
  unit: 'px' | 'ch' | 'times' | 'percent';
  label: MessageKey;
  help: MessageKey;
}

export type Setting = ChoiceSetting | NumberSetting;

/** Every setting there is: the type, the validation, the options page and the live application all come from here. */
export const SETTINGS = {
  theme: {
    type: 'choice',
    group: 'appearance',
    default: 'system',
    choices: {
      system: 'settingThemeSystem',
      light: 'settingThemeLight',
      dark: 'settingThemeDark',
      sepia: 'settingThemeSepia',
    },
    label: 'settingTheme',
    help: 'settingThemeHelp',
  },
  fontSize: {
    type: 'number',
    group: 'appearance',
    default: 20,
    minimum: 12,
    maximum: 48,
    step: 1,
    unit: 'px',
    label: 'settingFontSize',
    help: 'settingFontSizeHelp',
  },
  lineWidth: {
    type: 'number',
    group: 'appearance',
    default: 66,
    minimum: 30,
    maximum: 120,
    step: 2,
    unit: 'ch',
    label: 'settingLineWidth',
    help: 'settingLineWidthHelp',
  },
  speakerNames: {
    type: 'choice',
    group: 'understanding',
    default: 'marked',
    choices: { marked: 'settingSpeakerNamesMarked', plain: 'settingSpeakerNamesPlain' },
    label: 'settingSpeakerNames',
    help: 'settingSpeakerNamesHelp',
  },
  speakerOrder: {
    type: 'choice',
    group: 'understanding',
    default: 'appearance',
    choices: { appearance: 'settingSpeakerOrderAppearance', amount: 'settingSpeakerOrderAmount' },
    label: 'settingSpeakerOrder',
    help: 'settingSpeakerOrderHelp',
  },
  termMarks: {
    type: 'choice',
    group: 'understanding',
    default: 'marked',
    choices: { marked: 'settingTermMarksMarked', plain: 'settingTermMarksPlain' },
    label: 'settingTermMarks',
    help: 'settingTermMarksHelp',
  },
  termDensity: {
    type: 'choice',
    group: 'understanding',
    default: 'usual',
    choices: { few: 'settingTermDensityFew', usual: 'settingTermDensityUsual', all: 'settingTermDensityAll' },
    label: 'settingTermDensity',
    help: 'settingTermDensityHelp',
  },
  termOrder: {
    type: 'choice',
    group: 'understanding',
    default: 'alphabet',
    choices: { alphabet: 'settingTermOrderAlphabet', text: 'settingTermOrderText' },
    label: 'settingTermOrder',
    help: 'settingTermOrderHelp',
  },
  hardWords: {
    type: 'choice',
    group: 'understanding',
    default: 'off',
    choices: { off: 'settingHardWordsOff', on: 'settingHardWordsOn' },
    label: 'settingHardWords',
    help: 'settingHardWordsHelp',
  },
  speechRate: {
    type: 'number',
    group: 'listening',
    default: 1,
    minimum: 0.5,
    maximum: 3,
    step: 0.1,
    unit: 'times',
    label: 'settingSpeechRate',
    help: 'settingSpeechRateHelp',
  },
  speechPitch: {
    type: 'number',
    group: 'listening',
    default: 1,
    minimum: 0.5,
    maximum: 2,
    step: 0.1,
    unit: 'times',
    label: 'settingSpeechPitch',
    help: 'settingSpeechPitchHelp',
  },
  speechVolume: {
    type: 'number',
    group: 'listening',
    default: 100,
    minimum: 0,
    maximum: 100,
    step: 5,
    unit: 'percent',
    label: 'settingSpeechVolume',
    help: 'settingSpeechVolumeHelp',
  },
  speechMarks: {
    type: 'choice',
    group: 'listening',
    default: 'both',
    choices: {
      both: 'settingSpeechMarksBoth',
      sentence: 'settingSpeechMarksSentence',
      word: 'settingSpeechMarksWord',
      none: 'settingSpeechMarksNone',
    },
    label: 'settingSpeechMarks',
    help: 'settingSpeechMarksHelp',
  },
  speechFollow: {
    type: 'choice',
    group: 'listening',
    default: 'on',
    choices: { on: 'settingSpeechFollowOn', off: 'settingSpeechFollowOff' },
    label: 'settingSpeechFollow',
    help: 'settingSpeechFollowHelp',
  },
  speechQuotations: {
    type: 'choice',
    group: 'listening',
    default: 'plain',
    choices: {
      plain: 'settingSpeechQuotationsPlain',
      announced: 'settingSpeechQuotationsAnnounced',
      second: 'settingSpeechQuotationsSecond',
    },
    label: 'settingSpeechQuotations',
    help: 'settingSpeechQuotationsHelp',
  },
  speechCaptions: {
    type: 'choice',
    group: 'listening',
    default: 'skip',
    choices: { skip: 'settingSpeechSkip', read: 'settingSpeechRead' },
    label: 'settingSpeechCaptions',
    help: 'settingSpeechCaptionsHelp',
  },
  speechTables: {
    type: 'choice',
    group: 'listening',
    default: 'skip',
    choices: { skip: 'settingSpeechSkip', read: 'settingSpeechRead' },
    label: 'settingSpeechTables',
    help: 'settingSpeechTablesHelp',
  },
  speechCode: {
    type: 'choice',
    group: 'listening',
    default: 'skip',
    choices: { skip: 'settingSpeechSkip', read: 'settingSpeechRead' },
    label: 'settingSpeechCode',
    help: 'settingSpeechCodeHelp',
  },
  speechNotes: {
    type: 'choice',
    group: 'listening',
    default: 'skip',
    choices: { skip: 'settingSpeechSkip', read: 'settingSpeechRead' },
    label: 'settingSpeechNotes',
    help: 'settingSpeechNotesHelp',
  },
  speechKeys: {
    type: 'choice',
    group: 'listening',
    default: 'on',
    choices: { on: 'settingSpeechKeysOn', off: 'settingSpeechKeysOff' },
    label: 'settingSpeechKeys',
    help: 'settingSpeechKeysHelp',
  },
} as const satisfies Record<string, Setting>;

export type SettingId = keyof typeof SETTINGS;

export type Settings = {
  -readonly [Id in SettingId]: (typeof SETTINGS)[Id] extends { type: 'choice'; choices: infer Choices }
    ? keyof Choices
    : number;
};

/** The ids in the order of the table: the order in which a person meets the settings. */
export const SETTING_IDS = Object.keys(SETTINGS) as readonly SettingId[];

/** A fresh copy of every setting as it is before a person has changed anything. */
export function defaultSettings(): Settings {
  return Object.fromEntries(SETTING_IDS.map((id) => [id, SETTINGS[id].default])) as Settings;
}

/** The settings as they stand now, and word of each change; the reader and the options page are handed one. */
export interface LiveSettings {
  current(): Settings;
  /** Calls `listener` after each change, until `signal` is aborted. */
  subscribe(listener: (settings: Settings) => void, signal: AbortSignal): void;
}
