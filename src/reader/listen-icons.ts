/** The drawings on the buttons of listening: path data in a square of 24 units. */
export const PLAY = 'M8 5v14l11-7z';
export const PAUSE = 'M9 5v14M15 5v14';
export const AGAIN = 'M19 12a7 7 0 1 1-2-5M17 3v4h-4';
export const SENTENCE_BACK = 'M15 5l-7 7 7 7';
export const SENTENCE_ON = 'M9 5l7 7-7 7';
export const PARAGRAPH_BACK = 'M19 5l-7 7 7 7M11 5l-7 7 7 7';
export const PARAGRAPH_ON = 'M5 5l7 7-7 7M13 5l7 7-7 7';
export const SLOWER = 'M5 12h14';
export const FASTER = 'M5 12h14M12 5v14';
export const CHOICES = 'M4 7h9M19 7h1M16 5v4M4 17h1M11 17h9M8 15v4';
export const CROSS = 'M6 6 18 18M18 6 6 18';
