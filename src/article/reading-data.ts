// The data of assets/ that reading goes by, all of it. The content script gets it from the background with
// each request, and must not import this file: it would be parsed at every click.
import articleHead from '../../assets/article-head.json' with { type: 'json' };
import blockMarks from '../../assets/block-marks.json' with { type: 'json' };
import advertisement from '../../assets/clutter/advertisement.json' with { type: 'json' };
import comments from '../../assets/clutter/comments.json' with { type: 'json' };
import cookie from '../../assets/clutter/cookie.json' with { type: 'json' };
import copyright from '../../assets/clutter/copyright.json' with { type: 'json' };
import hiddenLabel from '../../assets/clutter/hidden-label.json' with { type: 'json' };
import newsletter from '../../assets/clutter/newsletter.json' with { type: 'json' };
import related from '../../assets/clutter/related.json' with { type: 'json' };
import share from '../../assets/clutter/share.json' with { type: 'json' };
import strayByline from '../../assets/clutter/stray-byline.json' with { type: 'json' };
import tags from '../../assets/clutter/tags.json' with { type: 'json' };
import video from '../../assets/clutter/video.json' with { type: 'json' };
import embeds from '../../assets/embeds.json' with { type: 'json' };
import lineSigns from '../../assets/line-signs.json' with { type: 'json' };
import pictures from '../../assets/pictures.json' with { type: 'json' };
import type { ReadingData } from './reading-rules.ts';

export const READING_DATA: ReadingData = {
  /** A more particular rule stands before a more general one. */
  clutter: [
    hiddenLabel,
    strayByline,
    advertisement,
    share,
    newsletter,
    cookie,
    comments,
    tags,
    copyright,
    video,
    related,
  ],
  lineSigns,
  articleHead,
  embeds,
  pictures,
  blockMarks,
};
