import { build } from 'esbuild';
import { SYNTHESIZER_SYMBOL } from '../../src/platform/synthesizer-script.ts';
import type { VoicePackage } from './read-voice-package.ts';
import { stripSynthesizer } from './strip-synthesizer.ts';

/** What a reviewer needs, to tell this file from one that hides something. */
const NOTICE = `/*! eSpeak NG, GPL-3.0-or-later (LICENSE-eSpeak-NG.txt), compiled to JavaScript in the npm package
@echogarden/espeak-ng-emscripten; tools/voice of Lectern takes away what is not needed and minifies the rest. */`;

/**
 * The synthesiser as a classic script: it registers the function that makes one, and does nothing more until that is called.
 * @param targets the browsers, as esbuild names them
 */
export async function bundleSynthesizer({ script }: VoicePackage, targets: string[]): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: `${stripSynthesizer(script)}\nglobalThis[Symbol.for('${SYNTHESIZER_SYMBOL}')] = Module;`,
      loader: 'js',
    },
    banner: { js: NOTICE },
    write: false,
    format: 'iife',
    target: targets,
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('the synthesiser was not bundled');
  return file.contents;
}
