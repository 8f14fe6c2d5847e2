import type { Area } from "../../worker/domain/catalog.ts";
import type { Subject } from "./demo-subjects.ts";
import type { Random } from "./random.ts";

interface BioFacts {
  subjects: [Subject, ...Subject[]];
  yearsExperience: number;
  /** Where the person lives, if lessons are online only. */
  remoteCity: string | null;
  areas: Area[];
  comesToStudents: boolean;
}

const OPENINGS = [
  "I have taught {service} for {years} years.",
  "{Service} has been my work and my pleasure for {years} years.",
  "For the past {years} years I have helped people of all sorts with {service}.",
  "Teaching {service} is what I have done, and enjoyed, for {years} years.",
  "After {years} years of teaching {service} I still look forward to Mondays.",
];
const FIRST_YEAR_OPENINGS = [
  "I have just begun to teach {service}, after a long time of doing it for myself.",
  "This is my first full year of teaching {service}, and I prepare every lesson with care.",
];
const CLOSINGS = [
  "The first lesson is as much a conversation as a lesson.",
  "Complete beginners are as welcome as people who return after years away.",
  "Tell me what you would like to be able to do, and we work backward from there.",
  "Bring questions; the odd ones are usually the best.",
  "I keep lessons friendly and expectations clear.",
  "If we are not a good match I will say so and suggest somebody else.",
];

/** A profile text of five or so sentences about what the person really offers. */
export function writeBio(random: Random, facts: BioFacts): string {
  const [main, ...others] = facts.subjects;
  const openings = facts.yearsExperience < 2 ? FIRST_YEAR_OPENINGS : OPENINGS;
  const start = [random.pick(openings), random.pick(main.kind.background)];
  const sentences = [
    ...(random.chance(0.3) ? start.reverse() : start),
    random.pick(main.kind.method),
    ...(others.length ? [alsoTeaches(random, others)] : []),
    whereabouts(random, facts),
    ...(random.chance(0.6) ? [random.pick(CLOSINGS)] : []),
  ];
  const text = fillIn(sentences.join(" "), main.spoken);
  return text.replaceAll("{years}", String(facts.yearsExperience));
}

/** Puts the subject's name where the text asks for it, capitalised or not. */
export function fillIn(text: string, spoken: string): string {
  const capitalised = spoken.charAt(0).toUpperCase() + spoken.slice(1);
  return text.replaceAll("{service}", spoken).replaceAll("{Service}", capitalised);
}

/** "a, b and c" */
function listInWords(words: string[]): string {
  const last = words.at(-1) ?? "";
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : last;
}

function alsoTeaches(random: Random, others: Subject[]): string {
  const names = listInWords(others.map(({ spoken }) => spoken));
  return random.pick([`I also teach ${names}.`, `You can book me for ${names} as well.`]);
}

function whereabouts(random: Random, { remoteCity, areas, comesToStudents }: BioFacts): string {
  if (remoteCity) return `I live in ${remoteCity}, so our lessons are online.`;
  const named = listInWords(
    areas.slice(0, 3).map(({ name }) => (name === "Bronx" ? "the Bronx" : name)),
  );
  if (comesToStudents)
    return random.pick([`I come to you in ${named}.`, `I travel to students in ${named}.`]);
  return random.pick([`You will find me in ${named}.`, `Most of my students live in ${named}.`]);
}
