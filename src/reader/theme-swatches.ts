import { type AppearanceField, createRadioField, type FieldPorts } from './appearance-fields.ts';
import { element } from './element.ts';

/** Makes the choice of colours: each with its name, and a swatch of its paper and its text. */
export function createThemeSwatches(ports: FieldPorts): AppearanceField {
  const { document, translate } = ports;
  let own: HTMLElement | null = null;
  const field = createRadioField(ports, 'theme', 'appearance-themes', (choice) => {
    const swatch = element(document, 'span', 'swatch', translate('appearanceSample'));
    swatch.setAttribute('data-swatch', choice);
    swatch.setAttribute('aria-hidden', 'true');
    if (choice === 'own') own = swatch;
    return [swatch];
  });
  return {
    element: field.element,
    show(settings) {
      field.show(settings);
      own?.style.setProperty('--swatch-paper', settings.ownPaper);
      own?.style.setProperty('--swatch-text', settings.ownText);
    },
  };
}
