import { describe, expect, it } from 'vitest';
import { showFocus } from './focus-stage.ts';
import { sendAsPerson } from './trusted-click.ts';

type Stage = ReturnType<typeof showFocus>;

const EVERYTHING = '.focus-dim, .focus-ruler, .outline, .progress-words, .progress-line, [id^="outline-"]';

function movePointer({ window, shown, paint }: Stage, y: number, how = sendAsPerson, pointerType = 'mouse'): void {
  const event = new window.MouseEvent('pointermove', { bubbles: true, clientX: 50, clientY: y });
  Object.assign(event, { pointerType });
  how(shown.element, event);
  paint();
}

function scroll({ window, scroller, paint, scrollTo }: Stage, top: number): void {
  scrollTo(top);
  sendAsPerson(scroller, new window.Event('scroll'));
  paint();
}

describe('line focus', () => {
  it.each([
    ['one', [['b0 0', 'b0 0']]],
    ['three', [['title 0', 'b0 1']]],
    ['five', [['title 0', 'b0 2']]],
  ] as const)('leaves %s bright', (lineFocus, expected) => {
    const stage = showFocus({ lineFocus });
    stage.press('n');
    expect(stage.bright()).toEqual(expected);
  });

  it('goes from line to line by keys, through all blocks and back, and stops at both ends', () => {
    const stage = showFocus({ lineFocus: 'one' });
    expect(stage.bright()).toEqual([['title 0', 'title 0']]);
    expect(stage.press('n', 'n', 'n', 'n')).toEqual([true, true, true, true]);
    expect(stage.bright()).toEqual([['b1 0', 'b1 0']]);
    stage.press('n', 'n');
    expect(stage.bright()).toEqual([['b2 1', 'b2 1']]);
    stage.press('b', 'b', 'b');
    expect(stage.bright()).toEqual([['b0 2', 'b0 2']]);
    stage.press(...'bbbbbbb');
    expect(stage.bright()).toEqual([['title 0', 'title 0']]);
    stage.press(...'n'.repeat(60));
    expect(stage.bright()).toEqual([['b5 13', 'b5 13']]);
  });

  it('keeps the line in the middle third by scrolling', () => {
    const stage = showFocus({ lineFocus: 'one' });
    stage.press(...'n'.repeat(14));
    expect(stage.bright()).toEqual([['b3 7', 'b3 7']]);
    const y = stage.yOf('b3', 7);
    expect(y).toBeGreaterThan(100);
    expect(y).toBeLessThan(200);
  });

  it('follows the pointer of a person, and no event of a script, no finger and no pointer that rests', () => {
    const stage = showFocus({ lineFocus: 'one' });
    movePointer(stage, 10);
    expect(stage.bright()).toEqual([['title 0', 'title 0']]);
    movePointer(stage, stage.yOf('b2', 1));
    expect(stage.bright()).toEqual([['b2 1', 'b2 1']]);
    movePointer(stage, stage.yOf('b0', 1), (target, event) => void target.dispatchEvent(event));
    movePointer(stage, stage.yOf('b0', 1), sendAsPerson, 'touch');
    expect(stage.bright()).toEqual([['b2 1', 'b2 1']]);
    const resting = stage.yOf('b2', 1);
    stage.press('n');
    movePointer(stage, resting);
    expect(stage.bright()).toEqual([['b3 0', 'b3 0']]);
  });

  it('follows scrolling otherwise, from the first line to the last', () => {
    const stage = showFocus({ lineFocus: 'one' });
    scroll(stage, 300);
    expect(stage.bright()).toEqual([['b3 5', 'b3 5']]);
    scroll(stage, stage.scroller.scrollHeight);
    expect(stage.bright()).toEqual([['b5 13', 'b5 13']]);
    scroll(stage, 0);
    expect(stage.bright()).toEqual([['title 0', 'title 0']]);
  });

  it('stays where the keys put it while that is in view, and scrolls from then on', () => {
    const stage = showFocus({ lineFocus: 'one' });
    stage.press(...'n'.repeat(8));
    expect(stage.bright()).toEqual([['b3 1', 'b3 1']]);
    scroll(stage, stage.scroller.scrollTop + 60);
    expect(stage.bright()).toEqual([['b3 1', 'b3 1']]);
    scroll(stage, 500);
    expect(stage.bright()[0]?.[0]).toMatch(/^b[45]/);
  });

  it('goes with the voice while that speaks, whatever the pointer and the keys do', () => {
    const stage = showFocus({ lineFocus: 'one' });
    const range = stage.document.createRange();
    const text = stage.blockOf('b2').lastElementChild?.firstChild;
    if (!text) throw new Error('no text');
    range.setStart(text, 2);
    range.setEnd(text, 6);
    stage.shown.shared.tellSpoken(range);
    stage.paint();
    expect(stage.bright()).toEqual([['b2 1', 'b2 1']]);
    movePointer(stage, 20);
    movePointer(stage, 30);
    stage.press('n');
    expect(stage.bright()).toEqual([['b2 1', 'b2 1']]);
    stage.shown.shared.tellSpoken(null);
    stage.press('n');
    expect(stage.bright()).toEqual([['b3 0', 'b3 0']]);
  });

  it('goes where the focus goes: what has it is not dimmed', () => {
    const stage = showFocus({ lineFocus: 'one' });
    sendAsPerson(
      stage.blockOf('b2').querySelector('a') as Element,
      new stage.window.FocusEvent('focusin', { bubbles: true }),
    );
    stage.paint();
    expect(stage.bright()).toEqual([['b2 1', 'b2 1']]);
  });

  it('keeps to the words when elements come around them, and finds another place when they go', () => {
    const stage = showFocus({ lineFocus: 'one' });
    stage.press(...'nnnnnn');
    expect(stage.bright()).toEqual([['b2 1', 'b2 1']]);
    const link = stage.blockOf('b2').querySelector('a');
    link?.replaceWith(...link.childNodes);
    stage.blockOf('b2').normalize();
    stage.shown.shared.tellTextWrapped();
    stage.paint();
    expect(stage.bright()).toEqual([['b2 1', 'b2 1']]);
    stage.blockOf('b2').remove();
    for (const size of stage.sizes) size.tell();
    stage.paint();
    expect(stage.bright()).toHaveLength(1);
    expect(stage.bright()[0]?.[0]).not.toMatch(/^b2/);
  });

  it('lies over the article, out of reach, and changes nothing in it', async () => {
    const stage = showFocus();
    const before = stage.shown.element.outerHTML;
    await stage.change({ lineFocus: 'three', ruler: 'on' });
    stage.press('n', 'n');
    expect(stage.shown.element.outerHTML).toBe(before);
    const layers = [...stage.view.root.querySelectorAll('.focus-dim, .focus-ruler')];
    expect(layers.map((layer) => layer.getAttribute('aria-hidden'))).toEqual(['true', 'true']);
    expect(layers.every((layer) => layer.previousElementSibling?.matches('.main, .focus-dim, .focus-ruler'))).toBe(
      true,
    );
  });
});

describe('the ruler', () => {
  it('stands under the line, alone or with dimming, and else only in its place', async () => {
    const stage = showFocus({ ruler: 'on' });
    stage.press('n', 'n');
    const ruler = stage.find('.focus-ruler');
    expect(Number.parseFloat(ruler.style.top)).toBe(stage.yOf('b0', 1) + 10);
    expect(stage.view.root.querySelector('.focus-dim')).toBeNull();
    expect(ruler.classList.contains('in-place-of-dimming')).toBe(false);
    await stage.change({ ruler: 'off', lineFocus: 'one' });
    expect(stage.find('.focus-ruler').classList.contains('in-place-of-dimming')).toBe(true);
  });
});

describe('paragraph focus', () => {
  it('leaves one block bright and goes from block to block', () => {
    const stage = showFocus({ paragraphFocus: 'on' });
    stage.press('n');
    expect(stage.bright()).toEqual([['b0 0', 'b0 2']]);
    stage.press('n', 'n', 'n');
    expect(stage.bright()).toEqual([['b3 0', 'b3 11']]);
    stage.press('b');
    expect(stage.bright()).toEqual([['b2 0', 'b2 1']]);
  });
});

describe('keys', () => {
  it('are left alone where neither lines nor paragraphs are in focus, and where they are off or others', async () => {
    const stage = showFocus({ progress: 'on', outline: 'on' });
    expect(stage.press('n', 'b')).toEqual([false, false]);
    await stage.change({ lineFocus: 'one', keyFocusOn: 'm', keyFocusBack: '' });
    expect(stage.press('n', 'b', 'm')).toEqual([false, false, true]);
    await stage.change({ singleKeys: 'off' });
    expect(stage.press('m')).toEqual([false]);
  });
});

describe('the outline', () => {
  it('lists the headings under each other and says where one is', () => {
    const stage = showFocus({ outline: 'on', lineFocus: 'one' });
    const nav = stage.find('nav');
    expect(nav.getAttribute('aria-label')).toBe('In this article');
    expect([...nav.querySelectorAll(':scope > details > ol > li > a')].map((a) => a.textContent)).toEqual([
      'First part',
    ]);
    expect([...nav.querySelectorAll('li li > a')].map((a) => a.textContent)).toEqual(['Second part']);
    expect(nav.querySelector('[aria-current]')).toBeNull();
    const current = () => [...nav.querySelectorAll('[aria-current="location"]')].map((a) => a.textContent);
    stage.press(...'nnnnn');
    expect(current()).toEqual(['First part']);
    scroll(stage, stage.scroller.scrollHeight);
    expect(current()).toEqual(['Second part']);
  });

  it('leads to the headings', () => {
    const stage = showFocus({ outline: 'on' });
    const link = stage.find('nav li li > a');
    const heading = stage.blockOf('b4');
    expect(link.getAttribute('href')).toBe(`#${heading.id}`);
    expect(heading.id).not.toBe('');
  });

  it('is not there with one heading, and comes with the second', () => {
    const stage = showFocus({ outline: 'on' });
    const heading = stage.blockOf('b4');
    heading.remove();
    for (const size of stage.sizes) size.tell();
    stage.paint();
    expect(stage.view.root.querySelector('.outline, [id^="outline-"]')).toBeNull();
    stage.blockOf('b3').after(heading);
    for (const size of stage.sizes) size.tell();
    stage.paint();
    expect(stage.view.root.querySelectorAll('.outline a')).toHaveLength(2);
  });
});

describe('progress', () => {
  it('says in the bar how much is left at the reader’s pace, without speaking up', async () => {
    const stage = showFocus({ progress: 'on', readingPace: 80 });
    const words = stage.find('.bar > .progress-words');
    expect(words.textContent).toBe('3 minutes left');
    expect(words.closest('[aria-live], [role="status"]')).toBeNull();
    expect(words.hasAttribute('role')).toBe(false);
    expect(stage.find('.bar > .progress-line').getAttribute('aria-hidden')).toBe('true');
    const read = () => Number(stage.find('.progress-line').style.getPropertyValue('--read'));
    expect(read()).toBe(0);
    scroll(stage, 500);
    expect(words.textContent).toBe('1 minute left');
    const half = read();
    expect(half).toBeGreaterThan(0.4);
    scroll(stage, stage.scroller.scrollHeight);
    expect([words.textContent, read()]).toEqual(['The end', 1]);
    scroll(stage, 0);
    await stage.change({ readingPace: 600 });
    expect(words.textContent).toBe('Less than 1 minute left');
  });
});

describe('nothing is left', () => {
  const ALL = { lineFocus: 'three', ruler: 'on', paragraphFocus: 'on', outline: 'on', progress: 'on' } as const;
  const OFF = { lineFocus: 'off', ruler: 'off', paragraphFocus: 'off', outline: 'off', progress: 'off' } as const;

  it('when all of it is off', async () => {
    const stage = showFocus();
    const before = stage.view.root.outerHTML;
    await stage.change(ALL);
    expect(stage.view.root.querySelectorAll(EVERYTHING)).toHaveLength(7);
    await stage.change(OFF);
    expect(stage.view.root.outerHTML).toBe(before);
    expect([...stage.sights, ...stage.sizes].every(({ observed }) => observed.size === 0)).toBe(true);
    movePointer(stage, 20);
    movePointer(stage, 40);
    expect(stage.press('n')).toEqual([false]);
    expect(stage.view.root.querySelector(EVERYTHING)).toBeNull();
  });

  it('of one thing that is off while another is on', async () => {
    const stage = showFocus(ALL);
    await stage.change({ ...OFF, progress: 'on' });
    expect(stage.view.root.querySelectorAll(EVERYTHING)).toHaveLength(2);
  });

  it('when something else is shown', () => {
    const stage = showFocus(ALL);
    stage.view.showNotice({ heading: 'No article here', sentences: ['Why.'], actions: [], busy: false });
    stage.paint();
    expect(stage.view.root.querySelector(EVERYTHING)).toBeNull();
  });
});
