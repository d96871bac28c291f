import type { CreateEspeakModule } from './espeak-module.ts';
import { loadPackagedScript } from './packaged-script.ts';

/** eSpeak's own script in the package. */
export const SYNTHESIZER_SCRIPT = 'voice.js';

/** Under which symbol of the global object it leaves a {@link CreateEspeakModule}. */
export const SYNTHESIZER_SYMBOL = 'lectern.espeak';

/** Runs eSpeak's script, where it has not run yet in this background. Rejects where it cannot be loaded. */
export async function loadSynthesizer(): Promise<CreateEspeakModule> {
  const symbol = Symbol.for(SYNTHESIZER_SYMBOL);
  if (!Reflect.has(globalThis, symbol)) await loadPackagedScript(globalThis, SYNTHESIZER_SCRIPT);
  const create: unknown = Reflect.get(globalThis, symbol);
  if (typeof create !== 'function') throw new Error(`${SYNTHESIZER_SCRIPT} has left nothing behind`);
  return create as CreateEspeakModule;
}
