import { browser } from './platform/browser.ts';
import { translate } from './platform/i18n.ts';
import { createKeptPieces } from './platform/kept-pieces.ts';
import { registerPart } from './platform/parts.ts';
import { createReceiptPart } from './reader/receipt.ts';

// Injected beside content.js when the receipt is first asked for, or at once where something is to be put back.
const isPrivate = browser.extension.inIncognitoContext === true;
const { keep, forget } = createKeptPieces(browser.storage.local, isPrivate, Date.now);
registerPart('receipt', createReceiptPart({ document, translate }, { isPrivate, keep, forget }));
