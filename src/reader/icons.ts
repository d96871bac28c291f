/*
 * The icons of the reading view: paths in a square of 24 units, to be drawn as lines 2 units wide with round ends. They are
 * those of Lucide (lucide-static 1.62.0, lucide.dev; ISC licence, some of them MIT) and have its names. One constant each:
 * a script that draws one is not to carry the others.
 */

export const A_LARGE_SMALL = [
  'm15 16 2.536-7.328a1.02 1.02 1 0 1 1.928 0L22 16',
  'M15.697 14h5.606',
  'm2 16 4.039-9.69a.5.5 0 0 1 .923 0L11 16',
  'M3.304 13h6.392',
];
export const BOOK_OPEN = [
  'M12 5v16',
  'M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z',
];
export const HEADPHONES = [
  'M3 14h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a9 9 0 0 1 18 0v7a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3',
];
export const MESSAGE_SQUARE_QUOTE = [
  'M14 14a2 2 0 0 0 2-2V8h-2',
  'M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z',
  'M8 14a2 2 0 0 0 2-2V8H8',
];
export const MINUS = ['M5 12h14'];
export const PLUS = ['M5 12h14', 'M12 5v14'];
export const X = ['M18 6 6 18', 'm6 6 12 12'];
