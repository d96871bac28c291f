import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions } from './browser.ts';
import { onProcessEnd } from './process-end.ts';
import { waitUntil } from './wait-until.ts';

/** How long Firefox may take to start and to end, in milliseconds. */
const START_LIMIT = 45_000;
const END_LIMIT = 5_000;

/** A quiet Firefox: no first-run pages, no updates, no calls home, nothing that opens by itself. */
const PREFERENCES: Record<string, string | number | boolean> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.region.network.url': '',
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.prefs.recommended': true,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'termsofuse.acceptedVersion': 999,
  'toolkit.telemetry.enabled': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
};

function preferencesFor({ standInPort, grantsPermissions }: LaunchOptions): typeof PREFERENCES {
  return {
    ...PREFERENCES,
    ...(grantsPermissions && { 'extensions.webextOptionalPermissionPrompts': false }),
    ...(standInPort !== undefined && {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': standInPort,
    }),
  };
}

/** A Firefox that runs with a profile of its own, and where its BiDi server listens. */
export interface FirefoxProcess {
  /** `ws://host:port/session` */
  address: string;
  closed: Promise<void>;
  /** Waits for Firefox to end by itself, ends it by force when it does not, and removes the profile. */
  end(): Promise<void>;
}

/** A snap sees its own `/tmp` and no other: its profile must lie in the folder that the snap shares with its person. */
function profileParent(executable: string): string {
  const isScript = readFileSync(executable).subarray(0, 2).toString('latin1') === '#!';
  const isSnap =
    realpathSync(executable).endsWith('/snap') || (isScript && readFileSync(executable, 'utf8').includes('/snap/bin/'));
  if (!isSnap) return tmpdir();
  const shared = join(homedir(), 'snap', 'firefox', 'common');
  mkdirSync(shared, { recursive: true });
  return shared;
}

function environmentFor(profile: string, options: LaunchOptions): NodeJS.ProcessEnv {
  const made = { ...process.env, ...options.environment, MOZ_CRASHREPORTER_DISABLE: '1' };
  // Firefox refuses to run as root when the home folder belongs to somebody else.
  return process.getuid?.() === 0 ? { ...made, HOME: profile } : made;
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // The child leads a process group of its own, so that its content processes go with it.
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function serverAddress(profile: string): string | null {
  const file = join(profile, 'WebDriverBiDiServer.json');
  if (!existsSync(file)) return null;
  const { ws_host, ws_port }: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  return typeof ws_port === 'number' ? `ws://${String(ws_host)}:${ws_port}/session` : null;
}

/** Starts Firefox with its BiDi server; nothing of it outlives this process. */
export async function startFirefox(options: LaunchOptions): Promise<FirefoxProcess> {
  const profile = mkdtempSync(join(profileParent(options.executable), 'lectern-firefox-'));
  const lines = Object.entries(preferencesFor(options)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const flags = ['--remote-debugging-port=0', '-remote-allow-system-access', '--no-remote', '--new-instance'];
  const child = spawn(
    options.executable,
    [...(options.headless ? ['--headless'] : []), ...flags, '--profile', profile, ...(options.arguments ?? [])],
    {
      env: environmentFor(profile, options),
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints = `${complaints}${String(data)}`.slice(-2_000);
  });
  let ended = false;
  const closed = new Promise<void>((done) => {
    const note = () => {
      ended = true;
      done();
    };
    child.once('exit', note);
    child.once('error', (error) => {
      complaints += String(error);
      note();
    });
  });
  const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  const forget = onProcessEnd(() => {
    killTree(child);
    removeProfile();
  });
  const end = async () => {
    const deadline = setTimeout(() => killTree(child), END_LIMIT);
    await closed;
    clearTimeout(deadline);
    killTree(child);
    forget();
    removeProfile();
  };
  try {
    const address = await waitUntil(
      'Firefox to start its WebDriver BiDi server',
      () => {
        if (ended) return 'ended' as const;
        return serverAddress(profile);
      },
      START_LIMIT,
    );
    if (address === 'ended') throw new Error('Firefox ended while it was starting');
    return { address, closed, end };
  } catch (error) {
    killTree(child);
    await end();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${complaints.trim()}`, {
      cause: error,
    });
  }
}
