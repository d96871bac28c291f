import { describe, expect, it, vi } from 'vitest';
import { keptAt, showHarbour } from './listening-stage.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

describe('Listen', () => {
  it('opens the bar and reads from the top at once', async () => {
    const stage = showHarbour();
    await stage.listen();
    expect(stage.bar().getAttribute('aria-label')).toBe('Listening');
    expect(stage.shown.listenButton.getAttribute('aria-expanded')).toBe('true');
    expect(stage.player().asked).toEqual([`load ${stage.player().script.length} at 0`, 'go to 0', 'play']);
  });

  it('speaks numbers of a list and passes over marks of footnotes', async () => {
    const stage = showHarbour();
    await stage.listen();
    const spoken = stage.player().script.map(({ pieces }) => pieces.map(({ text }) => text).join(' '));
    expect(spoken[0]).toBe('Harbour frozen');
    expect(spoken.find((text) => text.startsWith('Nobody'))).not.toContain('1');
    expect(spoken.find((text) => text.includes('salt'))).toMatch(/^3/);
    expect(spoken.find((text) => text.includes('sand'))).toMatch(/^4/);
  });

  it('goes on in the bar for who pressed the button, and leaves the focus of who used the key', async () => {
    const stage = showHarbour();
    stage.shown.listenButton.focus();
    await stage.listen();
    expect(stage.document.activeElement?.className).toContain('listen-play');
    clickAsPerson(stage.press('Stop and close'));
    expect(stage.document.activeElement).toBe(stage.shown.listenButton);

    const other = showHarbour();
    other.view.focusStart();
    await other.listen();
    expect(other.document.activeElement).toBe(other.find('.title'));
  });

  it('reads from the sentence where the selection begins', async () => {
    const stage = showHarbour();
    stage.select('Bethan', 'Bethan');
    await stage.listen();
    const { script, asked } = stage.player();
    const quoted = script.findIndex(({ span }) => span?.block === 'b1');
    expect(asked.slice(1)).toEqual([`go to ${quoted}`, 'play']);
    expect(stage.places.find).not.toHaveBeenCalled();
  });

  it('reads what the settings want from the next sentence on, where they change while it speaks', async () => {
    const stage = showHarbour({ settings: { speechTables: 'skip' } });
    await stage.listen();
    stage.player().hear(0);
    const before = stage.player().asked.length;
    await stage.settings.change('speechNotes', 'read');
    await stage.settings.change('speechQuotations', 'announced');
    expect(stage.player().asked).toHaveLength(before);
    stage.player().hear(1);
    await vi.waitFor(() =>
      expect(stage.player().asked.slice(before)).toEqual([expect.stringMatching(/^load \d+ at 1$/), 'go to 1', 'play']),
    );
    stage.player().hear(2);
    await Promise.resolve();
    expect(stage.player().asked).toHaveLength(before + 3);
  });

  it('pauses and goes on, and so does its button over the article', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().hear(0);
    expect(stage.shown.listenButton.textContent).toBe('Pause');
    stage.part.toggle(stage.subject);
    expect(stage.player().asked.at(-1)).toBe('pause');
    expect(stage.shown.listenButton.textContent).toBe('Go on');
    clickAsScript(stage.press('Go on'));
    expect(stage.player().asked.at(-1)).toBe('pause');
    clickAsPerson(stage.press('Go on'));
    await Promise.resolve();
    expect(stage.player().asked.at(-1)).toBe('play');
  });

  it('falls silent and leaves nothing behind when the bar is closed', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().hear(2);
    clickAsPerson(stage.press('Stop and close'));
    expect(stage.player().asked.at(-1)).toBe('stop');
    expect(stage.isOpen()).toBe(false);
    expect(stage.highlights.textOf('lectern-sentence')).toEqual([]);
    expect(stage.view.root.querySelectorAll('.listen-here')).toHaveLength(0);
    expect(stage.shown.listenButton.textContent).toBe('Listen');
    expect(stage.tellSpeaking.mock.calls).toEqual([[true], [false]]);
  });

  it('ends with its article', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().hear(2);
    stage.view.showArticle(stage.mountedAgain());
    expect(stage.player().asked.at(-1)).toBe('dispose');
    expect(stage.isOpen()).toBe(false);
    expect(stage.highlights.textOf('lectern-sentence')).toEqual([]);
    expect(stage.tellSpeaking).toHaveBeenLastCalledWith(false);
  });
});

describe('a place of an earlier visit', () => {
  it('is offered, with the focus on going on there', async () => {
    const stage = showHarbour({ kept: keptAt(3) });
    await stage.listen();
    expect(stage.player().asked).not.toContain('play');
    expect(stage.line()).toMatch(/^You stopped at ““It is colder than ever,”/);
    expect(stage.document.activeElement?.textContent).toBe('Go on from there');
    expect(stage.announced).toEqual([stage.line()]);
    clickAsPerson(stage.press('Go on from there'));
    await Promise.resolve();
    expect(stage.player().asked.slice(-2)).toEqual(['go to 3', 'play']);
    expect(stage.line()).toBeNull();
    expect(stage.document.activeElement?.className).toContain('listen-play');
  });

  it('can be left for the beginning', async () => {
    const stage = showHarbour({ kept: keptAt(3) });
    await stage.listen();
    clickAsPerson(stage.press('Start at the beginning'));
    await Promise.resolve();
    expect(stage.player().asked.slice(-2)).toEqual(['go to 0', 'play']);
  });

  it('is not asked for where hardly anything was heard', async () => {
    const stage = showHarbour({ kept: keptAt(1) });
    await stage.listen();
    expect(stage.player().asked.at(-1)).toBe('play');
  });

  it('is waited for half a second, and no longer', async () => {
    const stage = showHarbour();
    stage.places.find.mockReturnValue(new Promise(() => undefined));
    await stage.listen();
    expect(stage.player().asked).not.toContain('play');
    stage.clock.turn(500);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    expect(stage.player().asked.at(-1)).toBe('play');
  });

  it('is kept while one listens, written down now and then and at a pause, and forgotten at the end', async () => {
    const stage = showHarbour();
    await stage.listen();
    for (const sentence of [0, 1, 2, 3]) stage.player().hear(sentence);
    expect(stage.places.keep).not.toHaveBeenCalled();
    stage.clock.turn(2000);
    expect(stage.places.keep).toHaveBeenCalledOnce();
    expect(stage.places.keep.mock.calls[0]?.[1]).toEqual(keptAt(3)(stage.player().script));
    stage.player().hear(4);
    stage.player().pause();
    expect(stage.places.keep).toHaveBeenCalledTimes(2);
    stage.player().hear(5);
    stage.player().become({ name: 'ended' });
    expect(stage.places.forget).toHaveBeenCalledWith('https://bay.example/harbour');
    stage.clock.turn(10_000);
    expect(stage.places.keep).toHaveBeenCalledTimes(2);
  });
});

describe('texts that are no part of the article', () => {
  it('are spoken between, and tell what came of it', async () => {
    const stage = showHarbour();
    const answer = stage.part.readAloud(stage.subject, 'An envoy. A second one.', 'en');
    expect(stage.player().aside?.script.map(({ span }) => span)).toEqual([null, null]);
    stage.player().aside?.resolve('no-sound');
    expect(await answer).toBe('no-sound');
    expect(stage.isOpen()).toBe(false);
  });

  it('are stopped without stopping the article', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.part.stopReadingAloud(stage.subject);
    expect(stage.player().asked).not.toContain('stop');
    void stage.part.readAloud(stage.subject, 'An envoy.', 'en');
    stage.part.stopReadingAloud(stage.subject);
    expect(stage.player().asked.at(-1)).toBe('stop');
  });

  it('do not have the end of the article told twice', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().hear(0);
    const ended = { name: 'ended' } as const;
    stage.player().become(ended);
    stage.player().isAside = true;
    stage.player().become({ name: 'speaking' });
    stage.player().isAside = false;
    stage.player().become(ended);
    expect(stage.announced).toEqual(['That was the end of the article.']);
    expect(stage.places.forget).toHaveBeenCalledOnce();
  });
});

describe('others who speak', () => {
  it('make it pause', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().hear(0);
    stage.giveWay();
    expect(stage.player().state.name).toBe('paused');
  });
});
