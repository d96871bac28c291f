import type { Setting } from './setting.ts';

/** Colours of the paper and of what stands on it. */
export const COLOUR_SETTINGS = {
  theme: {
    type: 'choice',
    group: 'colour',
    default: 'system',
    choices: {
      system: 'settingThemeSystem',
      light: 'settingThemeLight',
      dark: 'settingThemeDark',
      sepia: 'settingThemeSepia',
      white: 'settingThemeWhite',
      black: 'settingThemeBlack',
      yellow: 'settingThemeYellow',
      blue: 'settingThemeBlue',
      own: 'settingThemeOwn',
    },
    label: 'settingTheme',
    help: 'settingThemeHelp',
  },
  ownPaper: {
    type: 'color',
    group: 'colour',
    default: '#fcfbf8',
    label: 'settingOwnPaper',
    help: 'settingOwnPaperHelp',
  },
  ownText: {
    type: 'color',
    group: 'colour',
    default: '#1d1c1a',
    label: 'settingOwnText',
    help: 'settingOwnTextHelp',
  },
  ownLink: {
    type: 'color',
    group: 'colour',
    default: '#0b4a8a',
    label: 'settingOwnLink',
    help: 'settingOwnLinkHelp',
  },
  imageDimming: {
    type: 'number',
    group: 'colour',
    default: 0,
    minimum: 0,
    maximum: 80,
    step: 10,
    unit: 'percent',
    label: 'settingImageDimming',
    help: 'settingImageDimmingHelp',
  },
} as const satisfies Record<string, Setting>;
