import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import type { Voice } from '../speech/engine.ts';
import { listVoices } from '../speech/voices.ts';
import { primaryLanguage } from '../text/primary-language.ts';
import { describeFailure } from './kept-place.ts';
import type { OptionsPorts } from './ports.ts';
import { createSection } from './section.ts';
import { createStatusLine } from './status-line.ts';
import { createVoiceField, type VoiceField } from './voice-field.ts';

/** Makes the section in which a voice is chosen for each language that the person reads, or has chosen one for. */
export function createVoicesSection(ports: Pick<OptionsPorts, 'document' | 'translate' | 'speech'>): HTMLElement {
  const { document, translate, speech } = ports;
  const status = createStatusLine(document, translate);
  /** By primary language. */
  const fields = new Map<string, { tag: string; field: VoiceField }>();
  const list = element(document, 'div', 'voice-fields');
  const root = createSection(
    document,
    'voices',
    translate('optionsVoices'),
    element(document, 'p', 'help', translate('optionsVoicesWhat')),
    list,
    status.root,
  );
  const forever = new AbortController().signal;
  speech.onVoices(show, forever);
  speech.kept.subscribe(show, forever);
  show();
  return root;

  function show(): void {
    const voices = speech.voices();
    for (const tag of [...speech.languages, ...speech.kept.languages()]) {
      const primary = primaryLanguage(tag);
      if (primary !== '' && !fields.has(primary)) addField(primary, tag);
    }
    for (const { tag, field } of fields.values()) field.show(listVoices(voices, tag), speech.kept.chosen(tag));
  }

  function addField(primary: string, tag: string): void {
    const field = createVoiceField(ports, tag, status, {
      choose: (voice) => void tell(speech.kept.choose(tag, voice), voice),
      allow: (voice) => void tell(Promise.all([speech.kept.allow(voice), speech.kept.choose(tag, voice)]), voice),
    });
    fields.set(primary, { tag, field });
    list.append(field.root);
  }

  async function tell(stored: Promise<unknown>, voice: Voice | null): Promise<void> {
    const saved: [MessageKey, ...string[]] =
      voice === null ? ['optionsVoicesSavedAutomatic'] : ['optionsGlossarySaved', voice.name];
    try {
      await stored;
      status.show(translate(...saved), 'done');
    } catch (error) {
      status.show(describeFailure(translate, error), 'problem');
    }
  }
}
