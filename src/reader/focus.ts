import { unclobbered } from '../article/unclobbered.ts';
import { FocusSession } from './focus-session.ts';
import type { FollowingPart, ReaderPorts } from './ports.ts';

/** Makes the part of the view that keeps the eye where one reads, and shows where that is, where the settings say so. */
export function createFocusPart(ports: Pick<ReaderPorts, 'document' | 'translate' | 'settings'>): FollowingPart {
  return {
    follow({ shown }) {
      const { document, settings } = ports;
      const window = unclobbered(document, 'defaultView');
      if (!window) return;
      let session: FocusSession | null = null;
      const end = () => {
        session?.end();
        session = null;
      };
      const apply = () => {
        const { lineFocus, ruler, paragraphFocus, outline, progress } = settings.current();
        const isOn = lineFocus !== 'off' || [ruler, paragraphFocus, outline, progress].includes('on');
        if (!isOn) end();
        else if (session) session.change();
        else session = new FocusSession(ports, window, shown);
      };
      apply();
      settings.subscribe(apply, shown.signal);
      shown.signal.addEventListener('abort', end);
      shown.answerKeys((key) => session?.answer(key) ?? false);
      shown.shared.onSpoken((spoken) => session?.hear(spoken));
      shown.shared.onTextWrapped(() => session?.change());
    },
  };
}
