import { MONTHS, WEEKDAYS } from "./calendar-words.ts";
import type { CatalogFacts } from "./catalog-index.ts";
import { editDistance } from "./edit-distance.ts";
import { isNoise } from "./noise.ts";
import { splitPhrase } from "./phrases.ts";
import { toSingular } from "./word-forms.ts";

/** A word that a typing mistake may have been meant for. */
interface VocabularyWord {
  word: string;
  stem: string;
  /** One bit for each letter it has: two words far apart here need no closer look. */
  letters: number;
  /** It means something by itself, not only as a part of a longer name. */
  alone: boolean;
}

export interface Candidate extends VocabularyWord {
  distance: number;
}

/** Vocabulary by the length of the word. */
export type Vocabulary = Map<number, VocabularyWord[]>;

const SHORTEST = 4;
const LONGEST = 24;

/** Words of the conditions that people misspell. */
const CONDITION_WORDS =
  "today tonight tomorrow weekend weekends weekday weekdays week next morning afternoon evening " +
  "night lunchtime noon midnight after before between under below above cheap affordable " +
  "inexpensive budget maximum minimum dollars online virtual remote person beginner beginners " +
  "intermediate advanced elementary middle school high college university kids children toddler " +
  "teens teenager adults seniors year years nearby lessons tutor tutors";

export function buildVocabulary(
  { categories, groups, services }: CatalogFacts,
  placeNames: string[],
): Vocabulary {
  const words = new Map<string, boolean>();
  const texts = [
    ...services.flatMap((it) => [it.name, ...it.aliases]),
    ...Object.keys(groups),
    ...categories.flatMap((it) => [it.name, ...it.name.split("&")]),
    ...placeNames,
  ];
  for (const text of texts) addWords(words, splitPhrase(text, "word"));
  const named = [...MONTHS.keys(), ...WEEKDAYS.keys()];
  for (const word of [...CONDITION_WORDS.split(" "), ...named]) {
    addWords(words, [word]);
  }
  const vocabulary: Vocabulary = new Map();
  for (const [word, alone] of words) {
    const entry = { word, stem: toSingular(word), letters: lettersOf(word), alone };
    const sameLength = vocabulary.get(word.length);
    if (sameLength) sameLength.push(entry);
    else vocabulary.set(word.length, [entry]);
  }
  return vocabulary;
}

function addWords(words: Map<string, boolean>, phrase: string[]): void {
  for (const word of phrase) {
    const known = words.get(word);
    const alone = phrase.length === 1 || known === true;
    if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) continue;
    if (known !== undefined || alone || !isNoise(toSingular(word))) words.set(word, alone);
  }
}

/** Every vocabulary word within `limit` typing mistakes of the word, its plural folded or not. */
export function findCandidates(vocabulary: Vocabulary, word: string, limit: number): Candidate[] {
  if (word.length > LONGEST) return [];
  const found: Candidate[] = [];
  const stem = toSingular(word);
  const letters = lettersOf(word);
  // Folding a plural loses up to two letters and may add one.
  const slack = stem === word ? 0 : 2;
  for (let length = word.length - limit - slack; length <= word.length + limit; length += 1) {
    for (const entry of vocabulary.get(length) ?? []) {
      if (countBits(letters ^ entry.letters) > 2 * limit + slack) continue;
      const distance = Math.min(
        editDistance(word, entry.word, limit),
        stem === word ? limit + 1 : editDistance(stem, entry.word, limit),
      );
      if (distance <= limit) found.push({ ...entry, distance });
    }
  }
  return found;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

function countBits(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
