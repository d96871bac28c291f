import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import { createKnownTermsSection } from './known-terms-section.ts';
import { createOwnGlossarySection } from './own-glossary-section.ts';
import type { OptionsPorts } from './ports.ts';
import { createPreview } from './preview.ts';
import { createPronunciationsSection } from './pronunciations-section.ts';
import { createSection } from './section.ts';
import { createSettingsForm } from './settings-form.ts';
import { createShortcutsSection } from './shortcuts-section.ts';
import { createVoicesSection } from './voices-section.ts';
import { createWikipediaSection } from './wikipedia-section.ts';

export interface OptionsPage {
  /** The one element to put into the body. */
  root: HTMLElement;
  /** Shows what may have changed outside while nobody looked, and at first what went wrong with reading the settings. */
  refresh(): Promise<void>;
}

/**
 * Makes the options page: the settings beside a preview, the voices and pronunciations, the keyboard shortcuts, the reader's
 * terms, and what Lectern does with data.
 */
export function createOptionsPage(ports: OptionsPorts): OptionsPage {
  const { document, translate } = ports;
  const form = createSettingsForm(ports);
  const shortcuts = createShortcutsSection(ports);
  const wikipedia = createWikipediaSection(ports);
  const ownGlossary = createOwnGlossarySection(ports);
  const knownTerms = createKnownTermsSection(ports);
  const pronunciations = createPronunciationsSection(ports);
  const root = element(
    document,
    'div',
    'page',
    element(
      document,
      'header',
      'top',
      element(document, 'h1', '', translate('optionsTitle')),
      element(document, 'p', 'introduction', translate('optionsIntroduction')),
    ),
    element(
      document,
      'main',
      'sections',
      form.root,
      section('example', 'optionsPreview', createPreview(ports)),
      createVoicesSection(ports),
      pronunciations.root,
      shortcuts.root,
      wikipedia.root,
      ownGlossary.root,
      knownTerms.root,
      section('privacy', 'optionsPrivacy', element(document, 'p', '', translate('optionsPrivacyText'))),
    ),
  );
  return {
    root,
    async refresh() {
      form.reportReading();
      await Promise.all([ownGlossary.refresh(), knownTerms.refresh(), pronunciations.refresh()]);
      await shortcuts.refresh();
      await wikipedia.refresh();
    },
  };

  function section(name: string, heading: MessageKey, ...children: HTMLElement[]): HTMLElement {
    return createSection(document, name, translate(heading), ...children);
  }
}
