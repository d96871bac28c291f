/** What text on paper is to have at least: WCAG 2.2, 1.4.3 Contrast (Minimum), level AA. */
export const LEAST_TEXT_CONTRAST = 4.5;

/**
 * Relative luminance of a colour, from 0 for black to 1 for white (WCAG 2.2, "relative luminance").
 * @param color `#` and three or six hexadecimal digits
 */
export function relativeLuminance(color: string): number {
  const digits = color.length === 4 ? color.replace(/[0-9a-f]/gi, '$&$&') : color;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"); it does not matter which one is in front. */
export function contrastRatio(one: string, other: string): number {
  const [light = 0, dark = 0] = [relativeLuminance(one), relativeLuminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
