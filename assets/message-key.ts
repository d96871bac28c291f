import type messages from './_locales/en/messages.json';

/** The key of a string that a person sees or hears; the text stands in `_locales/<language>/messages.json`. */
export type MessageKey = keyof typeof messages;

/** Gives the text of a message with its `$1`, `$2` … filled in, in the reader's language. */
export type Translate = (key: MessageKey, ...substitutions: string[]) => string;
