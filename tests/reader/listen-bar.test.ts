import { describe, expect, it } from 'vitest';
import { FAILURES } from '../../src/reader/listen-failures.ts';
import type { FailureReason } from '../../src/speech/player-state.ts';
import { showHarbour, VOICES } from './listening-stage.ts';
import { clickAsPerson, clickAsScript } from './trusted-click.ts';

const collapsed = (texts: string[]) => texts.map((text) => text.replace(/\s+/g, ' '));

describe('the line in the bar', () => {
  it('says that one has to wait only where one has to, and to ears only where one has to wait long', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.clock.turn(399);
    expect(stage.line()).toBeNull();
    stage.clock.turn(1);
    expect(stage.line()).toBe('Getting the voice ready…');
    stage.player().hear(0);
    expect(stage.line()).toBeNull();
    stage.clock.turn(5000);
    expect(stage.announced).toEqual([]);
    stage.player().become({ name: 'preparing' });
    stage.clock.turn(2000);
    expect(stage.announced).toEqual(['Getting the voice ready…']);
  });

  it.each(Object.keys(FAILURES) as FailureReason[])('says once why nothing is heard: %s', async (reason) => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().become({ name: 'failed', reason });
    expect(stage.line()?.length).toBeGreaterThan(20);
    expect(stage.announced).toEqual([stage.line()]);
    const remedies = [...stage.bar().querySelectorAll('.listen-actions button')].map(({ textContent }) => textContent);
    if (reason === 'nothing-to-read') expect(remedies).toEqual([]);
    else expect(remedies).toContain('Try again');
    expect(stage.press('Listen')).toBeTruthy();
  });

  it('lets Lectern’s own voice go on where another failed', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().become({ name: 'failed', reason: 'network' });
    clickAsPerson(stage.press('Use Lectern’s own voice'));
    await Promise.resolve();
    expect(stage.voices.choose).toHaveBeenCalledWith('en', VOICES.own);
    expect(stage.player().asked.at(-1)).toBe('play');
    // It is chosen now: there is nothing else to take.
    stage.player().become({ name: 'failed', reason: 'network' });
    expect(() => stage.press('Use Lectern’s own voice')).toThrow();
  });

  it('says nothing into the voice', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().hear(0);
    stage.player().listener.noticed('voice-replaced');
    expect(stage.line()).toMatch(/did not speak/);
    stage.player().hear(1);
    expect(stage.announced).toEqual([]);
  });

  it('tells the end, and offers to start again', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().hear(0);
    stage.player().become({ name: 'ended' });
    expect(stage.announced).toEqual(['That was the end of the article.']);
    expect(stage.highlights.textOf('lectern-sentence')).toEqual([]);
    clickAsPerson(stage.press('Start again'));
    await Promise.resolve();
    expect(stage.player().asked.at(-1)).toBe('play');
  });
});

describe('the buttons of the bar', () => {
  it.each([
    ['Previous paragraph', 'step paragraph -1'],
    ['Previous sentence', 'step sentence -1'],
    ['Next sentence', 'step sentence 1'],
    ['Next paragraph', 'step paragraph 1'],
  ])('%s', async (name, asked) => {
    const stage = showHarbour();
    await stage.listen();
    clickAsScript(stage.press(name));
    expect(stage.player().asked).not.toContain(asked);
    clickAsPerson(stage.press(name));
    expect(stage.player().asked.at(-1)).toBe(asked);
  });

  it('change the speed in exact steps, within its limits, and at the next word', async () => {
    const stage = showHarbour({ settings: { speechRate: 2.7 } });
    await stage.listen();
    for (let press = 0; press < 4; press++) clickAsPerson(stage.press('Faster'));
    expect(stage.settings.change.mock.calls.map(([, value]) => value)).toEqual([2.8, 2.9, 3, 3]);
    expect(stage.player().asked.filter((asked) => asked === 'manner')).toHaveLength(3);
    expect(stage.bar().querySelector('.listen-rate')?.textContent).toBe('3 ×');
    expect(stage.press('Faster').getAttribute('aria-disabled')).toBe('true');
    clickAsPerson(stage.press('Slower'));
    expect(stage.press('Faster').getAttribute('aria-disabled')).toBe('false');
  });

  it('read a selection and stop there; then go on behind it', async () => {
    const stage = showHarbour();
    await stage.listen();
    const whole = stage.player().script.length;
    expect(() => stage.press('Read the selection')).toThrow();
    stage.select('Bethan', 'stay');
    clickAsPerson(stage.press('Read the selection'));
    expect(stage.player().asked.slice(-2)).toEqual(['load 2 at 0', 'play']);
    stage.player().hear(1);
    expect(collapsed(stage.highlights.textOf('lectern-sentence'))).toEqual(['The boats stay.']);
    stage.player().become({ name: 'ended' });
    expect(stage.line()).toBe('That was the end of the selection.');
    expect(stage.places.forget).not.toHaveBeenCalled();
    clickAsPerson(stage.press('Go on'));
    await Promise.resolve();
    expect(stage.player().asked.slice(-2)).toEqual([`load ${whole} at 5`, 'play']);
  });

  it('have names, tell their keys, and tell none where there are none', async () => {
    const stage = showHarbour();
    await stage.listen();
    const unnamed = [...stage.bar().querySelectorAll('button')].filter(
      (one) => !(one.getAttribute('aria-label') ?? one.textContent)?.trim(),
    );
    expect(unnamed).toEqual([]);
    const keys = () =>
      [...stage.bar().querySelectorAll('[aria-keyshortcuts]')].map((one) => [
        one.getAttribute('aria-keyshortcuts'),
        one.querySelector('svg > title')?.textContent,
      ]);
    stage.player().hear(0);
    expect(keys()).toEqual([
      ['J', 'Previous sentence (J)'],
      ['K', 'Pause (K)'],
      ['L', 'Next sentence (L)'],
    ]);
    await stage.settings.change('keySentenceOn', 'ö');
    expect(keys().at(-1)).toEqual(['Ö', 'Next sentence (Ö)']);
    await stage.settings.change('singleKeys', 'off');
    expect(keys()).toEqual([]);
  });
});

describe('keys', () => {
  it('K, J and L do as the buttons, also with the capitals locked', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().hear(0);
    expect(stage.view.pressKey('k')).toBe(true);
    expect(stage.player().asked.at(-1)).toBe('pause');
    stage.view.pressKey('J');
    expect(stage.player().asked.at(-1)).toBe('step sentence -1');
    stage.view.pressKey('l');
    expect(stage.player().asked.at(-1)).toBe('step sentence 1');
    expect(stage.togglePart).not.toHaveBeenCalled();
  });

  it('K that is held down is one press', async () => {
    const stage = showHarbour();
    await stage.listen();
    stage.player().hear(0);
    stage.view.pressKey('k');
    for (let repeat = 0; repeat < 5; repeat++) expect(stage.view.pressKey('k', true)).toBe(true);
    expect(stage.player().asked.filter((asked) => asked === 'pause' || asked === 'play')).toEqual(['play', 'pause']);
  });

  it('are left alone in a list and where the settings say so', async () => {
    const stage = showHarbour();
    await stage.listen();
    clickAsPerson(stage.press('Voice and more'));
    expect(stage.document.activeElement?.localName).toBe('select');
    expect(stage.view.pressKey('l')).toBe(false);
    clickAsPerson(stage.press('Close “Voice and more”'));
    await stage.settings.change('singleKeys', 'off');
    expect(stage.view.pressKey('j')).toBe(false);
  });

  it('Escape closes the panel, then what is open beside the article, then the bar', async () => {
    const stage = showHarbour();
    await stage.listen();
    clickAsPerson(stage.press('Voice and more'));
    let panels = 0;
    const panel = { close: () => panels++, giveWay: () => undefined };
    stage.shown.shared.panel.enter(panel);
    expect(stage.view.pressKey('Escape')).toBe(true);
    expect([stage.find('.listen-options').hidden, panels, stage.isOpen()]).toEqual([true, 0, true]);
    expect(stage.document.activeElement?.getAttribute('aria-label')).toBe('Voice and more');
    stage.view.focusStart();
    stage.view.pressKey('Escape');
    expect([panels, stage.isOpen()]).toEqual([1, true]);
    stage.shown.shared.panel.leave(panel);
    stage.view.pressKey('Escape');
    expect(stage.isOpen()).toBe(false);
    expect(stage.view.pressKey('Escape')).toBe(false);
  });
});
