/** A field in which something is typed, and which shows what is in force while nothing is. */
export interface TypedField {
  /** Shows a text, unless the person is typing: what they have typed so far must not be written over by a change elsewhere. */
  show(text: string): void;
}

/**
 * Makes it of an input. What is typed is done with by Enter, by a change event, or by leaving the field. Listens before the
 * control that takes what is typed: make it first.
 */
export function createTypedField(input: HTMLInputElement): TypedField {
  let shown = '';
  let isTyping = false;
  const end = () => {
    isTyping = false;
  };
  input.addEventListener('input', () => {
    isTyping = true;
  });
  input.addEventListener('change', end);
  input.addEventListener('keydown', ({ key }) => key === 'Enter' && end());
  // There is no change event where the text is again what it was.
  input.addEventListener('blur', () => {
    if (isTyping) input.value = shown;
    end();
  });
  return {
    show(text) {
      shown = text;
      if (!isTyping) input.value = text;
    },
  };
}
