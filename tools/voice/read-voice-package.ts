import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where eSpeak NG looks for its data; fixed when it was compiled. */
const DATA_FOLDER = '/usr/share/espeak-ng-data/';

/** What the npm package of eSpeak NG holds. */
export interface VoicePackage {
  /** Its script, as it is. */
  script: string;
  /** Its licence. */
  licence: string;
  /** Its data, by path within the folder of the data, such as "en_dict" or "lang/gmw/en-US". */
  files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads the npm package of eSpeak NG, whose data are all in one file behind one another; the script says where each begins.
 * @throws where the script does not say so any more.
 */
export function readVoicePackage(): VoicePackage {
  const folder = dirname(createRequire(import.meta.url).resolve('@echogarden/espeak-ng-emscripten'));
  const script = readFileSync(join(folder, 'espeak-ng.js'), 'utf8');
  const data = readFileSync(join(folder, 'espeak-ng.data'));
  const files = new Map<string, Uint8Array>();
  for (const [, name = '', start, end] of script.matchAll(/\{filename:"([^"]+)",start:(\d+),end:(\d+)\}/g))
    if (name.startsWith(DATA_FOLDER))
      files.set(name.slice(DATA_FOLDER.length), new Uint8Array(data.subarray(Number(start), Number(end))));
  const [, size] = /remote_package_size:(\d+)/.exec(script) ?? [];
  if (!files.has('phontab') || Number(size) !== data.length)
    throw new Error('espeak-ng.js has changed: it does not say where the files in espeak-ng.data begin');
  return { script, licence: readFileSync(join(folder, 'COPYING'), 'utf8'), files };
}
