import type { MessageKey, Translate } from '../../assets/message-key.ts';
import type { OwnPresets, PresetRefusal } from '../platform/own-presets.ts';
import type { FiledPreset } from '../settings/settings-file.ts';
import { describeFailure } from './kept-place.ts';

const REFUSALS: Record<PresetRefusal, MessageKey> = {
  'no-name': 'optionsFilePresetsFailed',
  'same-name': 'optionsFilePresetsThere',
  'too-many': 'optionsFilePresetsLeft',
};

/** What came of adding the presets of a file. */
export interface AddedPresets {
  /** Of those that were added. */
  ids: readonly string[];
  /** The names of those that were not, by the reason. */
  refused: ReadonlyMap<PresetRefusal, readonly string[]>;
  /** The names of those that the browser did not store, and what it said. */
  failed: { names: readonly string[]; error: unknown } | null;
}

/** Adds presets to the reader's own, each for itself. Never rejects. */
export async function addPresets(
  ownPresets: Pick<OwnPresets, 'keep'>,
  presets: readonly FiledPreset[],
): Promise<AddedPresets> {
  const ids: string[] = [];
  const refused = new Map<PresetRefusal, string[]>();
  for (const [index, { name, values }] of presets.entries()) {
    try {
      const kept = await ownPresets.keep(name, values);
      if (typeof kept === 'string') refused.set(kept, [...(refused.get(kept) ?? []), name]);
      else ids.push(kept.id);
    } catch (error) {
      // What the browser refuses of one it refuses of the next.
      return { ids, refused, failed: { names: presets.slice(index).map((preset) => preset.name), error } };
    }
  }
  return { ids, refused, failed: null };
}

/** Says which presets were not added, and why, in sentences. */
export function describeAdded(translate: Translate, { refused, failed }: AddedPresets): string[] {
  const sentences = [...refused].map(([refusal, names]) => translate(REFUSALS[refusal], names.join(', ')));
  if (failed === null) return sentences;
  return [
    ...sentences,
    translate('optionsFilePresetsFailed', failed.names.join(', ')),
    describeFailure(translate, failed.error),
  ];
}
