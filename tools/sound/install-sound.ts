import { thisMachine } from '../browsers/find-browsers.ts';
import { aptGet, canInstall } from '../debian-packages.ts';

/** Debian's packages with the server and the recorder. */
const PACKAGES = ['pulseaudio', 'pulseaudio-utils'];
const PROGRAMS = ['pulseaudio', 'parec'];

/** Whether what browsers play can be recorded on this machine. */
export function canRecordSound(): boolean {
  const { environment, isProgram } = thisMachine();
  const folders = (environment.PATH ?? '').split(':');
  return (
    process.platform === 'linux' &&
    PROGRAMS.every((program) => folders.some((folder) => isProgram(`${folder}/${program}`)))
  );
}

/**
 * Sees to it that sound can be recorded: installs what is missing where that can be done without asking anybody.
 * @returns one line that names what is missing; null where nothing is.
 */
export function ensureSound(): string | null {
  if (canRecordSound()) return null;
  if (canInstall()) {
    console.error(`Installing ${PACKAGES.join(' and ')} …`);
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...PACKAGES);
  }
  if (canRecordSound()) return null;
  return `Left out: the tests that record what is heard. They need Linux with PulseAudio: sudo apt-get install ${PACKAGES.join(' ')}`;
}
