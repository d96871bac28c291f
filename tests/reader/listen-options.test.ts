import { describe, expect, it } from 'vitest';
import { showHarbour, VOICES } from './listening-stage.ts';
import { clickAsPerson, sendAsPerson } from './trusted-click.ts';

describe('Voice and more', () => {
  const opened = async () => {
    const stage = showHarbour();
    await stage.listen();
    clickAsPerson(stage.press('Voice and more'));
    const choose = (id: string, index: number) => {
      const select = stage.find(`#listen-${id}`) as HTMLSelectElement;
      select.selectedIndex = index;
      sendAsPerson(select, new stage.window.Event('change', { bubbles: true }));
      return select;
    };
    return { ...stage, choose };
  };

  it('lists the voices for what is read, and takes the one that is chosen', async () => {
    const stage = await opened();
    expect([...stage.find('#listen-voice').children].map(({ textContent }) => textContent)).toEqual([
      'Chosen by Lectern',
      'Anna (British English)',
      'Cloud (American English), over the internet',
      'Lectern’s own voice (English)',
    ]);
    stage.choose('voice', 1);
    expect(stage.voices.choose).toHaveBeenCalledWith('en', VOICES.anna);
    expect(stage.player().asked.at(-1)).toBe('manner');
  });

  it('does not change the voice that is heard because others came late', async () => {
    const stage = await opened();
    const asked = [...stage.player().asked];
    stage.voices.list.mockReturnValue([VOICES.own]);
    stage.voices.come();
    expect(stage.player().asked).toEqual(asked);
    expect(stage.find('#listen-voice').children).toHaveLength(2);
  });

  it('asks before text leaves the machine', async () => {
    const stage = await opened();
    stage.choose('voice', 2);
    expect(stage.voices.choose).not.toHaveBeenCalled();
    expect(stage.announced.at(-1)).toMatch(/“Cloud” is not on this machine/);
    clickAsPerson(stage.press('Do not use it'));
    expect((stage.find('#listen-voice') as HTMLSelectElement).selectedIndex).toBe(0);
    expect(stage.voices.allow).not.toHaveBeenCalled();
    stage.choose('voice', 2);
    clickAsPerson(stage.press('Use it'));
    expect(stage.voices.allow).toHaveBeenCalledWith(VOICES.cloud);
    expect(stage.voices.choose).toHaveBeenCalledWith('en', VOICES.cloud);
    stage.choose('voice', 0);
    stage.choose('voice', 2);
    expect(stage.find('.listen-consent').hidden).toBe(true);
  });

  it('gives a sample of the sentence that is read, and says why where it cannot', async () => {
    const stage = await opened();
    stage.player().hear(2);
    clickAsPerson(stage.press('Hear a sample'));
    await expect.poll(() => stage.player().aside?.script).toEqual([stage.player().script[2]]);
    stage.player().aside?.resolve('network');
    await expect.poll(() => stage.line()).toMatch(/needs the internet/);
  });

  it('changes how the voice sounds and what is marked', async () => {
    const stage = await opened();
    const pitch = stage.find('#listen-speechPitch') as HTMLInputElement;
    pitch.value = '1.5';
    pitch.dispatchEvent(new stage.window.Event('input', { bubbles: true }));
    expect(stage.settings.change).not.toHaveBeenCalled();
    sendAsPerson(pitch, new stage.window.Event('input', { bubbles: true }));
    stage.choose('speechMarks', 3);
    expect(stage.settings.change.mock.calls).toEqual([
      ['speechPitch', 1.5],
      ['speechMarks', 'none'],
    ]);
    expect(pitch.getAttribute('aria-valuetext')).toBe('1.5 times');
  });

  it('stops by itself after the time that was set, and says so', async () => {
    const stage = await opened();
    const sleep = stage.choose('sleep', 2);
    stage.player().hear(0);
    stage.clock.turn(10 * 60_000 - 1);
    expect(stage.player().state.name).toBe('speaking');
    stage.clock.turn(1);
    expect(stage.player().state.name).toBe('paused');
    expect(stage.announced).toEqual(['The time that you set is over. Press “Go on” to hear more.']);
    expect(sleep.selectedIndex).toBe(0);
  });
});
