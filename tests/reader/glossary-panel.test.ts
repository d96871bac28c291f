import { describe, expect, it, vi } from 'vitest';
import { type ConvoyStage, marksIn, markTerms, said, showConvoy, textsIn } from './glossary-stage.ts';
import { named } from './speakers-stage.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

const panelOf = ({ view }: ConvoyStage) => view.root.querySelector<HTMLElement>('.glossary');

async function open(stage: ConvoyStage): Promise<ConvoyStage> {
  stage.part.toggle(stage.subject);
  await vi.waitFor(() => expect(textsIn(panelOf(stage), '.panel-message')).not.toContain('Looking for terms…'));
  return stage;
}

const openConvoy = (...options: Parameters<typeof showConvoy>) => open(showConvoy(...options));

describe('the panel', () => {
  it('opens with the focus on its heading, says how many terms there are, and closes with Escape', async () => {
    const stage = await openConvoy();
    const button = named(stage, '.tool', 'Glossary');
    expect(stage.document.activeElement?.textContent).toBe('Terms in this article');
    expect([button.getAttribute('aria-expanded'), button.getAttribute('aria-controls')]).toEqual(['true', 'glossary']);
    await vi.waitFor(() => expect(said(stage)).toBe('4 terms'));
    expect(stage.view.pressKey('Escape')).toBe(true);
    expect(panelOf(stage)?.hidden).toBe(true);
    expect(stage.document.activeElement).toBe(button);
  });

  it('is a definition list in the order of the alphabet, with well-known terms folded away', async () => {
    const stage = await openConvoy();
    expect(textsIn(panelOf(stage), '.term-list > dl dt')).toEqual(['OCHA', 'PLO', 'SRT']);
    const folded = panelOf(stage)?.querySelector<HTMLDetailsElement>('.well-known');
    expect([textsIn(folded ?? null, 'dt'), folded?.open]).toEqual([['UN'], false]);
    expect(textsIn(panelOf(stage), '.term-list > dl dd .meaning-source')).toEqual([
      'Lectern’s glossary, as of January 2025',
      'Lectern’s glossary, as of January 2025',
      'Lectern’s glossary, as of January 2025',
      'From this article',
    ]);
  });

  it('shows them in the order of the text where that is chosen, and keeps the choice', async () => {
    const stage = await openConvoy();
    const radio = stage.find('.panel-order input[value="text"]') as HTMLInputElement;
    clickAsScript(radio);
    expect(stage.settings.current().termOrder).toBe('alphabet');
    clickAsPerson(radio);
    expect(stage.settings.current().termOrder).toBe('text');
    expect(textsIn(panelOf(stage), '.term-list > dl dt')).toEqual(['SRT', 'OCHA', 'PLO']);
  });

  it('links to every mention, and comes back', async () => {
    const stage = await openConvoy();
    const details = panelOf(stage)?.querySelector<HTMLDetailsElement>('.term .mentions');
    expect(textsIn(details ?? null, 'summary, a')).toEqual(['3 mentions']);
    if (details) details.open = true;
    await vi.waitFor(() => expect(textsIn(details ?? null, 'a')).toHaveLength(3));
    clickAsPerson(named(stage, '.mentions a', 'According to OCHA'));
    expect(stage.document.activeElement?.textContent).toBe('OCHA');
    expect(stage.highlights.textOf('lectern-place')).toEqual(['OCHA']);
    stage.view.pressKey('Backspace');
    expect(stage.document.activeElement).toBe(named(stage, '.mentions a', 'According to OCHA'));
  });

  it('explains again what the reader knows', async () => {
    const stage = await openConvoy({}, (found) => [{ ...found, known: ['OCHA'] }]);
    expect(textsIn(panelOf(stage), '.term-known')).toEqual(['You know this term.']);
    expect(panelOf(stage)?.textContent).not.toContain('organises');
    clickAsPerson(named(stage, '.glossary button', 'Explain again: OCHA'));
    await vi.waitFor(() => expect(marksIn(stage)).toContain('b0 OCHA'));
    expect(panelOf(stage)?.textContent).toContain('organises');
    expect(stage.document.activeElement?.textContent).toBe('OCHA');
    expect(stage.questions.tellKnown.mock.calls).toEqual([['OCHA', 'OCHA', false]]);
  });

  it('says plainly that there is nothing', async () => {
    const stage = await openConvoy({}, () => [{ terms: [], known: [] }]);
    expect(textsIn(panelOf(stage), '.panel-message')[0]).toMatch(/^Nothing in this article is in the glossaries/);
  });

  it('says what failed, and tries again', async () => {
    const stage = await openConvoy({}, (found) => ['no-glossary', found]);
    expect(textsIn(panelOf(stage), '.panel-message')).toEqual(['Lectern could not load its glossary.']);
    clickAsPerson(named(stage, '.action', 'Try again'));
    await vi.waitFor(() => expect(textsIn(panelOf(stage), '.term-list > dl dt')).toHaveLength(3));
  });

  it('looks again where a piece was put back meanwhile', async () => {
    const stage = await openConvoy();
    stage.view.pressKey('Escape');
    stage.article.blocks.push({ id: 'back-0-0', kind: 'paragraph', text: 'Put back.' });
    await open(stage);
    expect(stage.questions.askTerms).toHaveBeenCalledTimes(2);
  });

  it('keeps its place in the text when it opens a second time: nothing is marked anew', async () => {
    const stage = await markTerms(showConvoy());
    const [mark] = stage.view.root.querySelectorAll('.term-mark');
    await open(stage);
    expect(stage.view.root.querySelector('.term-mark')).toBe(mark);
  });
});

describe('copying', () => {
  async function copied(name: string): Promise<string> {
    const stage = await openConvoy();
    clickAsPerson(named(stage, '.copy-buttons button', name));
    await vi.waitFor(() => expect(stage.find('.copy-field')).not.toBeNull());
    return (stage.find('.copy-field') as HTMLTextAreaElement).value;
  }

  it('gives the terms as text', async () => {
    const text = await copied('Copy as text');
    expect(text).toContain('Lorries wait\n\nhttps://bay.example/news/convoy\n\nTerms in this article\n\nOCHA\n\n');
    expect(text).toContain(
      '- UN Office for the Coordination of Humanitarian Affairs, UN body: The UN office that <b>organises</b> aid. (Lectern’s glossary, as of January 2025)',
    );
    expect(text).toContain('PLO\n\nMay mean:\n\n- Palestine Liberation Organization: A Palestinian body.');
    expect(text).toContain('SRT\n\n- Skerrow Relief Trust (From this article)');
    expect(text).toContain('Well-known terms\n\nUN\n\n');
  });

  it('gives them as Markdown, in which nothing is taken for a sign', async () => {
    const text = await copied('Copy as Markdown');
    expect(text).toContain(
      '# Lorries wait\n\n<https://bay.example/news/convoy>\n\n## Terms in this article\n\n**OCHA**',
    );
    expect(text).toContain('that \\<b\\>organises\\</b\\> aid. (*Lectern’s glossary, as of January 2025*)');
  });
});
