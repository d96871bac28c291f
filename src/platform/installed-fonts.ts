/** Letters of several scripts: a font need not have those of ours. */
const SAMPLES = ['mmmmmmmmmmlliWQ@', 'نمونه متن', 'שלום עולם', 'नमस्ते', 'ΑαΩω Жщы', '永あ한'];
const FALLBACKS = ['monospace', 'serif'];
/** In pixels: large enough for small differences of width to show. */
const SIZE = 72;

/** Tells whether a font of that name is installed on this machine. */
export type IsFontInstalled = (name: string) => boolean;

/**
 * Makes the test. Browsers give no list of fonts to a page without asking for it, so a text is measured: in a font that is
 * not there it is as wide as in the font that stands in for it, whichever that is. Where nothing can be measured, every
 * font counts as installed: a wrong warning would be worse than none.
 */
export function createInstalledFonts(document: Document): IsFontInstalled {
  const canvas = document.createElement('canvas').getContext('2d');
  return (name) => {
    if (canvas === null) return true;
    const widthIn = (fonts: string, sample: string) => {
      canvas.font = `${SIZE}px ${fonts}`;
      return canvas.measureText(sample).width;
    };
    return FALLBACKS.some((fallback) =>
      SAMPLES.some((sample) => widthIn(`${JSON.stringify(name)}, ${fallback}`, sample) !== widthIn(fallback, sample)),
    );
  };
}
