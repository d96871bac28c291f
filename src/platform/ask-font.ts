import { browser } from './browser.ts';
import type { ReaderMessage } from './messages.ts';
import type { PackagedFont, PackagedTypeface } from './packaged-font.ts';

/** Has the background read a font from the package, which no page may do. Rejects where nobody answers. */
export async function askFont(typeface: PackagedTypeface): Promise<PackagedFont> {
  const question: ReaderMessage = { type: 'load-font', typeface };
  const reply = await browser.runtime.sendMessage(question);
  if (!reply) throw new Error('the background did not answer');
  return reply as PackagedFont;
}
