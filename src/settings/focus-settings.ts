import type { Setting } from './setting.ts';

/** What keeps the eye where one reads. */
export const FOCUS_SETTINGS = {
  lineFocus: {
    type: 'choice',
    group: 'focus',
    default: 'off',
    choices: {
      off: 'settingLineFocusOff',
      one: 'settingLineFocusOne',
      three: 'settingLineFocusThree',
      five: 'settingLineFocusFive',
    },
    label: 'settingLineFocus',
    help: 'settingLineFocusHelp',
  },
  ruler: {
    type: 'choice',
    group: 'focus',
    default: 'off',
    choices: {
      off: 'settingRulerOff',
      on: 'settingRulerOn',
    },
    label: 'settingRuler',
    help: 'settingRulerHelp',
  },
  paragraphFocus: {
    type: 'choice',
    group: 'focus',
    default: 'off',
    choices: {
      off: 'settingParagraphFocusOff',
      on: 'settingParagraphFocusOn',
    },
    label: 'settingParagraphFocus',
    help: 'settingParagraphFocusHelp',
  },
  images: {
    type: 'choice',
    group: 'focus',
    default: 'shown',
    choices: {
      shown: 'settingImagesShown',
      hidden: 'settingImagesHidden',
    },
    label: 'settingImages',
    help: 'settingImagesHelp',
  },
  links: {
    type: 'choice',
    group: 'focus',
    default: 'marked',
    choices: {
      marked: 'settingLinksMarked',
      plain: 'settingLinksPlain',
    },
    label: 'settingLinks',
    help: 'settingLinksHelp',
  },
  outline: {
    type: 'choice',
    group: 'focus',
    default: 'off',
    choices: {
      off: 'settingOutlineOff',
      on: 'settingOutlineOn',
    },
    label: 'settingOutline',
    help: 'settingOutlineHelp',
  },
  progress: {
    type: 'choice',
    group: 'focus',
    default: 'off',
    choices: {
      off: 'settingProgressOff',
      on: 'settingProgressOn',
    },
    label: 'settingProgress',
    help: 'settingProgressHelp',
  },
  readingPace: {
    type: 'number',
    group: 'focus',
    default: 240,
    minimum: 80,
    maximum: 600,
    step: 10,
    unit: 'words',
    label: 'settingReadingPace',
    help: 'settingReadingPaceHelp',
  },
} as const satisfies Record<string, Setting>;
