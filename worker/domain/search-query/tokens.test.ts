import { expect, test } from "vitest";
import { MAX_CHARACTERS, MAX_TOKENS, tokenise } from "./tokens.ts";
import { relatedForms, toSingular } from "./word-forms.ts";

const words = (text: string) => tokenise(text).map((token) => token.word);

test.each<[text: string, expected: string[]]>([
  ["Piano UNDER $80", ["piano", "under", "80"]],
  ["  piano\t\n lessons  ", ["piano", "lessons"]],
  ["Français, Español", ["francais", "espanol"]],
  ["ＰＩＡＮＯ", ["piano"]],
  ["５０ ５pm", ["50", "5", "pm"]],
  ["ﬁddle", ["fiddle"]],
  ["hell's kitchen", ["hells", "kitchen"]],
  ["Hell’s Kitchen", ["hells", "kitchen"]],
  ["'piano'", ["piano"]],
  ["baking&pastry", ["baking", "and", "pastry"]],
  ["jiu-jitsu", ["jiu", "jitsu"]],
  ["5pm", ["5", "pm"]],
  ["5 p.m.", ["5", "pm"]],
  ["U.S. history", ["us", "history"]],
  ["piano.guitar", ["piano", "guitar"]],
  ["7yo", ["7", "yo"]],
  ["mp3", ["mp3"]],
  ["$49.50", ["49.50"]],
  ["1,200", ["1,200"]],
  ["5:30", ["5:30"]],
  ["12/5", ["12/5"]],
  ["2026-12-05", ["2026-12-05"]],
  ["40-60", ["40", "60"]],
  ["pi\u200ba\u200fno", ["piano"]],
  ["\u202epiano\u202c", ["piano"]],
  ["🎹piano🎸guitar❤️", ["piano", "guitar"]],
  ["café", ["cafe"]],
  ["пианино", ["пианино"]],
  ["한국어 日本語", ["한국어", "日本語"]],
  ["हिन्दी", ["हिन्दी"]],
  ["\ud800piano\udfff", ["piano"]],
  ["", []],
  ["%_%_", []],
])("the words of %j are %j", (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test("every token knows where it stands in the original text", () => {
  const text = "🎹 Français  under $49.50, hell’s kitchen";
  const standing = tokenise(text).map((token) => text.slice(token.start, token.end));
  expect(standing).toEqual(["Français", "under", "49.50", "hell’s", "kitchen"]);
});

test("the strongest mark between two words is kept", () => {
  const gaps = tokenise("a b-c/d, e - f / g 5pm").map((token) => token.gap);
  expect(gaps).toEqual([
    "space",
    "space",
    "hyphen",
    "slash",
    "comma",
    "hyphen",
    "slash",
    "space",
    "none",
  ]);
});

test("a dollar sign on either side makes a number money", () => {
  const money = (text: string) => tokenise(text).map((token) => token.money);
  expect(money("$50")).toEqual([true]);
  expect(money("50$")).toEqual([true]);
  expect(money("$ 50")).toEqual([true]);
  expect(money("$40-50")).toEqual([true, false]);
  expect(money("$piano 50")).toEqual([false, false]);
});

test("no more than the documented characters and words are looked at", () => {
  expect(words("a ".repeat(5000))).toHaveLength(MAX_TOKENS);
  expect(words("a".repeat(10_000))).toEqual(["a".repeat(MAX_CHARACTERS)]);
  expect(words(`${" ".repeat(MAX_CHARACTERS)}piano`)).toEqual([]);
});

test.each<[word: string, singular: string]>([
  ["drums", "drum"],
  ["classes", "class"],
  ["coaches", "coach"],
  ["hobbies", "hobby"],
  ["ties", "tie"],
  ["maths", "math"],
  ["tennis", "tennis"],
  ["chess", "chess"],
  ["abacus", "abacus"],
  ["bass", "bass"],
  ["les", "les"],
  ["piano", "piano"],
])('the singular of "%s" is "%s"', (word, singular) => {
  expect(toSingular(word)).toBe(singular);
});

test.each<[word: string, form: string]>([
  ["dance", "dancing"],
  ["golf", "golfer"],
  ["photography", "photographer"],
  ["violin", "violinist"],
  ["cello", "cellist"],
  ["drawing", "draw"],
  ["knitting", "knit"],
  ["debate", "debating"],
  ["fencing", "fence"],
])('"%s" has the form "%s"', (word, form) => {
  expect(relatedForms(word)).toContain(form);
});

test("words too short to tell apart have no other forms", () => {
  expect(relatedForms("acting")).not.toContain("act");
  expect(relatedForms("boxing")).not.toContain("box");
  expect(relatedForms("daw")).toEqual([]);
});
