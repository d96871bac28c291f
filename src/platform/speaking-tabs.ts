import type { MessageKey } from '../../assets/message-key.ts';

/** What is needed of the browser's toolbar button; all of it for one tab at a time. */
export interface TabButton {
  getTitle(details: { tabId: number }): Promise<string>;
  setTitle(details: { tabId: number; title: string }): Promise<void>;
  setBadgeText(details: { tabId: number; text: string }): Promise<void>;
  setBadgeBackgroundColor(details: { tabId: number; color: string }): Promise<void>;
}

/** A reading view that may speak. */
export interface SpeakingView {
  /** Null for a page that is in no tab. */
  tabId: number | null;
  /** Has it pause, since another speaks now. */
  giveWay(): void;
}

/** Which tabs speak: one at a time, and the toolbar button says which. */
export interface SpeakingTabs {
  /** Something is heard in this view now: the others give way. */
  began(view: SpeakingView): void;
  /** Nothing is heard in it any more, or it is gone. */
  ended(view: SpeakingView): void;
}

/** Dark enough for white to be read on it (7.8 : 1), and no colour of alarm. */
const BADGE_COLOR = '#1d5c4a';

/** @param translate gives the messages of the badge and of its title */
export function createSpeakingTabs(button: TabButton, translate: (key: MessageKey) => string): SpeakingTabs {
  const speaking = new Set<SpeakingView>();
  /** What the button was called in a tab before it spoke. */
  const titles = new Map<number, string>();
  /** Each tab's changes in their order: titles are asked for in between. */
  const changes = new Map<number, Promise<void>>();

  function change(tabId: number, run: () => Promise<void>): void {
    const before = changes.get(tabId) ?? Promise.resolve();
    // A tab that is gone has no button to be changed.
    const done = before.then(run).catch(() => {});
    changes.set(tabId, done);
    void done.then(() => {
      if (changes.get(tabId) === done) changes.delete(tabId);
    });
  }

  async function showBadge(tabId: number): Promise<void> {
    const title = await button.getTitle({ tabId });
    if (title !== translate('actionSpeaking')) titles.set(tabId, title);
    await button.setTitle({ tabId, title: translate('actionSpeaking') });
    await button.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR });
    await button.setBadgeText({ tabId, text: translate('badgeSpeaking') });
  }

  async function hideBadge(tabId: number): Promise<void> {
    const before = titles.get(tabId);
    titles.delete(tabId);
    await button.setBadgeText({ tabId, text: '' });
    // The view may have been closed since, and the button be called otherwise.
    if (before !== undefined && (await button.getTitle({ tabId })) === translate('actionSpeaking'))
      await button.setTitle({ tabId, title: before });
  }

  function isSilent(tabId: number): boolean {
    return ![...speaking].some((view) => view.tabId === tabId);
  }

  return {
    began(view) {
      for (const other of speaking) if (other !== view) other.giveWay();
      if (speaking.has(view)) return;
      speaking.add(view);
      const { tabId } = view;
      if (tabId !== null) change(tabId, () => showBadge(tabId));
    },
    ended(view) {
      if (!speaking.delete(view)) return;
      const { tabId } = view;
      if (tabId !== null && isSilent(tabId)) change(tabId, () => hideBadge(tabId));
    },
  };
}
