import { describe, expect, it } from 'vitest';
import { combineSettings } from '../../tools/voice/measure/voice-setting.ts';

describe('the settings of a voice', () => {
  it('are combined, each with each', () => {
    const settings = combineSettings({
      voice: ['gmw/en', 'gmw/en-US'],
      variant: ['default'],
      wordsPerMinute: ['150', '170'],
      pitch: ['50'],
      range: ['40'],
      speed: ['1'],
      filter: ['none'],
    });
    expect(settings.map(({ voice, wordsPerMinute }) => [voice, wordsPerMinute])).toEqual([
      ['gmw/en', 150],
      ['gmw/en', 170],
      ['gmw/en-US', 150],
      ['gmw/en-US', 170],
    ]);
    expect(settings[0]).toMatchObject({ variant: 'default', pitch: 50, range: 40, speed: 1, filter: 'none' });
  });
});
