import { describe, expect, it } from 'vitest';
import { showHarbour } from './listening-stage.ts';
import { clickAsPerson, sendAsPerson } from './trusted-click.ts';

// Between the two bars there are 850 pixels, from 50 to 900: their middle part lies between 220 and 645.

async function listening(settings: Parameters<typeof showHarbour>[0] = {}) {
  const stage = showHarbour(settings);
  await stage.listen();
  const event = (type: string) => sendAsPerson(stage.view.root, new stage.window.Event(type, { bubbles: true }));
  const isOffered = () => {
    const button = [...stage.bar().querySelectorAll<HTMLElement>('button')].find(
      ({ textContent }) => textContent === 'Back to the voice',
    );
    return button !== undefined && !button.hidden;
  };
  const scrolled = () => stage.layout.scrolledBy.mock.calls.map(([{ top }]) => top);
  return {
    ...stage,
    event,
    isOffered,
    scrolled,
    hearAt(sentence: number, top: number) {
      stage.layout.place = { top, bottom: top + 20 };
      stage.player().hear(sentence);
    },
    /** The person turns the wheel, and the text stands elsewhere. */
    wheel(top: number) {
      event('wheel');
      stage.layout.place = { top, bottom: top + 20 };
      event('scroll');
    },
  };
}

describe('following the voice', () => {
  it('scrolls where the place leaves the middle of what is seen, and not before', async () => {
    const stage = await listening();
    stage.hearAt(0, 300);
    stage.hearAt(1, 620);
    expect(stage.scrolled()).toEqual([]);
    stage.hearAt(2, 640);
    expect(stage.scrolled()).toEqual([420]);
    stage.hearAt(3, 100);
    expect(stage.scrolled()).toEqual([420, -120]);
  });

  it('does not move the text where the setting says so', async () => {
    const stage = await listening({ settings: { speechFollow: 'off' } });
    stage.hearAt(0, 800);
    expect(stage.scrolled()).toEqual([]);
  });

  it('does not glide for those who want no motion, nor where the browser cannot tell', async () => {
    const stage = await listening();
    stage.hearAt(0, 800);
    expect(stage.layout.scrolledBy.mock.calls[0]?.[0].behavior).toBe('instant');
    Object.assign(stage.window, { matchMedia: () => ({ matches: false }) });
    stage.hearAt(1, 800);
    expect(stage.layout.scrolledBy.mock.calls[1]?.[0].behavior).toBe('smooth');
  });

  it('gives way to the person who scrolls, offers the way back and takes it', async () => {
    const stage = await listening();
    stage.hearAt(0, 300);
    expect(stage.isOffered()).toBe(false);
    stage.wheel(700);
    expect(stage.isOffered()).toBe(true);
    stage.hearAt(1, 800);
    stage.hearAt(2, 1200);
    expect(stage.scrolled()).toEqual([]);
    clickAsPerson(stage.press('Back to the voice'));
    expect(stage.scrolled()).toEqual([980]);
    expect(stage.isOffered()).toBe(false);
  });

  it.each(['PageDown', 'End', ' ', 'ArrowUp'])('gives way to the key %s', async (key) => {
    const stage = await listening();
    stage.hearAt(0, 300);
    expect(stage.view.pressKey(key)).toBe(false);
    stage.event('scroll');
    expect(stage.isOffered()).toBe(true);
  });

  it('follows again once the person has scrolled the place back into view', async () => {
    const stage = await listening();
    stage.hearAt(0, 300);
    stage.wheel(250);
    // It has not been out of view yet: the person is reading somewhere near.
    stage.wheel(400);
    expect(stage.isOffered()).toBe(true);
    stage.wheel(-500);
    stage.wheel(500);
    expect(stage.isOffered()).toBe(false);
    stage.hearAt(1, 800);
    expect(stage.scrolled()).toEqual([580]);
  });

  it.each([
    ['a step', 'Next sentence'],
    ['going on', 'Go on'],
  ])('follows again with %s', async (_, name) => {
    const stage = await listening();
    stage.hearAt(0, 300);
    stage.player().pause();
    stage.wheel(700);
    clickAsPerson(stage.press(name));
    await expect.poll(() => stage.isOffered()).toBe(false);
  });

  it('is not put off by its own scrolling, nor by pictures that come in above', async () => {
    const stage = await listening();
    stage.hearAt(0, 800);
    stage.layout.place = { top: 1500, bottom: 1520 };
    stage.event('scroll');
    expect(stage.isOffered()).toBe(false);
    stage.event('scrollend');
    stage.layout.place = { top: 400, bottom: 420 };
    stage.event('scroll');
    expect(stage.isOffered()).toBe(false);
  });

  it('takes a scroll after which the place is out of view for the person’s, whatever scrolled', async () => {
    const stage = await listening();
    stage.hearAt(0, 300);
    stage.layout.place = { top: -900, bottom: -880 };
    stage.event('scroll');
    expect(stage.isOffered()).toBe(true);
  });

  it('does not take the text away under a pressed pointer', async () => {
    const stage = await listening();
    stage.event('pointerdown');
    stage.hearAt(0, 800);
    expect(stage.scrolled()).toEqual([]);
    stage.event('pointerup');
    stage.hearAt(1, 800);
    expect(stage.scrolled()).toEqual([580]);
  });

  it('is not stopped by events of a script', async () => {
    const stage = await listening();
    stage.hearAt(0, 300);
    for (const type of ['wheel', 'scroll']) stage.view.root.dispatchEvent(new stage.window.Event(type));
    expect(stage.isOffered()).toBe(false);
  });

  it('keeps the word in view of a sentence that is too long for it', async () => {
    const stage = await listening();
    stage.layout.place = { top: 100, bottom: 800 };
    stage.player().hear(3);
    stage.layout.scrolledBy.mockClear();
    const isWord = (range: Range) => range.toString() === 'colder';
    stage.window.Range.prototype.getBoundingClientRect = function (this: Range) {
      return isWord(this) ? new stage.window.DOMRect(0, 700, 50, 20) : new stage.window.DOMRect(0, 100, 600, 700);
    };
    const start = stage.article.blocks[1]?.text.indexOf('colder') ?? 0;
    stage.player().listener.wordReached({ block: 'b1', start, end: start + 6 });
    expect(stage.scrolled()).toEqual([480]);
  });
});
