import { READING } from './article/reading.ts';
import { registerPart } from './platform/parts.ts';

// Injected in front of content.js at every press: Readability, DOMPurify and the rules around them.
registerPart('reading', READING);
