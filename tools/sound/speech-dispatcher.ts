import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thisMachine } from '../browsers/find-browsers.ts';
import { onProcessEnd } from '../browsers/process-end.ts';
import { waitUntil } from '../browsers/wait-until.ts';

/** Debian's packages with the server and its synthesizer. */
export const SPEECH_PACKAGES = ['speech-dispatcher', 'speech-dispatcher-espeak-ng'];

/** What a browser needs in its environment so that the system has no voice for it, whatever the machine has. */
export const WITHOUT_SYSTEM_VOICES = { SPEECHD_ADDRESS: 'inet_socket:0.0.0.0:1' } as const;

/** Whether a speech-dispatcher can be started on this machine. */
export function canStartSpeechDispatcher(): boolean {
  const { environment, isProgram } = thisMachine();
  const folders = (environment.PATH ?? '').split(':');
  return process.platform === 'linux' && folders.some((folder) => isProgram(`${folder}/speech-dispatcher`));
}

/** The voices that browsers take for the system's own. */
export interface SpeechDispatcher {
  /** What a browser needs in its environment to find it. */
  environment: Readonly<Record<string, string>>;
  close(): void;
}

/** One synthesizer, and sound by PulseAudio: what a machine has beside them must not change what tests see. */
const CONFIGURATION = `LogLevel 0
AudioOutputMethod "pulse"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
DefaultLanguage "en"
`;

/**
 * Starts a speech-dispatcher with eSpeak NG of its own, which touches no other one of this machine.
 *
 * @param sound what it needs in its environment to be heard.
 */
export async function startSpeechDispatcher(sound: Readonly<Record<string, string>>): Promise<SpeechDispatcher> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-speech-'));
  const socket = join(folder, 'speechd.sock');
  mkdirSync(join(folder, 'modules'));
  writeFileSync(join(folder, 'speechd.conf'), CONFIGURATION);
  writeFileSync(join(folder, 'modules', 'espeak-ng.conf'), 'EspeakMaxRate 449\n');
  const server = spawn(
    'speech-dispatcher',
    ['--run-single', '--timeout=0', ...['-C', folder], ...['-S', socket], ...['-P', join(folder, 'pid')]],
    // It starts a program for each synthesizer: one group, so that all of them go together.
    { env: { ...process.env, ...sound, HOME: folder, XDG_RUNTIME_DIR: folder }, stdio: 'ignore', detached: true },
  );
  const end = () => {
    try {
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const forget = onProcessEnd(end);
  const close = () => {
    forget();
    end();
  };
  let failure: Error | null = null;
  server.once('error', (error) => {
    failure = error;
  });
  try {
    await waitUntil('speech-dispatcher to start', () => failure !== null || existsSync(socket));
    if (failure) throw failure;
  } catch (error) {
    close();
    throw error;
  }
  return { environment: { SPEECHD_ADDRESS: `unix_socket:${socket}` }, close };
}
