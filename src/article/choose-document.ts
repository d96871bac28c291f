import type { ClutterRules } from './clutter-rules.ts';
import { elementsUnder } from './elements.ts';
import { proseUnder } from './prose.ts';
import { unclobbered } from './unclobbered.ts';

/** Where the article of a page is to be read from. */
export interface ChosenDocument {
  /** The page's own document, or that of a frame of the same origin that holds the article. */
  document: Document;
  /** Address (http or https) of a large frame of another origin that may hold the article, where the page itself holds little. */
  foreignFrame: string | null;
}

/** A page with this much prose of its own, in UTF-16 units, needs no frame to be an article. */
const ENOUGH_PROSE = 500;

/** The smallest width and height, in CSS pixels, of a frame that an article could be read in. */
const SMALLEST_FRAME = 200;

/** Frames in frames in frames are advertisements. */
const DEEPEST_FRAME = 3;

interface Found {
  document: Document;
  prose: number;
  foreign: { address: string; area: number } | null;
}

/**
 * Finds the document that holds the article: the page's own, or that of a frame in it. Frames of other origins cannot
 * be looked into; where the page holds little itself, the largest of them is named instead.
 */
export function chooseDocument(document: Document, rules: ClutterRules): ChosenDocument {
  const best = lookInto(document, rules, 0);
  const foreignFrame = best.prose < ENOUGH_PROSE ? (best.foreign?.address ?? null) : null;
  return { document: best.document, foreignFrame };
}

function lookInto(document: Document, rules: ClutterRules, depth: number): Found {
  const root = unclobbered(document, 'documentElement');
  const best: Found = { document, prose: root === null ? 0 : proseUnder(root).length, foreign: null };
  // Looking through the frames of every page would cost time that only few pages repay.
  if (root === null || best.prose >= ENOUGH_PROSE || depth >= DEEPEST_FRAME) return best;
  for (const element of elementsUnder(root)) {
    if (!isFrame(element)) continue;
    const inner = documentIn(element);
    if (inner === null) {
      const foreign = foreignFrame(element, unclobbered(document, 'baseURI'), rules);
      if (foreign !== null && foreign.area > (best.foreign?.area ?? 0)) best.foreign = foreign;
      continue;
    }
    const found = lookInto(inner, rules, depth + 1);
    if (found.prose > best.prose) [best.document, best.prose] = [found.document, found.prose];
    best.foreign ??= found.foreign;
  }
  return best;
}

function isFrame(element: Element): element is HTMLIFrameElement {
  const name = unclobbered(element, 'localName');
  return name === 'iframe' || name === 'frame';
}

/** The document in a frame; null for one of another origin, which some browsers tell by throwing. */
function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    const inner = frame.contentDocument;
    return inner !== null && unclobbered(inner, 'documentElement') !== null ? inner : null;
  } catch {
    return null;
  }
}

function foreignFrame(frame: HTMLIFrameElement, baseAddress: string, rules: ClutterRules): Found['foreign'] {
  const source = frame.getAttribute('src') ?? '';
  if (!URL.canParse(source, baseAddress) || rules.verdictOfMarks(`${frame.className} ${frame.id}`) !== null)
    return null;
  const address = new URL(source, baseAddress);
  if (!/^https?:$/.test(address.protocol)) return null;
  const width = frame.clientWidth || Number.parseInt(frame.width, 10) || 0;
  const height = frame.clientHeight || Number.parseInt(frame.height, 10) || 0;
  return Math.min(width, height) < SMALLEST_FRAME ? null : { address: address.href, area: width * height };
}
