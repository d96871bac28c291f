import { expect, test } from 'vitest';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { RULES } from './reading-tools.ts';

const { services, elements, emptyTitles, ignored } = READING_DATA.embeds;

test.each(services.map((service) => [service.name || service.kind, service] as const))(
  '%s is well formed',
  (_, service) => {
    expect(['video', 'audio', 'chart', 'map', 'document', 'poll', 'post', 'other']).toContain(service.kind);
    expect(() => new RegExp(service.address)).not.toThrow();
    const groups = new RegExp(`|${service.address}`).exec('')?.length ?? 0;
    for (const [, group] of `${'link' in service ? service.link : ''}`.matchAll(/\$(\d)/g))
      expect(Number(group)).toBeLessThan(groups);
    if ('link' in service) expect(service.link).toMatch(/^(?:https:\/\/|\$1)/);
  },
);

test('elements, titles and ignored addresses are written as they are compared', () => {
  for (const [name, attributes] of Object.entries(elements)) {
    expect(name).toContain('-');
    for (const prefix of Object.values(attributes)) expect(prefix).toMatch(/^(?:https:\/\/|$)/);
  }
  for (const title of emptyTitles) expect(title).toBe(title.toLowerCase());
  for (const address of ignored) expect(() => new RegExp(address)).not.toThrow();
});

test.each([
  ['https://www.youtube-nocookie.com/embed/abc-123?rel=0', 'video', 'https://www.youtube.com/watch?v=abc-123'],
  ['https://www.youtube.com/embed/videoseries?list=PL1', 'video', 'https://www.youtube.com/playlist?list=PL1'],
  ['https://player.vimeo.com/video/4242?h=1', 'video', 'https://vimeo.com/4242'],
  [
    'https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fbay%2Fposts%2F9&width=500',
    'post',
    'https://www.facebook.com/bay/posts/9',
  ],
  ['https://platform.twitter.com/embed/Tweet.html?dnt=true&id=123', 'post', 'https://x.com/i/status/123'],
  ['https://mobile.twitter.com/bay/status/123?s=20', 'post', 'https://x.com/bay/status/123'],
  ['https://www.instagram.com/reel/AbC/embed/captioned/', 'post', 'https://www.instagram.com/reel/AbC/'],
  ['https://t.me/bay/77?embed=1', 'post', 'https://t.me/bay/77'],
  ['https://bay.example/@orla@far.example/112233/embed', 'post', 'https://bay.example/@orla@far.example/112233'],
  ['https://open.spotify.com/embed/episode/abc?utm=1', 'audio', 'https://open.spotify.com/episode/abc'],
  ['https://www.scribd.com/embeds/99/content?start=1', 'document', 'https://www.scribd.com/document/99'],
  ['https://www.google.com/maps/embed?pb=1', 'map', 'https://www.google.com/maps/embed?pb=1'],
  ['https://embed.papers.example/wall', 'other', 'https://embed.papers.example/wall'],
])('%s is a %s at %s', (address, kind, link) => {
  expect(RULES.embeds.targetOf(address)).toMatchObject({ kind, address: link });
});

test.each([
  'https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fbay.example',
  'https://bay.substack.com/embed',
  'https://ads.example/frame?slot=3',
  'https://x.com/bay',
  'https://bay.example/news/wall',
  'https://www.facebook.com/plugins/post.php',
])('%s is no embed', (address) => {
  expect(RULES.embeds.targetOf(address)).toBeNull();
});

test('an address in an address is taken for one only where it is of the web', () => {
  expect(RULES.embeds.targetOf('https://www.facebook.com/plugins/post.php?href=javascript%3Aalert(1)')?.address).toBe(
    'https://www.facebook.com/plugins/post.php?href=javascript%3Aalert(1)',
  );
});

test('titles that only name the frame are told from names', () => {
  expect(RULES.embeds.isEmptyTitle('YouTube video player')).toBe(true);
  expect(RULES.embeds.isEmptyTitle('')).toBe(true);
  expect(RULES.embeds.isEmptyTitle('The video player of the future')).toBe(false);
});
