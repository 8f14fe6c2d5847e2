import type { Service } from "../../worker/domain/catalog.ts";
import catalogJson from "./data/catalog.json" with { type: "json" };
import teachingJson from "./data/teaching.json" with { type: "json" };
import { catalog } from "./facts.ts";
import type { Random } from "./random.ts";

/** How services of one sort are taught, priced and talked about. */
interface Kind {
  name: string;
  /** Whole dollars an hour, lowest and highest. */
  rate: number[];
  durations: number[][];
  /** Places besides online. */
  places: string[];
  levels: string[][];
  audiences: string[][];
  background: string[];
  method: string[];
  lesson: string[];
}

/** A service together with how people talk about it. */
export interface Subject {
  service: Service;
  /** As it stands inside a sentence: "oil painting". */
  spoken: string;
  kind: Kind;
  /** Slugs that one person may well teach too, closest first. */
  related: string[];
}

const untaught = new Set(teachingJson.untaught);
const subjects = indexSubjects();

/** Throws RangeError for a service that nobody teaches in the demo. */
export function getSubject(slug: string): Subject {
  const subject = subjects.get(slug);
  if (!subject) throw new RangeError(`${slug} is not taught in the demo.`);
  return subject;
}

/**
 * Chooses what each next instructor teaches, 1 to 6 subjects that go together: some choose what is
 * popular, the others what nobody teaches yet.
 */
export function createSubjectChooser(random: Random): () => [Subject, ...Subject[]] {
  const open = new Set(random.sample([...subjects.keys()], subjects.size));
  return () => {
    const [nobodys] = open;
    const popular = !nobodys || random.chance(0.6);
    const main = getSubject(popular ? choosePopular(random) : nobodys);
    const more = random.sample(main.related, random.pick([0, 1, 1, 2, 2, 3, 4, 5]) * 2);
    more.sort((a, b) => Number(open.has(b)) - Number(open.has(a)));
    const others = more.slice(0, Math.ceil(more.length / 2)).map(getSubject);
    const chosen: [Subject, ...Subject[]] = [main, ...others];
    for (const { service } of chosen) open.delete(service.slug);
    return chosen;
  };
}

/** One of the popular services. */
export function choosePopular(random: Random): string {
  return pickPopular(random, teachingJson.popular);
}

/** One of a list in order of popularity: the first ones far more often. */
export function pickPopular<T>(random: Random, items: readonly T[]): T {
  const last = items.length - 1;
  return items[Math.min(random.int(0, last), random.int(0, last), random.int(0, last))] as T;
}

function indexSubjects(): Map<string, Subject> {
  const kindOf = new Map(
    teachingJson.kinds.flatMap((kind) =>
      Object.entries(kind.services).map(([slug, spoken]) => [slug, { kind, spoken }] as const),
    ),
  );
  const found = catalog.services.flatMap((service, index): Subject[] => {
    const entry = kindOf.get(service.slug);
    if (!entry || untaught.has(service.slug)) return [];
    const near = [
      ...(catalogJson.services[index]?.related ?? []),
      ...Object.keys(entry.kind.services),
    ];
    const related = near.filter((slug) => slug !== service.slug && !untaught.has(slug));
    return [{ service, ...entry, related: [...new Set(related)] }];
  });
  return new Map(found.map((subject) => [subject.service.slug, subject]));
}
