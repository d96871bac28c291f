import type { Runtime } from './browser.ts';
import { type Espeak, SynthesisError } from './espeak.ts';
import type { SpeakingTabs, SpeakingView } from './speaking-tabs.ts';
import { VOICE_PORT, type VoiceAnswer, type VoiceQuestion } from './voice-protocol.ts';

type Synthesis = Extract<VoiceQuestion, { type: 'synthesize' }>;

/** Bytes at a time that become characters: a call takes no more arguments than that in every browser. */
const BLOCK = 0x2000;

/** Samples as the port carries them: 16 bits each, little-endian whatever the machine, in Base64. */
export function encodeSamples(samples: Int16Array): string {
  const bytes = new Uint8Array(samples.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [index, sample] of samples.entries()) view.setInt16(index * 2, sample, true);
  let text = '';
  for (let start = 0; start < bytes.length; start += BLOCK)
    text += String.fromCharCode(...bytes.subarray(start, start + BLOCK));
  return btoa(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether a message is a question as voice-protocol.ts has it, with numbers that can be spoken by. */
export function isVoiceQuestion(message: unknown): message is VoiceQuestion {
  if (!isObject(message)) return false;
  const { type, id, text, voice, rate, pitch, isSpeaking } = message;
  if (type === 'speaking') return typeof isSpeaking === 'boolean';
  if (typeof id !== 'number') return false;
  if (type === 'drop') return true;
  const isWithin = (value: unknown, lowest: number, highest: number) =>
    typeof value === 'number' && value >= lowest && value <= highest;
  return (
    type === 'synthesize' &&
    typeof text === 'string' &&
    typeof voice === 'string' &&
    isWithin(rate, 0.5, 3) &&
    isWithin(pitch, 0.5, 2)
  );
}

/** Lets go of the background, so that what has come in the meantime is done: synthesis itself cannot be interrupted. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Answers the reading views that ask for the embedded voice. What is asked for is made in the order of asking, one after the
 * other, for all views together.
 * @returns what is to be called with each port that is opened to the background; other ports are left alone
 */
export function createVoiceService(
  espeak: Espeak,
  tabs: SpeakingTabs,
  extensionId: string,
): (port: Runtime.Port) => void {
  let queue: Promise<void> = Promise.resolve();

  return (port) => {
    if (port.name !== VOICE_PORT || port.sender?.id !== extensionId) return;
    let isOpen = true;
    /** Asked for and not dropped; a dropped one may be in the queue still. */
    const wanted = new Set<number>();
    const answer = (message: VoiceAnswer) => {
      if (!isOpen) return;
      try {
        port.postMessage(message);
      } catch {
        // Its page went this moment, and the browser has not said so yet.
        isOpen = false;
      }
    };
    const view: SpeakingView = {
      tabId: port.sender.tab?.id ?? null,
      giveWay: () => answer({ type: 'give-way' }),
    };

    async function synthesize({ id, text, voice, rate, pitch }: Synthesis): Promise<void> {
      if (!isOpen || !wanted.has(id)) return;
      try {
        await espeak.synthesize({ text, voice, rate, pitch }, (samples, words) =>
          answer({ type: 'audio', id, samples: encodeSamples(samples), words }),
        );
        answer({ type: 'done', id });
      } catch (error) {
        answer({ type: 'failed', id, fault: error instanceof SynthesisError ? error.fault : 'synthesis-failed' });
      } finally {
        wanted.delete(id);
      }
      await breathe();
    }

    port.onMessage.addListener((message: unknown) => {
      if (!isVoiceQuestion(message)) return;
      if (message.type === 'drop') wanted.delete(message.id);
      else if (message.type === 'synthesize') {
        wanted.add(message.id);
        queue = queue.then(() => synthesize(message));
      } else if (message.isSpeaking) tabs.began(view);
      else tabs.ended(view);
    });
    port.onDisconnect.addListener(() => {
      isOpen = false;
      wanted.clear();
      tabs.ended(view);
    });
  };
}
