import { expect, test } from 'vitest';
import { directionOfLanguage, languageOfScript } from '../../src/text/script-language.ts';

test.each([
  ['أغلقت البلدة سورها', 'ar'],
  ['העיר סגרה את החומה', 'he'],
  ['港町の防波堤が閉鎖された', 'ja'],
  ['항구 도시가 방파제를 닫았다', 'ko'],
  ['港口城镇关闭了防波堤', 'zh'],
  ['Город закрыл стену', 'ru'],
  ['Η πόλη έκλεισε', 'el'],
  ['The town closed its wall', null],
  ['The Hebrew word שלום means peace, and is said to greet', null],
  ['123 …', null],
])('%s is %s', (text, language) => {
  expect(languageOfScript(text)).toBe(language);
});

test.each([
  ['ar-EG', 'rtl'],
  ['fa', 'rtl'],
  ['he', 'rtl'],
  ['pa-Arab-PK', 'rtl'],
  ['az-Latn', 'ltr'],
  ['ur-Latn', 'ltr'],
  ['en', 'ltr'],
  [null, 'ltr'],
] as const)('%s is written %s', (language, direction) => {
  expect(directionOfLanguage(language)).toBe(direction);
});
