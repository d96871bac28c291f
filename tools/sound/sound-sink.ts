import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onProcessEnd } from '../browsers/process-end.ts';
import { waitUntil } from '../browsers/wait-until.ts';
import { SoundRecording } from './sound-recording.ts';

/** Samples a second of what is recorded, one channel; browsers convert to it. */
export const RECORDED_RATE = 22_050;

/** A loudspeaker that nobody hears: what programs play on it is recorded. */
export interface SoundSink {
  /** What a program needs in its environment to play here. */
  environment: Readonly<Record<string, string>>;
  /** Begins to record; there is one recording at a time. */
  record(): SoundRecording;
  close(): void;
}

/** Starts a PulseAudio server of its own, which touches no other one of this machine. */
export async function startSoundSink(): Promise<SoundSink> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-sound-'));
  const socket = join(folder, 'native');
  const environment = { PULSE_SERVER: `unix:${socket}`, PULSE_COOKIE: join(folder, 'cookie') };
  const server = spawn(
    'pulseaudio',
    [
      ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--log-level=error'],
      ...['-L', `module-null-sink sink_name=lectern rate=${RECORDED_RATE}`],
      ...['-L', `module-native-protocol-unix auth-anonymous=1 socket=${socket}`],
    ],
    { env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder }, stdio: 'ignore' },
  );
  let recorder: ChildProcess | null = null;
  const end = () => {
    recorder?.kill('SIGKILL');
    server.kill('SIGKILL');
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
    await waitUntil('PulseAudio to start', () => failure !== null || existsSync(socket));
    if (failure) throw failure;
  } catch (error) {
    close();
    throw error;
  }
  return {
    environment,
    record() {
      recorder?.kill('SIGKILL');
      const format = ['--raw', `--rate=${RECORDED_RATE}`, '--channels=1', '--format=s16le', '--latency-msec=10'];
      const started = spawn('parec', ['--device=lectern.monitor', ...format], {
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      recorder = started;
      const recording = new SoundRecording(RECORDED_RATE, () => started.kill('SIGKILL'));
      started.stdout.on('data', (bytes: Buffer) => recording.add(bytes, Date.now()));
      return recording;
    },
    close,
  };
}
