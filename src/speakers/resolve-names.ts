import type { Word } from '../text/name-words.ts';
import { fullNamesAgree, initialsOf, isInOrder, withoutArticle, withoutSuffixes } from './name-forms.ts';
import type { Mention, NameKind } from './name-mentions.ts';
import { COUNTRIES, DEMONYMS, FULL_FIRST_NAMES, type Gender, ORGANISATION_WORDS } from './word-lists.ts';

/** Somebody or something with a name, by all the forms of it in the article. */
export interface Bearer {
  id: number;
  /** The fullest form of the name. */
  parts: readonly string[];
  kind: NameKind;
  /** As the titles before the name show it. */
  gender: Gender | null;
  /** In the order of the text. */
  mentions: Mention[];
  /** How often the full name stands there. */
  fulls: number;
  /** False where every mention is a single word with a capital that any word would have there. */
  sure: boolean;
}

/** Who bears the names of an article. */
export interface Bearers {
  all: readonly Bearer[];
  /** The bearer of each mention. */
  of: ReadonlyMap<Mention, Bearer>;
  /** Who bears a word as family name or short form; the word is folded. */
  find(part: string): Bearer | null;
}

/** Finds out which names are forms of one: full names first, then family names, first names, initials and short forms. */
export function resolveNames(words: readonly Word[], mentions: readonly Mention[]): Bearers {
  const register = new Register();
  const fulls = mentions.filter(({ parts }) => parts.length > 1);
  for (const mention of [...fulls].sort((one, other) => other.parts.length - one.parts.length))
    register.addFull(mention);
  register.indexForms();
  addBracketed(words, fulls, register);
  for (const mention of mentions) {
    if (mention.parts.length > 1) register.pass(mention);
    else register.addShort(mention);
  }
  return register.finish();
}

/** "South African Revenue Service (Sars)": the name in brackets is the same. */
function addBracketed(words: readonly Word[], fulls: readonly Mention[], register: Register): void {
  for (const mention of fulls) {
    const short = words[mention.after + 1];
    if (words[mention.after]?.text !== '(' || short?.capital !== true || words[mention.after + 2]?.text !== ')')
      continue;
    const form = short.lower.replace(/[^\p{L}\p{N}]/gu, '');
    if (form[0] === mention.parts[0]?.[0] || initialsOf(mention.parts).includes(form)) register.addForm(form, mention);
  }
}

class Register {
  private readonly bearers: Bearer[] = [];
  private readonly of = new Map<Mention, Bearer>();
  private readonly byName = new Map<string, Bearer>();
  private readonly byLast = new Map<string, Bearer[]>();
  private readonly byFirst = new Map<string, Bearer[]>();
  private readonly byForm = new Map<string, Bearer[]>();
  private readonly byWord = new Map<string, Bearer[]>();
  private readonly byInitials = new Map<string, Bearer[]>();
  private readonly lastSeen = new Map<Bearer, number>();

  addFull(mention: Mention): void {
    const parts = withoutSuffixes(mention.parts);
    const key = parts.join(' ');
    const verb = this.behindVerb(mention, parts);
    if (verb !== null) {
      this.of.set(mention, verb);
      return;
    }
    const known = this.byName.get(key) ?? this.findFuller(mention, parts);
    if (known === undefined) {
      const made = this.make(mention, parts);
      this.byName.set(key, made);
      return;
    }
    this.byName.set(key, known);
    this.of.set(mention, known);
    strengthen(known, mention);
  }

  /** "Calling Example a friend": a verb at the start of a sentence and a name that is known otherwise. */
  private behindVerb(mention: Mention, parts: readonly string[]): Bearer | null {
    if (!mention.opens || parts.length !== 2 || mention.surelyPerson || !/.{3}(?:ing|ed|ly)$/.test(parts[0] ?? ''))
      return null;
    const [other] = this.byLast.get(parts[1] ?? '') ?? [];
    return other !== undefined && other.kind === 'person' && other.fulls > 1 ? other : null;
  }

  private findFuller(mention: Mention, parts: readonly string[]): Bearer | undefined {
    const last = withoutArticle(parts[parts.length - 1] ?? '');
    const near = [...(this.byLast.get(last) ?? []), ...(this.byFirst.get(parts[0] ?? '') ?? [])];
    if (mention.kind === 'organisation')
      return near.find((bearer) => bearer.kind === 'organisation' && isShortOfBody(parts, bearer.parts));
    return near.find((bearer) => bearer.kind !== 'organisation' && fullNamesAgree(parts, bearer.parts));
  }

  private make(mention: Mention, parts: readonly string[]): Bearer {
    const bearer: Bearer = {
      id: this.bearers.length,
      parts,
      kind: mention.kind,
      gender: null,
      mentions: [],
      fulls: 0,
      sure: false,
    };
    this.bearers.push(bearer);
    this.of.set(mention, bearer);
    put(this.byLast, withoutArticle(parts[parts.length - 1] ?? ''), bearer);
    put(this.byFirst, parts[0] ?? '', bearer);
    strengthen(bearer, mention);
    return bearer;
  }

  /** Once all full names are known: the short forms that bodies go by. */
  indexForms(): void {
    for (const bearer of this.bearers) {
      if (bearer.kind === 'person') {
        // "López" of "Andrés Manuel López Obrador", "Aisyah" of "Nur Aisyah Rahmat".
        for (const part of bearer.parts.slice(1, -1)) if (part.length > 1) put(this.byWord, part, bearer);
        for (const initials of initialsOf(bearer.parts)) put(this.byInitials, initials, bearer);
        const last = bearer.parts[bearer.parts.length - 1] ?? '';
        if (last.includes('-')) for (const piece of last.split('-')) put(this.byWord, piece, bearer);
        continue;
      }
      for (const initials of initialsOf(bearer.parts)) put(this.byForm, initials, bearer);
      for (const part of bearer.parts)
        if (ORGANISATION_WORDS.has(part) || part === 'observatory') put(this.byWord, part, bearer);
      const first = bearer.parts[0] ?? '';
      if (!DEMONYMS.has(first) && !COUNTRIES.has(first) && !ORGANISATION_WORDS.has(first))
        put(this.byForm, first, bearer);
    }
  }

  addForm(form: string, mention: Mention): void {
    const bearer = this.of.get(mention);
    if (bearer === undefined) return;
    this.byForm.set(form, [bearer, ...(this.byForm.get(form) ?? [])]);
  }

  /** A full name is passed on the way through the text: whoever was named last is meant by a short form. */
  pass(mention: Mention): void {
    const bearer = this.of.get(mention);
    if (bearer === undefined) return;
    // Whoever is named in passing, "with his wife, Jane Example", is not meant by the next "Example".
    const rivals = this.byLast.get(withoutArticle(bearer.parts[bearer.parts.length - 1] ?? ''));
    const isInPassing =
      !mention.leads && rivals?.some((rival) => rival.fulls > bearer.fulls && this.lastSeen.has(rival)) === true;
    if (!isInPassing) this.lastSeen.set(bearer, mention.from);
  }

  addShort(mention: Mention): void {
    const part = mention.parts[0] ?? '';
    const isPlace = mention.kind === 'place' && COUNTRIES.has(part);
    const found = isPlace
      ? this.findPlace(part)
      : (this.choose(this.byLast.get(withoutArticle(part)), mention) ??
        this.choose(this.byFirst.get(part), mention) ??
        this.choose(this.byForm.get(part), mention) ??
        this.choose(this.byWord.get(part), mention) ??
        this.chooseNickname(part, mention) ??
        (mention.weak ? this.choose(this.byInitials.get(part), mention) : null));
    if (found === null && mention.doubtful) return;
    if (found === null) {
      this.lastSeen.set(this.make(mention, mention.parts), mention.from);
      return;
    }
    this.of.set(mention, found);
    this.lastSeen.set(found, mention.from);
    strengthen(found, mention);
  }

  /** A country is itself alone, not the short form of "Friends of Namibia". */
  private findPlace(part: string): Bearer | null {
    return this.byLast.get(part)?.find(({ parts, kind }) => parts.length === 1 && kind === 'place') ?? null;
  }

  private choose(bearers: readonly Bearer[] | undefined, mention: Mention): Bearer | null {
    if (bearers === undefined) return null;
    let best: Bearer | null = null;
    let score = -1;
    for (const bearer of bearers) {
      if (bearer.kind === 'organisation' && mention.surelyPerson) continue;
      if (bearer.gender !== null && mention.gender !== null && bearer.gender !== mention.gender) continue;
      const own = 1 + (this.lastSeen.get(bearer) ?? -1);
      // Without an earlier mention the first in the text is meant; bearers were made longest name first.
      if (own > score) {
        best = bearer;
        score = own;
      }
    }
    return best;
  }

  /** "Liz" where the article names one Elizabeth alone. */
  private chooseNickname(part: string, mention: Mention): Bearer | null {
    if (mention.weak || mention.kind !== 'unknown') return null;
    const fitting = (FULL_FIRST_NAMES.get(part) ?? []).flatMap((full) => this.byFirst.get(full) ?? []);
    const [only] = fitting;
    return fitting.length === 1 && only?.kind === 'person' ? only : null;
  }

  /** Whoever is meant by words in a headline, where capitals tell nothing. */
  find(part: string): Bearer | null {
    const [found] = this.byLast.get(withoutArticle(part)) ?? this.byForm.get(part) ?? [];
    return found ?? null;
  }

  finish(): Bearers {
    const inOrder = [...this.of].sort(([one], [other]) => one.from - other.from);
    for (const [mention, bearer] of inOrder) bearer.mentions.push(mention);
    for (const bearer of this.bearers) if (isPerhapsFirm(bearer)) bearer.kind = 'unknown';
    return { all: this.bearers, of: this.of, find: (part) => this.find(part) };
  }
}

function put(map: Map<string, Bearer[]>, key: string, bearer: Bearer): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [bearer]);
  else if (!list.includes(bearer)) list.push(bearer);
}

function strengthen(bearer: Bearer, mention: Mention): void {
  bearer.gender ??= mention.gender;
  if (mention.parts.length > 1) bearer.fulls++;
  if (!mention.weak) bearer.sure = true;
  if (mention.surelyPerson && bearer.kind !== 'organisation') bearer.kind = 'person';
}

/** So often in full and never in short: no person. */
const FEWEST_FULL_NAMES = 3;

/** People are called by their family name after the first time; a firm such as "Example Sample" keeps both words. */
function isPerhapsFirm({ kind, mentions, fulls, parts }: Bearer): boolean {
  if (kind !== 'person' || parts.length < 2 || fulls < FEWEST_FULL_NAMES || fulls < mentions.length) return false;
  return mentions.every(({ surelyPerson }) => !surelyPerson);
}

function isShortOfBody(short: readonly string[], long: readonly string[]): boolean {
  return short.length >= 2 && isInOrder(short, long);
}
