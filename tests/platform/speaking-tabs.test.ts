import { describe, expect, it, type Mock, vi } from 'vitest';
import { createSpeakingTabs } from '../../src/platform/speaking-tabs.ts';

/** A toolbar button that shows what it is told, in each tab. */
function stage() {
  const titles = new Map<number, string>();
  const badges = new Map<number, string>();
  const button = {
    getTitle: vi.fn(async ({ tabId }: { tabId: number }) => titles.get(tabId) ?? 'actionOpen'),
    setTitle: vi.fn(async ({ tabId, title }: { tabId: number; title: string }) => void titles.set(tabId, title)),
    setBadgeText: vi.fn(async ({ tabId, text }: { tabId: number; text: string }) => void badges.set(tabId, text)),
    setBadgeBackgroundColor: vi.fn(async () => {}),
  };
  const view = (tabId: number | null): { tabId: number | null; giveWay: Mock<() => void> } => ({
    tabId,
    giveWay: vi.fn<() => void>(),
  });
  return { tabs: createSpeakingTabs(button, (key) => key), button, titles, badges, view };
}

describe('the badge', () => {
  it('shows which tab speaks, with a title in words, until it is silent', async () => {
    const { tabs, titles, badges, view } = stage();
    const seven = view(7);
    titles.set(7, 'actionClose');
    tabs.began(seven);
    tabs.began(seven);
    await vi.waitFor(() => expect(badges).toEqual(new Map([[7, 'badgeSpeaking']])));
    expect(titles.get(7)).toBe('actionSpeaking');
    tabs.ended(seven);
    await vi.waitFor(() => expect(titles.get(7)).toBe('actionClose'));
    expect(badges.get(7)).toBe('');
  });

  it('leaves the title alone that the button has got since', async () => {
    const { tabs, titles, badges, view } = stage();
    const seven = view(7);
    tabs.began(seven);
    await vi.waitFor(() => expect(badges.get(7)).toBe('badgeSpeaking'));
    titles.set(7, 'actionCannotRead');
    tabs.ended(seven);
    await vi.waitFor(() => expect(badges.get(7)).toBe(''));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(titles.get(7)).toBe('actionCannotRead');
  });

  it('is right in the end when a voice begins and ends many times at once', async () => {
    const { tabs, titles, badges, view } = stage();
    const seven = view(7);
    for (let times = 0; times < 5; times++) {
      tabs.began(seven);
      tabs.ended(seven);
    }
    tabs.began(seven);
    await vi.waitFor(() => expect(badges.get(7)).toBe('badgeSpeaking'));
    tabs.ended(seven);
    await vi.waitFor(() => expect(badges.get(7)).toBe(''));
    await vi.waitFor(() => expect(titles.get(7)).toBe('actionOpen'));
  });

  it('stays while another view of the same tab speaks', async () => {
    const { tabs, badges, button, view } = stage();
    const [one, other] = [view(7), view(7)];
    tabs.began(one);
    tabs.began(other);
    tabs.ended(one);
    await vi.waitFor(() => expect(badges.get(7)).toBe('badgeSpeaking'));
    expect(button.setBadgeText).not.toHaveBeenCalledWith({ tabId: 7, text: '' });
  });

  it('is no trouble where the tab is gone, nor where there is none', async () => {
    const { tabs, button, badges, view } = stage();
    button.getTitle.mockRejectedValueOnce(new Error('No tab with id: 7'));
    const [gone, nowhere, eight] = [view(7), view(null), view(8)];
    for (const each of [gone, nowhere]) {
      tabs.began(each);
      tabs.ended(each);
    }
    tabs.began(eight);
    await vi.waitFor(() => expect(badges.get(8)).toBe('badgeSpeaking'));
  });
});

describe('giving way', () => {
  it('is asked of those that speak, when another begins, and of nobody else', () => {
    const { tabs, view } = stage();
    const [first, second, silent] = [view(1), view(2), view(3)];
    tabs.began(silent);
    tabs.ended(silent);
    silent.giveWay.mockClear();
    tabs.began(first);
    tabs.began(second);
    expect(first.giveWay).toHaveBeenCalledOnce();
    expect(second.giveWay).not.toHaveBeenCalled();
    expect(silent.giveWay).not.toHaveBeenCalled();
    tabs.ended(first);
    tabs.began(first);
    expect(second.giveWay).toHaveBeenCalledOnce();
  });
});
