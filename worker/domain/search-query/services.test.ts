import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { createReader, reading } from "./fixtures.ts";

const { index, read } = createReader(catalog, areas);

const { groups } = catalog;
const sorted = (slugs: string[]) => [...slugs].sort();

test.each<[query: string, services: string[]]>([
  ["Keyboard", ["keyboard"]],
  ["Karate", ["karate"]],
  ["karate lessons", ["karate"]],
  ["Algebra II", ["algebra-ii"]],
  ["algebra 2", ["algebra-ii"]],
  ["algebra 1 tutor", ["algebra-i"]],
  ["Music Theory", ["music-theory"]],
  ["Mandarin Chinese", ["mandarin-chinese"]],
  ["chinese", ["mandarin-chinese"]],
  ["drums", ["drums"]],
  ["drum lessons", ["drums"]],
  ["guitars", ["guitar"]],
  ["electric guitar", ["guitar"]],
  ["bass guitar", ["bass-guitar"]],
  ["bass", ["bass-guitar"]],
  ["double bass", ["double-bass"]],
  ["calculus", ["calculus-ap"]],
  ["Calculus AP", ["calculus-ap"]],
  ["AP calculus", ["calculus-ap"]],
  ["AP statistics", ["statistics-ap"]],
  ["watercolor painting", ["painting-watercolor"]],
  ["elementary math tutoring", ["math-tutoring-elementary"]],
  ["middle school math", ["middle-school-math"]],
  ["middle school science teacher", ["middle-school-science"]],
  ["6-8 math", ["middle-school-math"]],
  ["k-5 math", ["math-tutoring-elementary"]],
  ["Homework Help K-5", ["homework-help-k-5"]],
  ["homework help", ["homework-help-k-5"]],
  ["kids yoga", ["kids-yoga"]],
  ["kids cooking", ["mini-chefs"]],
  ["toddler art", ["toddler-art"]],
  ["college essay", ["essay-writing"]],
  ["parent and baby yoga", ["parent-and-baby-yoga"]],
  ["gifted and talented test prep", ["gifted-and-talented-test-prep"]],
  ["sign language", ["sign-language-asl"]],
  ["baby sign language", ["baby-sign-language"]],
  ["english as a second language", ["esl"]],
  ["language arts", ["english"]],
  ["digital art", ["digital-art"]],
  ["nyc history tours", ["nyc-history-tours"]],
  ["new york history", ["nyc-history-tours"]],
  ["US History", ["us-history"]],
  ["u.s. history", ["us-history"]],
  ["computer science", ["computer-science"]],
  ["science experiments", ["science-experiments"]],
  ["jiu-jitsu", ["jiu-jitsu"]],
  ["Jiu Jitsu", ["jiu-jitsu"]],
  ["jiujitsu", ["jiu-jitsu"]],
  ["hip-hop", ["hip-hop-dance"]],
  ["hiphop", ["hip-hop-dance"]],
  ["stand-up", ["stand-up-comedy"]],
  ["stand up comedy", ["stand-up-comedy"]],
  ["self-defense", ["self-defense"]],
  ["t-ball", ["t-ball"]],
  ["baking & pastry", ["baking-pastry"]],
  ["rubik's cube", ["speedcubing"]],
  ["Español", ["spanish"]],
  ["FRANÇAIS", ["french"]],
  ["5k", ["running"]],
  ["base ball", ["baseball"]],
  ["SAT math", ["sat-prep"]],
  ["sat prep", ["sat-prep"]],
  ["phonics", ["phonics"]],
  ["stage presence", ["public-speaking-stage"]],
  ["bluegrass", ["banjo", "mandolin"]],
  ["mixing", ["dj-skills", "music-production", "sound-engineering"]],
  ["powerpoint", ["microsoft-office", "presentation-skills"]],
  ["piano or guitar", ["guitar", "piano"]],
  ["piano and guitar", ["guitar", "piano"]],
  ["piano, guitar", ["guitar", "piano"]],
  ["piano/guitar", ["guitar", "piano"]],
  ["piano guitar", ["guitar", "piano"]],
  ["piano & guitar & violin", ["guitar", "piano", "violin"]],
  ["piano, piano or pianist", ["piano"]],
  ["spanish and french teachers", ["french", "spanish"]],
  ["learn to knit", ["knitting"]],
  ["how to draw", ["drawing"]],
  ["violinist", ["violin"]],
  ["photographer", ["photography"]],
  ["golfing", ["golf"]],
  ["life coach", ["life-coaching"]],
  ["vocal coaches", ["vocal-coaching"]],
  ["dog trainer", ["dog-training"]],
  ["ice skate", ["ice-skating"]],
  ["rock climber", ["rock-climbing"]],
  ["opera singer", ["opera-singing"]],
  ["code", ["coding"]],
])('"%s" means the services %j', (query, services) => {
  expect(read(query)).toEqual(reading({ services }));
});

test.each(Object.entries(groups))('the word "%s" means its whole group', (word, slugs) => {
  expect(read(word)).toEqual(reading({ services: sorted(slugs) }));
  expect(read(`${word} lessons`).services).toEqual(sorted(slugs));
});

test("a group is united with what stands beside it", () => {
  expect(read("brass or woodwind").services).toEqual(sorted([...groups.brass, ...groups.woodwind]));
  expect(read("math and science").services).toEqual(sorted([...groups.math, ...groups.science]));
  expect(read("dance, ballet").services).toEqual(sorted(groups.dance));
});

test("a wider word right beside a narrower one only says what kind of thing that is", () => {
  expect(read("ballet dance")).toEqual(reading({ services: ["ballet"] }));
  expect(read("python coding lessons")).toEqual(reading({ services: ["python"] }));
  expect(read("salsa dancing")).toEqual(reading({ services: ["latin-dancing"] }));
  expect(read("coding or python").services).toEqual(sorted(groups.coding));
});

test("every service is found by its name, alone but for the two that are also group words", () => {
  const missed = catalog.services.filter((it) => read(it.name).services.join() !== it.slug);
  expect(catalog.services).toHaveLength(307);
  expect(missed.map((it) => it.slug)).toEqual(["coding", "programming"]);
  expect(missed.every((it) => read(it.name).services.includes(it.slug))).toBe(true);
});

test("every alias finds its service unless it is a time, a name or a group of its own", () => {
  const missed = catalog.services.flatMap((it) =>
    it.aliases.filter((alias) => !read(alias).services.includes(it.slug)),
  );
  expect(missed).toEqual(["phonics", "after school", "stage presence"]);
});

test("every service has a text that means it alone", () => {
  const alone = catalog.services.map((it) =>
    read(index.services.canonicalNames.get(it.slug) ?? ""),
  );
  expect(alone.map((it) => it.services.join())).toEqual(catalog.services.map((it) => it.slug));
});

test.each<[query: string, category: string]>([
  ["music", "music"],
  ["music lessons", "music"],
  ["tutor", "tutoring"],
  ["tutors", "tutoring"],
  ["tutoring", "tutoring"],
  ["tutoring help", "tutoring"],
  ["sports", "sports-fitness"],
  ["sport", "sports-fitness"],
  ["fitness classes", "sports-fitness"],
  ["sports and fitness", "sports-fitness"],
  ["Sports & Fitness", "sports-fitness"],
  ["language", "language"],
  ["languages", "language"],
  ["language tutoring", "language"],
  ["tutoring in languages", "language"],
  ["art", "arts"],
  ["art classes", "arts"],
  ["arts", "arts"],
  ["hidden gems", "hidden-gems"],
])('"%s" means the category %s', (query, category) => {
  expect(read(query)).toEqual(reading({ category }));
});

test("the word kids alone asks for the category and the audience, beside anything else for the audience", () => {
  expect(read("kids")).toEqual(reading({ category: "kids", audience: "kids" }));
  expect(read("classes for kids")).toEqual(reading({ category: "kids", audience: "kids" }));
  expect(read("children")).toEqual(reading({ audience: "kids" }));
  expect(read("music for kids")).toEqual(reading({ category: "music", audience: "kids" }));
  expect(read("singing for kids")).toEqual(reading({ services: ["singing"], audience: "kids" }));
  expect(read("yoga for kids")).toEqual(reading({ services: ["yoga"], audience: "kids" }));
});

test("a category counts only when no service was found", () => {
  expect(read("piano music lessons")).toEqual(reading({ services: ["piano"] }));
  expect(read("spanish tutor")).toEqual(reading({ services: ["spanish"] }));
  expect(read("spanish language tutoring")).toEqual(reading({ services: ["spanish"] }));
  expect(read("piano or art")).toEqual(reading({ services: ["piano"], unmatched: ["art"] }));
  expect(read("music or art")).toEqual(reading({ category: "music", unmatched: ["art"] }));
});

test("words of a service belong to it, the same words elsewhere are conditions", () => {
  expect(read("math for middle school").level).toBe("middle_school");
  expect(read("yoga for kids").audience).toBe("kids");
  expect(read("after school homework help")).toEqual(
    reading({ services: ["homework-help-k-5"], time: { from: "15:00", to: "18:00" } }),
  );
  expect(read("algebra 2 under 50")).toEqual(
    reading({ services: ["algebra-ii"], price: { minCents: null, maxCents: 5000 } }),
  );
  expect(read("algebra 2 at 4pm").time).toEqual({ from: "16:00", to: "17:00" });
});

test("words that every lesson has in common are noise", () => {
  for (const query of ["lessons", "a class", "I want to learn", "private 1-on-1 sessions"]) {
    expect(read(query)).toEqual(reading({}));
  }
  expect(read("can you find me a piano teacher please?")).toEqual(reading({ services: ["piano"] }));
});
