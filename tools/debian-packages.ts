import { spawnSync } from 'node:child_process';
import { thisMachine } from './browsers/find-browsers.ts';

/** Whether the machine is a Debian, or a relative. */
export function hasAptGet(): boolean {
  return process.platform === 'linux' && thisMachine().isProgram('/usr/bin/apt-get');
}

/** Whether packages can be installed without asking anybody. */
export function canInstall(): boolean {
  return hasAptGet() && process.getuid?.() === 0;
}

/** Runs apt-get without questions. @returns whether it went well. */
export function aptGet(...values: string[]): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // What apt-get says goes to standard error: standard output is for what the person asked for.
  return spawnSync('apt-get', ['-qq', ...values], { env: environment, stdio: ['ignore', 2, 2] }).status === 0;
}
