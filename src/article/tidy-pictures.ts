import { collapseWhiteSpace } from '../text/white-space.ts';
import { elementsNamed, marksOf, nearestNamed } from './elements.ts';
import type { PictureRules } from './picture-rules.ts';

/** Icons and faces beside a name are at most this wide and high, in CSS pixels; pictures to look at are not. */
const SMALL = 64;

/** At least this wide, in CSS pixels, a picture is to be looked at, whatever its class says. */
const LARGE = 300;

/** A box with more text than this, in UTF-16 units, tells of more than an author. */
const LONGEST_AUTHOR_BOX = 400;

/** What addresses of one picture in several sizes differ by. */
const SIZE_IN_ADDRESS =
  /[?&](?:w|h|width|height|q|quality|fit|crop|resize|auto|format|fm|dpr|s|size|ssl|strip|impolicy|im)=[^&]*|[-_]\d{2,4}x\d{2,4}(?=\.\w+$)|^https?:/g;

/**
 * Step 5b: takes icons, logos and faces of authors out of the article, and each picture that it shows already. Comes
 * after Readability, which leaves few pictures to look at, and before the blocks, because a line of text may stand
 * beside such a picture.
 */
export function tidyPictures(root: Element, rules: PictureRules) {
  const shown = new Map<string, Element>();
  for (const image of elementsNamed(root, 'img')) {
    const figure = figureAround(image);
    const caption = collapseWhiteSpace(figure.textContent ?? '');
    if (caption === '' && isBeside(image, root, rules)) {
      const words = image.getAttribute('alt') ?? '';
      // Emoji are often drawn as pictures.
      if (/^\P{L}{1,8}$/u.test(words) && /\p{So}|\p{Emoji_Presentation}/u.test(words)) image.replaceWith(words);
      else removeWithBoxes(figure, root);
      continue;
    }
    const file = fileOf(image);
    const earlier = shown.get(file);
    const captionBefore = collapseWhiteSpace(earlier?.textContent ?? '');
    // Two captions make two pictures of one file; and a file that could not be found is no picture twice.
    if (earlier === undefined || file.startsWith('data:,')) shown.set(file, figure);
    else if (caption === '' || caption === captionBefore) removeWithBoxes(figure, root);
    else if (captionBefore === '') {
      removeWithBoxes(earlier, root);
      shown.set(file, figure);
    }
  }
}

/** The address of a picture without its size, or without an address nothing. */
export function fileOf(image: Element | undefined): string {
  return (image?.getAttribute('src') ?? '').replace(SIZE_IN_ADDRESS, '');
}

/** Takes an element out together with the boxes that hold nothing else. */
function removeWithBoxes(element: Element, root: Element) {
  let gone = element;
  for (let box = gone.parentElement; box !== null && box !== root; box = box.parentElement) {
    if (box.childElementCount > 1 || /\S/.test(box.textContent ?? '')) break;
    gone = box;
  }
  gone.remove();
}

/** The figure of a picture where it holds no other, or else the picture itself. */
function figureAround(image: Element): Element {
  const figure = nearestNamed(image, 'figure');
  return figure !== null && elementsNamed(figure, 'img').length === 1 ? figure : image;
}

/** True for an icon, a logo, or a face of someone the article does not show but is by. */
export function isBeside(image: Element, root: Element | null, rules: PictureRules): boolean {
  const [width, height] = ['width', 'height'].map((name) => Number.parseFloat(image.getAttribute(name) ?? ''));
  if (width !== undefined && width >= LARGE) return false;
  // A formula or a letter drawn as a picture stands in a line of text, and its words say what it is.
  if (width !== undefined && height !== undefined && Math.max(width, height) <= SMALL)
    return !(/\p{L}/u.test(image.getAttribute('alt') ?? '') && /\S/.test(image.parentElement?.textContent ?? ''));
  let box: Element | null = image;
  for (let depth = 0; depth < 5 && box !== null && box !== root; depth++, box = box.parentElement) {
    const marks = `${marksOf(box)} ${box.id}`;
    if (depth < 2 && rules.small.test(marks)) return true;
    if ((box.textContent ?? '').length > LONGEST_AUTHOR_BOX) return false;
    if (box !== image && rules.authorBox.test(marks)) return true;
  }
  return false;
}
