/** The part of an address after which nothing more particular than a home page follows: nothing, a language, a file's usual name. */
const HOME_PATH = /^\/(?:[a-z]{2}(?:[-_][a-z]{2,4})?\/?)?(?:(?:index|default|home|main)(?:\.\w+)?\/?)?$/i;

/**
 * Tells by its address (absolute) whether a page is a site's home page, or that of one of its languages. What is asked of
 * it after `?` and the place after `#` do not make it another page.
 */
export function isHomePage(address: string): boolean {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return false;
  return HOME_PATH.test(new URL(address).pathname);
}
