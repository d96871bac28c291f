import type { MessageKey } from '../../assets/message-key.ts';
import type { Settings } from './settings.ts';

export type PresetId = 'dyslexia' | 'lowVision' | 'attention' | 'secondLanguage' | 'listening' | 'calm';

/** Settings for a need; what it does not name stays as the reader has it. */
export interface Preset {
  id: PresetId;
  label: MessageKey;
  /** For whom, and what it changes. */
  help: MessageKey;
  values: Readonly<Partial<Settings>>;
}

/**
 * Presets by need. Their values follow what is known to help most of those who have it: the British Dyslexia Association's
 * Style Guide (2023: sans serif, 12 to 14 pt, spacing of letters up to 35 % with words 3.5 times that, lines of 60 to 70
 * characters, paper not white), WCAG 2.2 1.4.8 (AAA: at most 80 characters, lines 1.5, paragraphs 1.5 times that, not
 * justified) and RNIB's Clear Print guidance.
 */
export const PRESETS: readonly Preset[] = [
  {
    id: 'dyslexia',
    label: 'presetDyslexia',
    help: 'presetDyslexiaHelp',
    values: {
      typeface: 'lexend',
      fontSize: 22,
      lineHeight: 180,
      letterSpacing: 4,
      wordSpacing: 14,
      paragraphSpacing: 150,
      lineWidth: 60,
      alignment: 'start',
      hyphenation: 'off',
      theme: 'sepia',
    },
  },
  {
    id: 'lowVision',
    label: 'presetLowVision',
    help: 'presetLowVisionHelp',
    values: {
      typeface: 'hyperlegible',
      fontSize: 40,
      fontWeight: 600,
      lineHeight: 160,
      lineWidth: 60,
      alignment: 'start',
      columns: 'one',
      theme: 'yellow',
      speechFollow: 'on',
    },
  },
  {
    id: 'attention',
    label: 'presetAttention',
    help: 'presetAttentionHelp',
    values: {
      lineWidth: 54,
      lineHeight: 180,
      paragraphSpacing: 150,
      paragraphFocus: 'on',
      images: 'hidden',
      links: 'plain',
      progress: 'on',
      outline: 'on',
      termMarks: 'plain',
      speakerNames: 'plain',
    },
  },
  {
    id: 'secondLanguage',
    label: 'presetSecondLanguage',
    help: 'presetSecondLanguageHelp',
    values: {
      fontSize: 22,
      lineHeight: 180,
      termMarks: 'marked',
      termDensity: 'all',
      hardWords: 'on',
      syllables: 'on',
      speechRate: 0.8,
      speechMarks: 'both',
      readingPace: 150,
    },
  },
  {
    id: 'listening',
    label: 'presetListening',
    help: 'presetListeningHelp',
    values: {
      speechMarks: 'both',
      speechFollow: 'on',
      speechQuotations: 'announced',
      speechCaptions: 'skip',
      lineFocus: 'off',
      termMarks: 'plain',
      speakerNames: 'plain',
      links: 'plain',
    },
  },
  {
    id: 'calm',
    label: 'presetCalm',
    help: 'presetCalmHelp',
    values: {
      theme: 'sepia',
      lineWidth: 60,
      lineHeight: 170,
      imageDimming: 20,
      links: 'plain',
      termMarks: 'plain',
      speakerNames: 'plain',
      outline: 'off',
      progress: 'off',
    },
  },
];
