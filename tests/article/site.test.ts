import { expect, test } from 'vitest';
import { isSameSite } from '../../src/article/site.ts';

test.each([
  ['the same host', 'https://bay.example/sport', 'https://bay.example/news/wall'],
  ['other hosts of the site', 'https://www.bay.example/', 'https://news.bay.example/wall'],
  ['other protocols and ports', 'http://bay.example:8080/', 'https://bay.example/wall'],
  ['a country with kinds of sites', 'https://shop.bay.co.uk/', 'https://www.bay.co.uk/wall'],
  ['a country with longer kinds', 'https://bay.com.br/', 'https://g1.bay.com.br/wall'],
  ['hosts under a country', 'https://sport.harbour.de/', 'https://www.harbour.de/wall'],
  ['a name as Unicode and as Punycode', 'https://www.bücht.example/', 'https://xn--bcht-0ra.example/wall'],
  ['capitals', 'https://BAY.example/', 'https://bay.example/wall'],
  ['a machine without a name', 'http://localhost:3000/a', 'http://localhost/b'],
])('one site: %s', (_, address, page) => {
  expect(isSameSite(address, page)).toBe(true);
});

test.each([
  ['other names', 'https://cove.example/', 'https://bay.example/wall'],
  ['other names of one kind in a country', 'https://cove.co.uk/', 'https://bay.co.uk/wall'],
  ['other names under com and a country', 'https://cove.com.br/', 'https://bay.com.br/wall'],
  ['one name in two countries', 'https://bay.de/', 'https://bay.fr/wall'],
  ['a name that only ends alike', 'https://low-bay.example/', 'https://bay.example/wall'],
  ['two machines with numbers for names', 'http://10.0.3.4/', 'http://10.1.3.4/wall'],
  ['an address of mail', 'mailto:desk@bay.example', 'https://bay.example/wall'],
  ['no address', 'not an address', 'https://bay.example/wall'],
  ['no link', null, 'https://bay.example/wall'],
  ['a page without a site', 'https://bay.example/', 'about:blank'],
])('not one site: %s', (_, address, page) => {
  expect(isSameSite(address, page)).toBe(false);
});
