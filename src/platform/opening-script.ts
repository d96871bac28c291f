import type { SitesPermission } from './sites-permission.ts';

const ID = 'opening';

/** What is registered with the browser; it is kept when the browser is closed, and dropped when Lectern is updated. */
interface RegisteredScript {
  id: string;
  js: string[];
  matches: string[];
  runAt: 'document_idle';
}

/** What is needed of `browser`. */
interface Browser {
  scripting: {
    getRegisteredContentScripts(filter: { ids: string[] }): Promise<object[]>;
    registerContentScripts(scripts: RegisteredScript[]): Promise<void>;
    updateContentScripts(scripts: RegisteredScript[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
  };
  runtime: Record<'onInstalled' | 'onStartup', { addListener(listener: () => void): void }>;
}

/**
 * Has the browser run opening.js on the pages of the sites on which Lectern opens by itself, and on no others. So the
 * background need not hear of every page that a person opens anywhere.
 */
export function keepOpeningScript(
  { scripting, runtime }: Browser,
  sites: Pick<SitesPermission, 'list' | 'subscribe'>,
): void {
  /** Two at a time would each see what the other is about to change. */
  let last: Promise<void> = Promise.resolve();
  const follow = () => {
    last = last.then(register).catch((error: unknown) => console.error(error));
  };
  sites.subscribe(follow);
  runtime.onInstalled.addListener(follow);
  // The browser's own settings may have been changed while Lectern was switched off.
  runtime.onStartup.addListener(follow);

  async function register(): Promise<void> {
    const matches = (await sites.list()).flatMap(({ origins }) => origins);
    const isRegistered = (await scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
    const script: RegisteredScript = { id: ID, js: ['opening.js'], matches, runAt: 'document_idle' };
    if (matches.length > 0)
      await (isRegistered ? scripting.updateContentScripts([script]) : scripting.registerContentScripts([script]));
    else if (isRegistered) await scripting.unregisterContentScripts({ ids: [ID] });
  }
}
