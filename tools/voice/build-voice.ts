import { SYNTHESIZER_SCRIPT } from '../../src/platform/synthesizer-script.ts';
import { bundleSynthesizer } from './bundle-synthesizer.ts';
import { compileVoices } from './compile-voices.ts';
import { readVoicePackage } from './read-voice-package.ts';

/** What of the embedded voice goes into the package, by name. */
export interface BuiltVoice {
  script: Record<string, Uint8Array>;
  data: Record<string, Uint8Array>;
  licence: Record<string, string>;
}

/** Makes the embedded voice of eSpeak NG's npm package. @param targets the browsers, as esbuild names them */
export async function buildVoice(targets: string[]): Promise<BuiltVoice> {
  const voicePackage = readVoicePackage();
  return {
    script: { [SYNTHESIZER_SCRIPT]: await bundleSynthesizer(voicePackage, targets) },
    data: compileVoices(voicePackage),
    licence: { 'LICENSE-eSpeak-NG.txt': voicePackage.licence },
  };
}
