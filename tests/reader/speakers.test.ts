import { describe, expect, it, vi } from 'vitest';
import { NOBODY_SPEAKS } from '../../src/speakers/attribution.ts';
import { NOT_ATTRIBUTED, named, showFerry } from './speakers-stage.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

type Stage = ReturnType<typeof showFerry>;

const panelOf = ({ view }: Stage) => view.root.querySelector<HTMLElement>('.speakers');
const textsIn = (stage: Stage, selector: string) =>
  [...(panelOf(stage)?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent);
const said = ({ find }: Stage) => find('[role="status"]').textContent;

async function open(stage: Stage): Promise<Stage> {
  stage.part.toggle(stage.subject);
  await vi.waitFor(() => expect(stage.view.root.querySelector('.speaker, .panel-message')).not.toBeNull());
  await vi.waitFor(() => expect(textsIn(stage, '.panel-message')).not.toContain('Looking for who says what…'));
  return stage;
}

const openFerry = (...options: Parameters<typeof showFerry>) => open(showFerry(...options));

describe('the panel', () => {
  it('opens beside the article with the focus on its heading, and says how many speakers there are', async () => {
    const stage = await openFerry();
    const button = named(stage, '.tool', 'Speakers');
    expect(stage.document.activeElement?.textContent).toBe('Who says what');
    expect([button.getAttribute('aria-expanded'), button.getAttribute('aria-controls')]).toEqual(['true', 'speakers']);
    expect(panelOf(stage)?.getAttribute('aria-labelledby')).toBe(stage.document.activeElement?.id);
    await vi.waitFor(() => expect(said(stage)).toBe('3 speakers'));
  });

  it('lists the named, those without a name, and what nobody is known to say', async () => {
    const stage = await openFerry();
    expect(textsIn(stage, 'h3, h4')).toEqual([
      'Bethan Quill',
      'Oswin Pell',
      'Sources without a name',
      'a spokesman for the council',
      'Quotations without a named source',
    ]);
    expect(textsIn(stage, '.speaker-role')).toEqual(['the harbour master', 'a teacher']);
    expect(textsIn(stage, '.speaker-counts')).toEqual(['1 quotation · 1 paraphrase', '1 quotation', '1 quotation']);
    expect(textsIn(stage, '.said')).toEqual([
      '“We cannot send people out to sea in it,” … “It is as simple as that.”',
      'that the office had asked three yards for an offer',
      '“My mother is ninety-one,”',
      '“Nobody has decided anything,”',
      NOT_ATTRIBUTED,
    ]);
    expect(textsIn(stage, '.said-kind')).toEqual(['in the article’s words']);
  });

  it('shows shares as pictures with their number in words, once for those who listen', async () => {
    const stage = await openFerry();
    const [bar] = panelOf(stage)?.querySelectorAll<HTMLElement>('[role="img"]') ?? [];
    expect(bar?.getAttribute('aria-label')).toBe('65% of the quoted words');
    expect(bar?.querySelector<HTMLElement>('span')?.style.inlineSize).toBe('65%');
    expect(bar?.nextElementSibling?.getAttribute('aria-hidden')).toBe('true');
  });

  it('is in the language of the messages, with the words of the article in that of the article', async () => {
    const stage = showFerry();
    stage.article.language = 'fr';
    await open(stage);
    expect(panelOf(stage)?.lang).toBe('en');
    expect(named(stage, '.said', '“My').lang).toBe('fr');
    expect(named(stage, '.speaker-heading', 'Oswin').lang).toBe('fr');
  });

  it('closes with its button and with Escape, and gives the focus back', async () => {
    const stage = await openFerry();
    clickAsPerson(named(stage, '.panel-close', 'Close'));
    expect(panelOf(stage)?.hidden).toBe(true);
    expect(stage.document.activeElement).toBe(stage.shown.panelButtons.speakers);
    expect(stage.shown.panelButtons.speakers.getAttribute('aria-expanded')).toBe('false');
    await open(stage);
    expect(stage.view.pressKey('Escape')).toBe(true);
    expect(panelOf(stage)?.hidden).toBe(true);
    expect(stage.view.pressKey('Escape')).toBe(false);
  });

  it('goes with the article', async () => {
    const stage = await openFerry();
    clickAsPerson(named(stage, '.mark-button', 'Mark'.concat(' their words in the text: Oswin')));
    stage.view.showArticle(stage.article);
    expect(panelOf(stage)).toBeNull();
    expect(stage.highlights.textOf('lectern-speaker')).toEqual([]);
    expect(stage.view.pressKey('Escape')).toBe(false);
  });

  it('says that no one is quoted', async () => {
    const stage = await openFerry({}, () => [NOBODY_SPEAKS]);
    expect(textsIn(stage, 'p')).toEqual(['No one is quoted in this article.']);
  });

  it('says that only quotations were looked for', async () => {
    const stage = await openFerry({}, (found) => [{ ...found, extent: 'quotations' }]);
    expect(textsIn(stage, '.panel-message')[0]).toMatch(/^Only quotations are listed/);
    expect(textsIn(stage, 'h3')).toContain('Quotations');
    expect(textsIn(stage, 'h3')).not.toContain('Quotations without a named source');
  });

  it.each([
    ['no-answer', 'Lectern was not answered'],
    ['no-model', 'Lectern could not load'],
  ] as const)('says what failed (%s) and tries again', async (trouble, words) => {
    const stage = await openFerry({}, (found) => [trouble, found]);
    expect(textsIn(stage, '.panel-message')[0]).toContain(words);
    clickAsScript(named(stage, '.action', 'Try again'));
    expect(stage.ask).toHaveBeenCalledOnce();
    clickAsPerson(named(stage, '.action', 'Try again'));
    await vi.waitFor(() => expect(textsIn(stage, 'h3')).toContain('Oswin Pell'));
    expect(stage.document.activeElement?.textContent).toBe('Who says what');
  });

  it('looks again where a piece was put back meanwhile', async () => {
    const stage = await openFerry({}, (found) => [found, { ...found, speakers: found.speakers.slice(1) }]);
    stage.view.pressKey('Escape');
    stage.article.blocks.push({ id: 'back-0-0', kind: 'paragraph', text: 'Put back.' });
    stage.part.toggle(stage.subject);
    await vi.waitFor(() => expect(textsIn(stage, 'h3')).not.toContain('Bethan Quill'));
  });
});

describe('the order', () => {
  it('is chosen in the panel, kept in the settings, and leaves the focus where it is', async () => {
    const stage = await openFerry({ speakerOrder: 'amount' });
    const radio = (value: string) => stage.find(`.panel-order input[value="${value}"]`) as HTMLInputElement;
    expect(radio('amount').checked).toBe(true);
    radio('appearance').focus();
    await stage.settings.change('speakerOrder', 'appearance');
    expect(radio('appearance').checked).toBe(true);
    expect(stage.document.activeElement).toBe(radio('appearance'));
    clickAsScript(radio('amount'));
    expect(stage.settings.current().speakerOrder).toBe('appearance');
    clickAsPerson(radio('amount'));
    expect(stage.settings.current().speakerOrder).toBe('amount');
  });
});

describe('an entry of the list', () => {
  const QUOTATION = '“We cannot send';

  it('leads to its words in the text, marks them all, and takes the focus along', async () => {
    const stage = await openFerry();
    clickAsPerson(named(stage, '.speakers a', QUOTATION));
    expect(stage.document.activeElement?.textContent).toBe('“We cannot send people out to sea in it,”');
    expect(stage.document.activeElement?.closest('[data-block]')?.getAttribute('data-block')).toBe('b0');
    expect(stage.scrolledTo.mock.contexts[0]).toBe(stage.document.activeElement);
    expect(stage.highlights.textOf('lectern-place')).toEqual([
      '“We cannot send people out to sea in it,”',
      '“It is as simple as that.”',
    ]);
    await vi.waitFor(() => expect(said(stage)).toBe('The key Backspace leads back.'));
  });

  it('keeps the key that leads back for a field in which somebody types', async () => {
    const stage = await openFerry();
    clickAsPerson(named(stage, '.speakers a', QUOTATION));
    const field = stage.document.createElement('input');
    stage.find('.speakers').append(field);
    field.focus();
    expect(stage.view.pressKey('Backspace')).toBe(false);
    expect(stage.view.pressKey('Escape')).toBe(true);
  });

  it.each(['Backspace', 'the button'])('is come back to by %s, and nothing is left in the article', async (way) => {
    const stage = await openFerry({ speakerNames: 'plain' });
    const before = stage.shown.element.innerHTML;
    const link = named(stage, '.speakers a', QUOTATION);
    clickAsPerson(link);
    expect(stage.shown.element.innerHTML).not.toBe(before);
    if (way === 'Backspace') expect(stage.view.pressKey('Backspace')).toBe(true);
    else clickAsPerson(named(stage, '.way-back button', 'Back to the list'));
    expect(stage.document.activeElement).toBe(link);
    expect(stage.shown.element.innerHTML).toBe(before);
    expect(stage.highlights.textOf('lectern-place')).toEqual([]);
    expect(stage.view.root.querySelector('.way-back')).toBeNull();
    expect(stage.view.pressKey('Backspace')).toBe(false);
  });

  it('can be followed by the next, and leaves no mark of the first', async () => {
    const stage = await openFerry();
    clickAsPerson(named(stage, '.speakers a', QUOTATION));
    clickAsPerson(named(stage, '.speakers a', '“My mother'));
    expect(stage.highlights.textOf('lectern-place')).toEqual(['“My mother is ninety-one,”']);
    expect(stage.view.root.querySelectorAll('.place')).toHaveLength(1);
  });

  it('obeys no script', async () => {
    const stage = await openFerry();
    clickAsScript(named(stage, '.speakers a', QUOTATION));
    expect(stage.highlights.textOf('lectern-place')).toEqual([]);
  });

  it('lets the reader stay in the text when the panel is closed', async () => {
    const stage = await openFerry();
    clickAsPerson(named(stage, '.speakers a', QUOTATION));
    const place = stage.document.activeElement;
    stage.view.pressKey('Escape');
    expect(stage.document.activeElement).toBe(place);
    expect(stage.highlights.textOf('lectern-place')).toEqual([]);
    stage.shown.panelButtons.speakers.focus();
    expect(stage.view.root.querySelector('.place')).toBeNull();
  });
});

describe('the words of one speaker', () => {
  it('are marked in the text by a button that stays pressed, one speaker at a time', async () => {
    const stage = await openFerry();
    const mark = (name: string) => named(stage, '.mark-button', `Mark their words in the text: ${name}`);
    clickAsPerson(mark('Bethan'));
    expect(mark('Bethan').getAttribute('aria-pressed')).toBe('true');
    expect(stage.highlights.textOf('lectern-speaker').map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '“We cannot send people out to sea in it,”',
      '“It is as simple as that.”',
      'that the office had asked three yards for an offer',
    ]);
    clickAsPerson(mark('Oswin'));
    expect([mark('Bethan'), mark('Oswin')].map((one) => one.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    expect(stage.highlights.textOf('lectern-speaker')).toEqual(['“My mother is ninety-one,”']);
    clickAsPerson(mark('Oswin'));
    expect(stage.highlights.textOf('lectern-speaker')).toEqual([]);
  });

  it('stay marked when the elements around them change, and when the order does', async () => {
    const stage = await openFerry();
    clickAsPerson(named(stage, '.mark-button', 'Mark their words in the text: Oswin'));
    clickAsPerson(named(stage, '.speakers a', '“My mother'));
    stage.view.pressKey('Backspace');
    await stage.settings.change('speakerOrder', 'amount');
    expect(stage.highlights.textOf('lectern-speaker')).toEqual(['“My mother is ninety-one,”']);
    const mark = named(stage, '.mark-button', 'Mark their words in the text: Oswin');
    expect(mark.getAttribute('aria-pressed')).toBe('true');
  });
});

describe('copying', () => {
  const copyButton = (stage: Stage) => named(stage, '.action', 'Copy as text');
  const clipboardOf = ({ document }: Stage, writeText: () => Promise<void>) => {
    const clipboard = { writeText: vi.fn<(text: string) => Promise<void>>(writeText) };
    Object.defineProperty(document.defaultView?.navigator, 'clipboard', { value: clipboard });
    return clipboard;
  };

  const allowCommand = ({ document }: Stage, copy: () => boolean) =>
    Object.assign(Object.getPrototypeOf(Object.getPrototypeOf(document)), { execCommand: copy });

  it('hands the summary to the clipboard and says so', async () => {
    const stage = await openFerry();
    const { writeText } = clipboardOf(stage, async () => undefined);
    clickAsPerson(copyButton(stage));
    expect(writeText).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^Ferry may stop\n\nhttps:\/\/bay/));
    await vi.waitFor(() => expect(said(stage)).toBe('Copied.'));
    clickAsPerson(named(stage, '.action', 'Copy as Markdown'));
    expect(writeText).toHaveBeenLastCalledWith(expect.stringMatching(/^# Ferry may stop\n\n<https/));
  });

  it('takes the old way where the page has no clipboard, or forbids it', async () => {
    const stage = await openFerry();
    let selected = '';
    allowCommand(stage, () => {
      selected = stage.view.root.querySelector('textarea')?.value ?? '';
      return true;
    });
    copyButton(stage).focus();
    clickAsPerson(copyButton(stage));
    await vi.waitFor(() => expect(said(stage)).toBe('Copied.'));
    expect(selected).toMatch(/^Ferry may stop/);
    expect(stage.view.root.querySelector('textarea')).toBeNull();
    expect(stage.document.activeElement).toBe(copyButton(stage));
  });

  it('puts the text selected into a field where the browser allows neither', async () => {
    const stage = await openFerry();
    clipboardOf(stage, async () => Promise.reject(new Error('forbidden')));
    allowCommand(stage, () => false);
    clickAsPerson(copyButton(stage));
    await vi.waitFor(() => expect(said(stage)).toMatch(/^The browser did not let Lectern copy/));
    const field = stage.find('.copy-field') as HTMLTextAreaElement;
    expect(stage.document.activeElement).toBe(field);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toMatch(/^Ferry may stop[\s\S]*disgrace,”\n$/);
    expect(field.getAttribute('aria-label')).toBe('The text to copy');
  });
});
