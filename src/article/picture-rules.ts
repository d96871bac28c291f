/** How pictures that are no part of an article, and the controls of galleries, are known: assets/pictures.json. */
export interface PictureData {
  /** Words in class names and ids of pictures that stand for a person or a site, as regular expressions. */
  smallMarks: readonly string[];
  /** The same for boxes that tell of the author. */
  authorBoxes: readonly string[];
  /** The same for the strips of small pictures that lead to the large ones. */
  stripMarks: string;
  /** The same for boxes of the picture under a headline. */
  leadMarks: string;
  /** The same for captions and credits. */
  captionMarks: string;
  /** Addresses of files that keep the place of a picture. */
  placeholders: readonly string[];
  /** What the buttons of a gallery say. */
  controls: readonly string[];
  /** "1 of 6". */
  counter: string;
}

/** The same, made ready to be asked. */
export interface PictureRules {
  small: RegExp;
  authorBox: RegExp;
  strip: RegExp;
  lead: RegExp;
  caption: RegExp;
  placeholder: RegExp;
  control: RegExp;
}

export function compilePictures(data: PictureData): PictureRules {
  return {
    small: markPattern(data.smallMarks),
    authorBox: markPattern(data.authorBoxes),
    strip: new RegExp(data.stripMarks, 'i'),
    lead: new RegExp(data.leadMarks, 'i'),
    caption: new RegExp(data.captionMarks, 'i'),
    placeholder: new RegExp(data.placeholders.join('|'), 'i'),
    control: new RegExp(`^[^\\p{L}\\p{N}]*(?:${data.controls.join('|')}|${data.counter})?[^\\p{L}\\p{N}]*$`, 'iu'),
  };
}

/** Whole words of class names, which hyphens, underscores and changes of case set apart. */
function markPattern(marks: readonly string[]): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${marks.join('|').replaceAll('-', '[-_]*')})(?:[\\s_-]|$)`, 'i');
}
