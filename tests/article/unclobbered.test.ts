import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { unclobbered } from '../../src/article/unclobbered.ts';

it('reads past images and fields that shadow the properties of a document and of a form', () => {
  const { document, Element } = new JSDOM('<form><input></form>').window;
  const form = document.forms[0] as HTMLFormElement;
  // jsdom does not shadow by `name`; in a browser a shadowing element shows as a property of the object itself.
  const shadow = (target: object, key: string) => Object.defineProperty(target, key, { value: form });
  shadow(document, 'createElement');
  shadow(document, 'documentElement');
  shadow(form, 'childNodes');

  expect(unclobbered(document, 'createElement')('p')).toBeInstanceOf(Element);
  expect(unclobbered(document, 'documentElement').localName).toBe('html');
  expect(unclobbered(form, 'childNodes').length).toBe(1);
});
