import type { MessageKey } from '../../assets/message-key.ts';
import type { ReaderPorts } from './ports.ts';

const LABELS = new Map<string | undefined, MessageKey>([
  ['audio', 'embedAudio'],
  ['chart', 'embedChart'],
  ['document', 'embedDocument'],
  ['map', 'embedMap'],
  ['poll', 'embedPoll'],
  ['post', 'embedPost'],
  ['video', 'embedVideo'],
]);

/**
 * Says in front of each link that stands for an embed what it leads to. The style sheet shows the label, which screen
 * readers speak, so that the text of the block stays as it is.
 */
export function labelEmbeds({ translate }: ReaderPorts, content: HTMLElement): void {
  for (const link of content.querySelectorAll<HTMLElement>('[data-embed]'))
    link.dataset.label = translate(LABELS.get(link.dataset.embed) ?? 'embedOther');
}
