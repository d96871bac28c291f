import { contrastRatio, LEAST_TEXT_CONTRAST } from './contrast.ts';

/** The three colours that a reader chooses, each as `#` and six hexadecimal digits. */
export interface OwnColors {
  paper: string;
  text: string;
  link: string;
}

/** The colours of a theme, by the names that the style sheet has for them. */
export type ThemeColors = Record<
  'paper' | 'text' | 'quiet' | 'link' | 'edge' | 'hair' | 'tint' | 'mark' | 'spoken' | 'focus',
  string
>;

/** WCAG 2.2, 1.4.11 Non-text Contrast. */
const LEAST_CONTROL_CONTRAST = 3;

/** Works out the rest of a theme: shades between the colours of text and paper, no paler than they may be. */
export function themeOf({ paper, text, link }: OwnColors): ThemeColors {
  const shade = (share: number) => mix(paper, text, share);
  const visible = (share: number, least: number) => (contrastRatio(shade(share), paper) >= least ? shade(share) : text);
  return {
    paper,
    text,
    link,
    quiet: visible(0.8, LEAST_TEXT_CONTRAST),
    edge: visible(0.6, LEAST_CONTROL_CONTRAST),
    hair: shade(0.15),
    tint: shade(0.05),
    mark: mix(paper, link, 0.2),
    spoken: mix(paper, link, 0.1),
    focus: contrastRatio(link, paper) >= LEAST_CONTROL_CONTRAST ? link : text,
  };
}

/** A colour between two: of each channel of sRGB `share` of the way from the one to the other. */
function mix(one: string, other: string, share: number): string {
  const channel = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(one, at) + (channel(other, at) - channel(one, at)) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
}
