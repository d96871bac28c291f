/** A command of the extension and the keys that a person has for it. */
export interface Shortcut {
  /** The name in the manifest, such as `_execute_action`. */
  command: string;
  /** In the browser's words; empty for the toolbar button. */
  description: string;
  /** As the browser writes them (`Ctrl+Shift+9`), or null when none are set: a browser leaves out keys that are taken. */
  keys: string | null;
}

export interface Shortcuts {
  /** Every command in the order of the manifest; none where the browser has no keyboard commands (Firefox for Android). */
  list(): Promise<Shortcut[]>;
  /** Opens the browser's own page for changing them; false when it did not let us. */
  openSettings(): Promise<boolean>;
  /** The address of that page, for typing it by hand. */
  settingsAddress: string;
}

/** What is needed of `browser.commands`. */
interface Commands {
  getAll(): Promise<{ name?: string; description?: string; shortcut?: string }[]>;
  /** Firefox alone has it. */
  openShortcutSettings?(): Promise<void>;
}

/** What is needed of `browser.tabs`. */
interface Tabs {
  create(properties: { url: string }): Promise<unknown>;
}

const CHROME_ADDRESS = 'chrome://extensions/shortcuts';

/** The keyboard shortcuts of this extension in this browser. */
export function createShortcuts(commands: Commands | undefined, tabs: Tabs): Shortcuts {
  const isFirefox = typeof commands?.openShortcutSettings === 'function';
  return {
    settingsAddress: isFirefox ? 'about:addons' : CHROME_ADDRESS,
    async list() {
      const all = (await commands?.getAll()) ?? [];
      return all.map(({ name = '', description = '', shortcut = '' }) => ({
        command: name,
        description,
        keys: shortcut || null,
      }));
    },
    async openSettings() {
      try {
        // Chrome follows no link to its own pages, but opens them in a tab when an extension asks.
        await (isFirefox ? commands.openShortcutSettings?.() : tabs.create({ url: CHROME_ADDRESS }));
        return true;
      } catch {
        return false;
      }
    },
  };
}
