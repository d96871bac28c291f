import type { MessageKey } from '../../assets/message-key.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { element } from './element.ts';
import type { ReaderPorts } from './ports.ts';

/** The settings that say in which order a panel lists. */
export type OrderSetting = 'speakerOrder' | 'termOrder';

/** The choice of an order, as a panel offers it. */
export interface OrderChoice<Order extends string> {
  element: HTMLElement;
  /** Shows which order is in force. */
  update(order: Order): void;
}

/** Makes the choice of an order, with the words of its setting. `change` is told what a person chose. */
export function createOrderChoice<Id extends OrderSetting>(
  { document, translate }: Pick<ReaderPorts, 'document' | 'translate'>,
  id: Id,
  change: (order: Settings[Id]) => void,
): OrderChoice<Settings[Id]> {
  const { choices, label } = SETTINGS[id];
  const radios: HTMLInputElement[] = [];
  const labels = (Object.entries(choices) as [Settings[Id], MessageKey][]).map(([value, text]) => {
    const radio = element(document, 'input');
    radio.type = 'radio';
    radio.name = id;
    radio.value = String(value);
    // Not `change`: that one is the browser's own, and trusted, also where a script presses.
    radio.addEventListener('click', (event) => {
      if (event.isTrusted) change(value);
    });
    radios.push(radio);
    return element(document, 'label', 'panel-choice', radio, translate(text));
  });
  return {
    element: element(document, 'fieldset', 'panel-order', element(document, 'legend', '', translate(label)), ...labels),
    update(order) {
      for (const radio of radios) radio.checked = radio.value === order;
    },
  };
}
