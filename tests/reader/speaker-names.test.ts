import { describe, expect, it, vi } from 'vitest';
import { named, showFerry } from './speakers-stage.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

type Stage = ReturnType<typeof showFerry>;

async function markNames(stage = showFerry()): Promise<Stage> {
  stage.part.markNames(stage.subject);
  await vi.waitFor(() => expect(stage.view.root.querySelector('.speaker-name')).not.toBeNull());
  return stage;
}

const namesIn = ({ view }: Stage) =>
  [...view.root.querySelectorAll<HTMLElement>('.speaker-name')].map(
    (name) => `${name.closest('[data-block]')?.getAttribute('data-block')} ${name.textContent}${name.role ?? ''}`,
  );
const nameOf = ({ view }: Stage, block: string) =>
  view.root.querySelector<HTMLElement>(`[data-block="${block}"] .speaker-name`) as HTMLElement;
const cardOf = ({ view }: Stage) => view.root.querySelector<HTMLElement>('[role="dialog"]');

describe('names in the text', () => {
  it('are all marked, but those that are links; one of each speaker in a block is a button', async () => {
    const stage = await markNames();
    const buttons = [...stage.view.root.querySelectorAll('.speaker-name[role="button"]')];
    expect(namesIn(stage).map((name) => name.replace(/null|undefined|button/, ''))).toEqual([
      'b0 Bethan Quill',
      'b1 Quill',
      'b2 Oswin',
      'b2  Pell',
      'b2 Pell',
      'b3 a spokesman for the council',
    ]);
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      'Bethan Quill',
      'Quill',
      'Oswin',
      'a spokesman for the council',
    ]);
    expect(buttons.every((button) => button.getAttribute('aria-haspopup') === 'dialog')).toBe(true);
  });

  it('leave the text as it is', async () => {
    const stage = showFerry();
    const before = stage.shown.element.textContent;
    await markNames(stage);
    expect(stage.shown.element.textContent).toBe(before);
  });

  it('follow the settings', async () => {
    const stage = showFerry();
    const before = stage.shown.element.innerHTML;
    await markNames(stage);
    await stage.settings.change('speakerNames', 'plain');
    await vi.waitFor(() => expect(namesIn(stage)).toEqual([]));
    expect(stage.shown.element.innerHTML).toBe(before);
    await stage.settings.change('speakerNames', 'marked');
    await vi.waitFor(() => expect(namesIn(stage)).toHaveLength(6));
  });
});

describe('the card', () => {
  it('says who somebody is: role, and all that they say', async () => {
    const stage = await markNames();
    clickAsPerson(nameOf(stage, 'b1'));
    const card = cardOf(stage);
    expect(stage.document.activeElement?.textContent).toBe('Bethan Quill');
    const label = card?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    expect(label.map((id) => stage.document.getElementById(id)?.textContent)).toEqual([
      'Who is this again?',
      'Bethan Quill',
    ]);
    expect(card?.querySelector('.speaker-role')?.textContent).toBe('the harbour master');
    expect([...(card?.querySelectorAll('.said') ?? [])].map(({ textContent }) => textContent)).toEqual([
      '“We cannot send people out to sea in it,” … “It is as simple as that.”',
      'that the office had asked three yards for an offer',
    ]);
  });

  it.each(['Enter', ' '])('is opened with the key %j on a name, and only there', async (key) => {
    const stage = await markNames();
    expect(stage.view.pressKey(key)).toBe(false);
    nameOf(stage, 'b3').focus();
    expect(stage.view.pressKey(key)).toBe(true);
    expect(stage.document.activeElement?.textContent).toBe('a spokesman for the council');
  });

  it('is opened by no script', async () => {
    const stage = await markNames();
    clickAsScript(nameOf(stage, 'b0'));
    expect(cardOf(stage)).toBeNull();
  });

  it.each([
    ['Escape', (stage: Stage) => void stage.view.pressKey('Escape')],
    ['its button', (stage: Stage) => void clickAsPerson(named(stage, '.card-close', 'Close'))],
    ['going on with Tab', (stage: Stage) => stage.shown.panelButtons.speakers.focus()],
  ])('is closed with %s, back to the name, also one that is no Tab stop', async (_, close) => {
    const stage = await markNames();
    const [, , second] = stage.view.root.querySelectorAll<HTMLElement>('[data-block="b2"] .speaker-name');
    if (!second) throw new Error('no second name');
    clickAsPerson(second);
    close(stage);
    await vi.waitFor(() => expect(cardOf(stage)).toBeNull());
    expect(stage.document.activeElement).toBe(second);
    expect(stage.view.pressKey('Escape')).toBe(false);
  });

  it('is closed by a press beside it, and gives way to the card of another', async () => {
    const stage = await markNames();
    clickAsPerson(nameOf(stage, 'b0'));
    clickAsPerson(nameOf(stage, 'b3'));
    expect(stage.find('[role="dialog"] h2').textContent).toBe('a spokesman for the council');
    const { PointerEvent } = stage.document.defaultView ?? globalThis;
    const pointer = (target: Element, type: string) => target.dispatchEvent(new PointerEvent(type, { bubbles: true }));
    pointer(stage.find('[role="dialog"] h2'), 'pointerdown');
    pointer(stage.shown.content, 'pointerup');
    pointer(stage.shown.content, 'pointerdown');
    expect(cardOf(stage)).not.toBeNull();
    pointer(stage.shown.content, 'pointerup');
    expect(cardOf(stage)).toBeNull();
  });

  it('leads to the first mention and to what is said, and is there again on the way back', async () => {
    const stage = await markNames();
    clickAsPerson(nameOf(stage, 'b1'));
    clickAsPerson(named(stage, '[role="dialog"] a', 'Go to the first mention'));
    expect(stage.highlights.textOf('lectern-place')).toEqual(['Bethan Quill']);
    expect(stage.document.activeElement).toBe(nameOf(stage, 'b0'));
    clickAsPerson(named(stage, '.way-back button', 'Back to the card'));
    clickAsPerson(named(stage, '[role="dialog"] a', 'that the office'));
    expect(cardOf(stage)).toBeNull();
    expect(stage.highlights.textOf('lectern-place')[0]?.replace(/\s+/g, ' ')).toBe(
      'that the office had asked three yards for an offer',
    );
    stage.view.pressKey('Backspace');
    expect(stage.document.activeElement).toBe(named(stage, '[role="dialog"] a', 'that the office'));
    stage.view.pressKey('Escape');
    expect(stage.document.activeElement).toBe(nameOf(stage, 'b1'));
  });

  it('leads to the speaker in the list, and is closed before the panel', async () => {
    const stage = await markNames();
    clickAsPerson(nameOf(stage, 'b2'));
    clickAsPerson(named(stage, '[role="dialog"] button', 'Show in Speakers'));
    await vi.waitFor(() => expect(stage.document.activeElement?.closest('.speaker')).not.toBeNull());
    expect(stage.document.activeElement?.textContent).toBe('Oswin Pell');
    clickAsPerson(nameOf(stage, 'b0'));
    stage.view.pressKey('Escape');
    expect(cardOf(stage)).toBeNull();
    expect(stage.find('.speakers').hidden).toBe(false);
    stage.view.pressKey('Escape');
    expect(stage.find('.speakers').hidden).toBe(true);
  });
});
