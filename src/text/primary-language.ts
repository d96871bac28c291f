/** The language of a BCP 47 tag without region and script, in small letters: "en" for "en-GB" and for "en_US". */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
