export interface SoundLevels {
  /** In decibels of full scale. */
  peak: number;
  /** The root of the mean square, in decibels of full scale. */
  loudness: number;
  /** How many samples are as loud as a sample can be. */
  clipped: number;
}

const decibels = (amplitude: number) => 20 * Math.log10(Math.max(amplitude, 1) / 32_768);

/** How loud a sound of 16-bit samples is. */
export function measureLevels(sound: Int16Array): SoundLevels {
  let [peak, energy, clipped] = [0, 0, 0];
  for (const sample of sound) {
    peak = Math.max(peak, Math.abs(sample));
    energy += sample * sample;
    if (sample >= 32_767 || sample <= -32_767) clipped++;
  }
  return { peak: decibels(peak), loudness: decibels(Math.sqrt(energy / Math.max(1, sound.length))), clipped };
}
