import { expect, test } from 'vitest';
import { findSentences } from '../../src/text/sentences.ts';

/** What is cut in two where a stop is taken for an end; a bar stands where one sentence ends and the next begins. */
test.each([
  // English
  'It cost $1.5 million. | Prices rose 3.5 percent.',
  'On 3.10.1990 it ended. | A new time began.',
  'J. K. Rowling wrote it. | J.R.R. Tolkien did not.',
  'U.S. troops left. | The U.S. Army stayed in the U.S. for a year.',
  'He lives at No. 10 Downing Street. | She does not.',
  'It begins at 5 p.m. on Monday. | It ends at 6 p.m. | The doors open at 4 p.m. Tuesday.',
  'Well ... he said. | Then nothing.',
  'See https://www.example.org/a.b?c=d.e for more. | Or write to a.b@example.org. | Thanks.',
  'Yahoo! Inc. was sold. | Yahoo! Japan was not.',
  'Jeopardy! is on. | Watch it.',
  'Dr. J. Smith Jr. met Sen. Bob Casey (D-Pa.) on Friday. | They talked.',
  'Washington, D.C. Mayor Ann Bell spoke. | He left Washington, D.C. | The train was late.',
  'Ph.D. students work. | She has a Ph.D. | He has none.',
  'Smith v. Jones was heard. | Roe v. Wade was not.',
  'Lt. Gen. H.R. McMaster spoke. | Gen. Ray did not.',
  'George W. Bush met Vladimir V. Putin. | They ate.',
  'He came 1st. | She was No. 2. | They left.',
  'The St. Louis Cardinals won. | St. Paul lost.',
  'It was Sept. 11, 2001. | The towers fell.',
  'About 3 ft. 4 in. deep. | That is all.',
  'The E.U. Commission met. | The U.N. Security Council did not.',
  'He said “I am done.” | Then he left.',
  'Is it over (or not)? | No.',
  'Apple Inc. shares fell. | Alphabet Inc. | The rest rose.',
  'Op. 27 No. 2 is a sonata. | It is short.',
  'Fig. 3 shows it. | Eq. 4 does not.',
  'He works for Marks & Spencer Ltd. in Leeds. | She does too.',
  'Mt. Everest is high. | Ft. Hood is flat.',
  'The vote was 5 to 4. | Justice Kim dissented.',
  'Gov. Andrew M. Cuomo resigned. | Kathy Hochul followed.',
  // German
  'Am 3. Oktober 1990 kam die Einheit. | Es war ein Mittwoch.',
  'Der 2. Weltkrieg endete. | Das 20. Jahrhundert nicht.',
  'Es kostet 1,5 Mio. Euro. | Das sind ca. 2 Mrd. Dollar.',
  'Dr. Müller und Prof. Dr. Schmidt kamen, z. B. Herr Meier. | Sie gingen.',
  'Kaiser Karl V. regierte. | Papst Johannes Paul II. besuchte Berlin. | Dann ging er.',
  'Das ist d. h. der Rest u. a. Berlin. | Schluss.',
  'Er wohnt in der Nr. 7 und sie im 3. Stock. | Das ist alles.',
  'Um 20.30 Uhr beginnt es. | Um 22 Uhr endet es.',
  // French
  'M. Macron a rencontré Mme Le Pen. | MM. Dupont et Durand sont partis.',
  'Le no. 5 a gagné, cf. p. 12. | C’est tout.',
  'Il est né en 52 av. J.-C. à Rome. | Il est mort.',
  'Cela coûte 3,5 millions. | Jean-Paul II est venu.',
  '« C’est fini ! » a-t-il dit. | Puis il est parti.',
  // Spanish
  'El Sr. Gómez y la Sra. López salieron. | El Dr. Ruiz no.',
  'EE. UU. ganó. | Los EE.UU. perdieron.',
  'Son 1.500 euros. | Fue el art. 155 de la ley.',
  '¿Qué pasó? | ¡Nada! | Todo sigue igual.',
  // Italian
  'Il Sig. Rossi e la dott.ssa Bianchi sono usciti. | Il prof. Verdi no.',
  'Costa 3.500 euro ecc. | Poi basta.',
  // Portuguese
  'O Sr. Silva e a Dra. Costa saíram. | O Prof. Lima não.',
  'Custa R$ 1.500. | É o n. 5 da lista.',
  // Dutch
  'Dhr. Jansen en mevr. De Vries kwamen. | Ze gingen om 20.00 uur.',
  'Het kost 1,5 mln. euro. | Dat is o.a. Amsterdam.',
  // Polish
  'Kosztuje 5 tys. zł. | Mieszka przy ul. Długiej 5.',
  'Prof. Nowak i dr Kowalski, np. Anna, przyszli. | Wyszli o godz. 10.',
  'Urodził się 3 maja 1990 r. w Łodzi. | Tam mieszka.',
  // Russian
  'В 2020 г. он уехал. | Она осталась.',
  'А. С. Пушкин родился в Москве. | Л. Н. Толстой — нет.',
  'Он живёт на ул. Ленина, д. 5. | Это стоит 5 тыс. руб. | Она дома.',
  'Это т. е. конец и т. д. | Всё.',
  // Turkish, Arabic, Hindi, Chinese, Japanese
  'Dr. Yılmaz 3. katta oturuyor. | Prof. Kaya geldi.',
  'ارتفع السعر 3.5 في المئة. | هل هذا صحيح؟ | نعم.',
  'कीमत 3.5 प्रतिशत बढ़ी। | डॉ. शर्मा आए।',
  '价格上涨了3.5%。|他走了。',
  '価格は3.5％上がった。|彼は去った。',
])('%s', (marked) => {
  const expected = marked.split('|').map((sentence) => sentence.trim());
  const text = marked.replace(/ \| /g, ' ').replaceAll('|', '');
  expect(findSentences(text, [0, text.length]).map((range) => text.slice(...range))).toEqual(expected);
});
