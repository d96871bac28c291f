import type { MessageKey } from '../../assets/message-key.ts';
import { createPresetTrial } from '../platform/preset-trial.ts';
import { element } from '../reader/element.ts';
import { createContents } from './contents.ts';
import { createKnownTermsSection } from './known-terms-section.ts';
import { createOwnGlossarySection } from './own-glossary-section.ts';
import type { OptionsPorts } from './ports.ts';
import { createPresetsSection } from './presets-section.ts';
import { createPreview } from './preview.ts';
import { createPronunciationsSection } from './pronunciations-section.ts';
import { createReadingReport } from './reading-report.ts';
import { createSaveReport } from './save-report.ts';
import { createSection } from './section.ts';
import { createSettingsFileSection } from './settings-file-section.ts';
import { createSettingsForm } from './settings-form.ts';
import { createSettingsSearch } from './settings-search.ts';
import { createShortcutsSection } from './shortcuts-section.ts';
import { createSitesSection } from './sites-section.ts';
import { createStatusLine } from './status-line.ts';
import { createVoicesSection } from './voices-section.ts';
import { createWikipediaSection } from './wikipedia-section.ts';

export interface OptionsPage {
  /** The one element to put into the body. */
  root: HTMLElement;
  /** Shows what may have changed outside while nobody looked, and at first what went wrong with reading the settings. */
  refresh(): Promise<void>;
  /** Leads to where a site is added on which Lectern opens by itself; `host` stands in the field, empty where there is none. */
  suggestSite(host: string): void;
}

/**
 * Makes the options page: a search and a table of contents, the presets and the settings beside a preview, the voices and
 * pronunciations, the keys, the reader's terms, and what Lectern does with data.
 */
export function createOptionsPage(ports: OptionsPorts): OptionsPage {
  const { document, translate } = ports;
  const status = createStatusLine(document, translate);
  const report = createSaveReport(ports, status);
  const reportReading = createReadingReport(ports, status);
  const trial = createPresetTrial(ports.store);
  const { groups, targets } = createSettingsForm(ports, report);
  const presets = createPresetsSection(ports, trial, status, report);
  const shortcuts = createShortcutsSection(ports);
  const wikipedia = createWikipediaSection(ports);
  const sites = createSitesSection(ports);
  const ownGlossary = createOwnGlossarySection(ports);
  const knownTerms = createKnownTermsSection(ports);
  const pronunciations = createPronunciationsSection(ports);

  const looks = [presets.root, groups.type, groups.colour, groups.focus];
  const more = [
    groups.understanding,
    groups.listening,
    groups.keys,
    shortcuts.root,
    createSettingsFileSection(ports, trial, status, report),
  ];
  const others = [
    createVoicesSection(ports),
    pronunciations.root,
    ownGlossary.root,
    knownTerms.root,
    sites.root,
    wikipedia.root,
    section('privacy', 'optionsPrivacy', element(document, 'p', '', translate('optionsPrivacyText'))),
  ];
  const sections = [...looks, ...more, ...others];
  const search = createSettingsSearch(ports, targets, sections);
  const contents = createContents(ports, sections, search.clear);
  // On a small screen it stands before what it shows, on a wide one beside it.
  const [first = presets.root, ...rest] = looks;
  const look = element(
    document,
    'div',
    'look',
    first,
    section('example', 'optionsPreview', createPreview(ports)),
    ...rest,
  );
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
    contents.root,
    element(
      document,
      'main',
      'sections',
      search.root,
      element(document, 'div', 'form', look, ...more, status.root),
      ...others,
    ),
  );
  return {
    root,
    async refresh() {
      reportReading();
      await Promise.all([presets.refresh(), ownGlossary.refresh(), knownTerms.refresh(), pronunciations.refresh()]);
      await shortcuts.refresh();
      contents.refresh();
      await Promise.all([sites.refresh(), wikipedia.refresh()]);
    },
    suggestSite: sites.suggest,
  };

  function section(name: string, heading: MessageKey, ...children: HTMLElement[]): HTMLElement {
    return createSection(document, name, translate(heading), ...children);
  }
}
