import { Listening } from './listen-session.ts';
import type { ListeningPart, ListeningPorts, ListeningSubject } from './listening-ports.ts';

/** Makes the part of the view that reads aloud: the bar, the marks in the text, the keys and the buttons at paragraphs. */
export function createListeningPart(ports: ListeningPorts): ListeningPart {
  const made = new WeakMap<ListeningSubject, Listening>();
  const listeningTo = (subject: ListeningSubject) => {
    const listening = made.get(subject) ?? new Listening(ports, subject);
    made.set(subject, listening);
    return listening;
  };
  return {
    toggle: (subject) => listeningTo(subject).toggle(),
    readAloud: (subject, text, language) => listeningTo(subject).readAloud(text, language),
    stopReadingAloud: (subject) => made.get(subject)?.stopReadingAloud(),
  };
}
