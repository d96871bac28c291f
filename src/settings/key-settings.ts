import type { Setting } from './setting.ts';

/** The single keys of the reading view (WCAG 2.2, 2.1.4: each can be another one, or off). */
export const KEY_SETTINGS = {
  singleKeys: {
    type: 'choice',
    group: 'keys',
    default: 'on',
    choices: { on: 'settingSingleKeysOn', off: 'settingSingleKeysOff' },
    label: 'settingSingleKeys',
    help: 'settingSingleKeysHelp',
  },
  keyListen: {
    type: 'key',
    group: 'keys',
    default: 'k',
    label: 'settingKeyListen',
    help: 'settingKeyListenHelp',
  },
  keySentenceBack: {
    type: 'key',
    group: 'keys',
    default: 'j',
    label: 'settingKeySentenceBack',
    help: 'settingKeySentenceBackHelp',
  },
  keySentenceOn: {
    type: 'key',
    group: 'keys',
    default: 'l',
    label: 'settingKeySentenceOn',
    help: 'settingKeySentenceOnHelp',
  },
  keyFocusBack: {
    type: 'key',
    group: 'keys',
    default: 'b',
    label: 'settingKeyFocusBack',
    help: 'settingKeyFocusBackHelp',
  },
  keyFocusOn: {
    type: 'key',
    group: 'keys',
    default: 'n',
    label: 'settingKeyFocusOn',
    help: 'settingKeyFocusOnHelp',
  },
  keyGlossary: {
    type: 'key',
    group: 'keys',
    default: 'g',
    label: 'settingKeyGlossary',
    help: 'settingKeyGlossaryHelp',
  },
  keySpeakers: {
    type: 'key',
    group: 'keys',
    default: 's',
    label: 'settingKeySpeakers',
    help: 'settingKeySpeakersHelp',
  },
  keyAppearance: {
    type: 'key',
    group: 'keys',
    default: 'a',
    label: 'settingKeyAppearance',
    help: 'settingKeyAppearanceHelp',
  },
} as const satisfies Record<string, Setting>;
