import type { Setting } from './setting.ts';

/** What is marked and listed of terms and of those who speak. */
export const UNDERSTANDING_SETTINGS = {
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
  onPaper: {
    type: 'choice',
    group: 'understanding',
    default: 'all',
    choices: { all: 'settingOnPaperAll', article: 'settingOnPaperArticle' },
    label: 'settingOnPaper',
    help: 'settingOnPaperHelp',
  },
} as const satisfies Record<string, Setting>;
