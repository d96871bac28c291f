/** How a speed is reached. */
export interface Tempo {
  /** What eSpeak is told. */
  wordsPerMinute: number;
  /** How many times shorter its sound is to be made after that; 1 where it is fast enough by itself. */
  compression: number;
}

/**
 * How long a text takes at so many words a minute, measured against the same text at 175: eSpeak shortens pauses and
 * consonants less than vowels, so that twice the words a minute are not half the time. The mean of news sentences in
 * English, German, Spanish and Arabic. It goes no slower and no faster than the ends.
 */
const DURATIONS: readonly [wordsPerMinute: number, duration: number][] = [
  [80, 2.066],
  [100, 1.742],
  [120, 1.452],
  [140, 1.24],
  [160, 1.092],
  [175, 1],
  [200, 0.878],
  [225, 0.783],
  [250, 0.713],
  [275, 0.658],
  [300, 0.605],
  [325, 0.564],
  [350, 0.532],
  [375, 0.501],
  [400, 0.471],
  [425, 0.443],
  [450, 0.421],
];

/** The value at `x` of a line through points whose first numbers go steadily up; the value of an end beyond it. */
function interpolate(points: readonly (readonly [number, number])[], x: number): number {
  let [before] = points;
  for (const point of points) {
    if (before && point[0] >= x) {
      const width = point[0] - before[0];
      return width === 0 ? point[1] : before[1] + ((x - before[0]) / width) * (point[1] - before[1]);
    }
    before = point;
  }
  return before?.[1] ?? 0;
}

/**
 * @param usual the voice's own speed, in words a minute
 * @param rate how many times as fast; as in SpeechManner
 * @param shortening how much of the mean shortening a language knows, as an exponent: less than 1 where it has few long
 * vowels to make shorter
 */
export function tempoOf(usual: number, rate: number, shortening = 1): Tempo {
  const usualDuration = interpolate(DURATIONS, usual);
  const duration = usualDuration * rate ** (-1 / shortening);
  const byDuration = DURATIONS.map(([words, time]) => [time, words] as const).reverse();
  const shortest = DURATIONS.at(-1)?.[1] ?? duration;
  return {
    wordsPerMinute: Math.round(interpolate(byDuration, duration)),
    compression: Math.max(1, rate * (shortest / usualDuration) ** shortening),
  };
}
