import type { Setting } from '../settings/setting.ts';
import type { SettingId, Settings } from '../settings/settings.ts';
import type { OptionsPorts } from './ports.ts';

/** What a person can do with settings. */
export interface SettingActions {
  change<Id extends SettingId>(id: Id, value: Settings[Id]): void;
  /** Several at once, which belong together. */
  changeAll(values: Readonly<Partial<Settings>>): void;
  reset(id: SettingId): void;
}

/** What a control is made of, and how it tells what a person does with it. */
export interface ControlKind<Kind extends Setting> {
  ports: Pick<OptionsPorts, 'document' | 'translate' | 'store' | 'isFontInstalled'>;
  /** Of the setting. */
  id: SettingId;
  setting: Kind;
  /** The id of the element that names the control. */
  labelId: string;
  /** The ids of the elements that describe it, with spaces between them. */
  describedBy: string;
  actions: SettingActions;
  /** Changes the setting where the value can be used; tells whether it can. */
  change(value: unknown): boolean;
  /** Says beside the control what cannot be done, with buttons for what can; null takes that away. */
  showProblem(text: string | null, ...buttons: HTMLElement[]): void;
}

/** A control for the value of a setting, the same for every kind of setting. */
export interface SettingControl {
  /** Carries the id `setting-…`; a label can belong to it unless it is a group of controls. */
  main: HTMLElement;
  isGroup: boolean;
  /** In the order in which they are to stand. */
  elements: HTMLElement[];
  /** Small controls stand in the line of their name, large ones below it. */
  place: 'beside' | 'below';
  /** The field in which a value can be typed wrongly, where that is not the main one. */
  typed?: HTMLElement;
  /** Shows the value that is in force. */
  show(value: string | number): void;
  focus(): void;
  /** Where the default cannot be taken as things are, says why, with buttons for what can be done, and gives true. */
  refuseReset?(): boolean;
}
