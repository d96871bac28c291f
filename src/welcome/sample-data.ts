import type { Translate } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';

/** When the invented article was published. */
const PUBLISHED = '2026-03-03';

/**
 * Makes what news pages say of themselves, here for the sample article: JSON-LD (schema.org/NewsArticle) and OpenGraph. It is
 * by these that the heading of the first-run page is not taken for the headline.
 */
export function describeSample(document: Document, translate: Translate): HTMLElement[] {
  const headline = translate('welcomeHeadline');
  const site = translate('welcomeSite');
  const data = element(document, 'script');
  data.type = 'application/ld+json';
  data.textContent = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    description: translate('welcomeStandfirst'),
    author: { '@type': 'Person', name: translate('welcomeAuthor') },
    publisher: { '@type': 'NewsMediaOrganization', name: site },
    datePublished: PUBLISHED,
  });
  const shared = { 'og:type': 'article', 'og:title': headline, 'og:site_name': site };
  const metas = Object.entries(shared).map(([property, content]) => {
    const meta = element(document, 'meta');
    meta.setAttribute('property', property);
    meta.content = content;
    return meta;
  });
  return [data, ...metas];
}
