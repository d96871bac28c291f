import type { AppearancePorts } from './appearance-ports.ts';
import { AppearanceSheet } from './appearance-sheet.ts';
import type { AppearancePart, ShownArticle } from './ports.ts';

/** Makes the part of the view by which people change how it looks. */
export function createAppearancePart(ports: AppearancePorts): AppearancePart {
  const sheets = new WeakMap<ShownArticle, AppearanceSheet>();
  return {
    toggle({ shown }) {
      const sheet = sheets.get(shown) ?? new AppearanceSheet(ports, shown);
      sheets.set(shown, sheet);
      sheet.toggle();
    },
  };
}
