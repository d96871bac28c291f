import type { ImportEdge } from './imports.ts';

/** The floors of docs/architecture.md, from the top; imports go down only. A room is a folder of src/ or a file in it. */
const FLOORS = {
  entry: [
    'background.ts',
    'content.ts',
    'opening.ts',
    'reading.ts',
    'resources.ts',
    'listening.ts',
    'receipt.ts',
    'speakers.ts',
    'glossary.ts',
    'appearance.ts',
    'focus.ts',
    'syllables.ts',
    'cli.ts',
    'options',
    'permission',
    'tab',
    'welcome',
  ],
  face: ['reader', 'platform', 'command-line'],
  work: ['article', 'glossary', 'speakers', 'speech'],
  ground: ['text', 'settings'],
} as const;

type Floor = keyof typeof FLOORS;
const HEIGHT: Record<Floor, number> = { entry: 3, face: 2, work: 1, ground: 0 };

/** Rooms that run the same in a page, in a worker and in Node: data in, data out. */
export const PURE_ROOMS = new Set<string>([...FLOORS.work, ...FLOORS.ground]);

/** Which packages a room may import; a room that is not named here may import none. */
const PACKAGES: Record<string, string[]> = {
  'cli.ts': ['node:', 'jsdom'],
  'command-line': ['node:', 'yaml'],
  platform: ['webextension-polyfill', 'hyphen'],
  article: ['@mozilla/readability', 'dompurify'],
  glossary: ['papaparse'],
};

/** The room of a path such as `src/article/sanitize.ts`. */
export function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function floorOf(room: string): Floor | null {
  for (const [floor, rooms] of Object.entries(FLOORS) as [Floor, readonly string[]][])
    if (rooms.includes(room)) return floor;
  return null;
}

/** What is wrong with an import, or null. */
export function findEdgeProblem(edge: ImportEdge): string | null {
  const room = roomOf(edge.from);
  const floor = floorOf(room);
  if (floor === null) return `${edge.place}: src/${room} is in no floor of tests/architecture/floors.ts`;
  if (edge.isPackage)
    return PACKAGES[room]?.includes(edge.to) ? null : `${edge.place}: ${room} may not import the package ${edge.to}`;
  // Data and its types, which stand beside all floors.
  if (edge.to.startsWith('assets/')) return null;
  if (!edge.to.startsWith('src/')) return `${edge.place}: ${edge.to} is not part of the product`;
  const target = roomOf(edge.to);
  if (target === room) return null;
  const targetFloor = floorOf(target);
  if (targetFloor === null) return `${edge.place}: src/${target} is in no floor of tests/architecture/floors.ts`;
  if (HEIGHT[targetFloor] < HEIGHT[floor]) return null;
  return `${edge.place}: ${room} (${floor}) may not import ${target} (${targetFloor})`;
}
