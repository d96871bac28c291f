import type { SettingId } from './settings.ts';

/** One step from what an older version stored to what this one reads. */
interface Migration {
  /** The stored ids that are no setting any more, each with the setting that stands for it now. */
  renamed: Readonly<Record<string, SettingId>>;
  /** Adds or replaces fields; what an older version needs stays as it is. */
  migrate(fields: Map<string, unknown>): void;
}

/**
 * In the order in which they came. A step is repeated at every reading, since a machine with an older version may store
 * what it knows at any time: it must not matter how often it is done, and a field that is there already wins.
 */
const MIGRATIONS: readonly Migration[] = [
  {
    // One setting for all single keys took the place of the one for the keys of listening.
    renamed: { speechKeys: 'singleKeys' },
    migrate(fields) {
      if (!fields.has('singleKeys') && fields.has('speechKeys')) fields.set('singleKeys', fields.get('speechKeys'));
    },
  },
];

/** The ids under which older versions stored what is read today under another one. */
export const FORMER_IDS: readonly string[] = MIGRATIONS.flatMap(({ renamed }) => Object.keys(renamed));

/** The former ids of a setting: what lies under them comes back when the setting itself is taken away. */
export function formerIdsOf(id: string): string[] {
  return MIGRATIONS.flatMap(({ renamed }) => Object.keys(renamed).filter((former) => renamed[former] === id));
}

/**
 * What is stored, by setting id, as this version would have stored it; not yet validated. The map given stays as it is,
 * and so do fields that nobody here knows: they may be those of a newer version.
 */
export function migrateFields(stored: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const fields = new Map(stored);
  for (const { migrate } of MIGRATIONS) migrate(fields);
  return fields;
}
