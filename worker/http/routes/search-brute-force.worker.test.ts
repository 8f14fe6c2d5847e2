import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { seedDemo } from "../../../db/seed/apply.ts";
import { generateDemo } from "../../../db/seed/demo.ts";
import { catalog } from "../../../db/seed/facts.ts";
import { createRandom, type Random } from "../../../db/seed/random.ts";
import { createTestApi } from "../../../tests/api.ts";
import { query } from "../../../tests/database.ts";
import { findByHand, loadTeachers, type Teacher } from "../../../tests/search-by-hand.ts";

const NOW = Date.UTC(2026, 9, 20, 14, 5);
const QUERIES = 500;

/** Bots have no history: these tests are about answers. */
const BOT = { headers: { "user-agent": "Googlebot/2.1" } };

const api = createTestApi({ now: NOW });
let teachers: Teacher[] = [];

beforeAll(async () => {
  const size = { instructors: 120, searches: 0 };
  await seedDemo(env.DB, generateDemo({ seed: 7, now: NOW, passwordHash: "x", ...size }));
  await query(
    "UPDATE users SET status = 'suspended' WHERE id IN (SELECT id FROM instructors LIMIT 9)",
  );
  await query("UPDATE offerings SET is_active = 0 WHERE rowid % 11 = 0");
  teachers = await loadTeachers(NOW);
}, 60_000);

type Choice = [kind: string, words: string, filters: Record<string, string>];

const CHOICES: ((random: Random) => Choice)[] = [
  (random) => {
    const { slug, name } = random.pick(catalog.services);
    return ["service", `${name} lessons`, { service: slug }];
  },
  (random) => {
    const [one, other] = random.sample(["Piano", "Guitar", "Yoga", "Spanish", "Algebra"], 2);
    return ["service", `${one} or ${other}`, { service: "piano" }];
  },
  (random) => {
    const [word = "", category = ""] = random.pick([
      ["music", "music"],
      ["tutoring", "tutoring"],
      ["sports", "sports-fitness"],
      ["languages", "language"],
    ]);
    return ["category", word, { category }];
  },
  (random) => {
    const [low, high] = [random.int(20, 70), random.int(71, 160)];
    return random.pick<Choice>([
      ["price", `under $${high}`, { max_price_cents: `${high * 100}` }],
      ["price", `at least $${low}`, { min_price_cents: `${low * 100}` }],
      [
        "price",
        `between $${low} and $${high}`,
        { min_price_cents: `${low * 100}`, max_price_cents: `${high * 100}` },
      ],
    ]);
  },
  (random) => {
    const words = random.pick(
      "today,tomorrow,this week,next week,this weekend,in 3 days,friday,weekends,weekdays".split(
        ",",
      ),
    );
    const day = random.int(20, 31);
    const filters = { date_from: `2026-10-${day}`, date_to: `2026-11-0${random.int(1, 9)}` };
    return ["date", words, random.chance(0.8) ? filters : { date_from: `2026-10-${day}` }];
  },
  (random) => {
    const words = random.pick(
      "in the morning,in the evening,after 5pm,before noon,at 3pm,between 2pm and 5pm,after school".split(
        ",",
      ),
    );
    const from = random.int(6, 20);
    const to = `${from + random.int(1, 4)}:00`;
    const time_from = `${String(from).padStart(2, "0")}:00`;
    return ["time", words, { time_from, time_to: to.padStart(5, "0") }];
  },
  (random) => {
    const [words = "", area = ""] = random.pick([
      ["in Brooklyn", "brooklyn"],
      ["in Park Slope", "park-slope"],
      ["in Manhattan", "manhattan"],
      ["in Astoria", "astoria"],
      ["in Harlem or Queens", "harlem"],
    ]);
    return ["area", words, { area }];
  },
  (random) =>
    random.pick<Choice>([
      ["mode", "online", { mode: "online" }],
      ["mode", "in person", { mode: "in_person" }],
    ]),
  (random) => {
    const level = random.pick(["beginner", "intermediate", "advanced"]);
    return ["level", level, { level }];
  },
  (random) => {
    // "kids" alone is a category as well.
    const [words = "", audience = ""] = random.pick([
      ["for my 7 year old", "kids"],
      ["for teens", "teens"],
      ["for adults", "adults"],
      ["for seniors", "seniors"],
    ]);
    return ["audience", words, { audience }];
  },
];

/** A question of one to four conditions, each in words or as a filter. */
function ask(random: Random) {
  const params = new URLSearchParams();
  const words: string[] = [];
  const kinds = new Set<string>();
  for (const choose of random.sample(CHOICES, random.int(1, 4))) {
    const [kind, text, filters] = choose(random);
    const isSubject = kind === "service" || kind === "category";
    if (kinds.has(kind) || (isSubject && (kinds.has("service") || kinds.has("category")))) continue;
    kinds.add(kind);
    if (random.chance(0.5)) words.push(text);
    else for (const [name, value] of Object.entries(filters)) params.set(name, value);
  }
  if (words.length > 0) params.set("q", words.join(" "));
  return { path: `/api/search/instructors?${params}`, kinds: [...kinds].sort() };
}

/** All pages of an answer, of a size that does not divide it. */
async function readAll(path: string) {
  const first = await api.get(`${path}&per_page=7`, BOT);
  expect(first.status, path).toBe(200);
  const items = [...first.json.items];
  for (let page = 2; first.json.total > items.length; page += 1) {
    const next = await api.get(`${path}&per_page=7&page=${page}`, BOT);
    expect(next.json.items.length, `${path} page ${page}`).toBeGreaterThan(0);
    items.push(...next.json.items);
  }
  return { ...first.json, items };
}

test("500 questions find everybody who satisfies every condition, once, and nobody else", {
  timeout: 240_000,
}, async () => {
  const random = createRandom(500);
  let found = 0;
  let timed = 0;
  for (let i = 0; i < QUERIES; i += 1) {
    const { path, kinds } = ask(random);
    const { parsed, items, total, applied_filters } = await readAll(path);
    const chips = applied_filters.map(({ kind }: { kind: string }) => kind);
    expect(chips.sort(), path).toEqual(kinds);
    const expected = new Map(
      teachers.flatMap((one) => {
        const match = findByHand(one, parsed);
        return match ? [[one.id, match] as const] : [];
      }),
    );
    const ids: string[] = items.map(
      ({ instructor }: { instructor: { id: string } }) => instructor.id,
    );
    expect(ids.toSorted(), path).toEqual([...expected.keys()].sort());
    expect(total, path).toBe(expected.size);
    for (const { instructor, offering, next_slot } of items) {
      const match = expected.get(instructor.id);
      const best = match?.fitting.find((one) => one.offering.id === offering.id);
      expect(best, `${path} shows the best offering of ${instructor.id}`).toBeDefined();
      if (!match?.asksWhen) continue;
      expect(Date.parse(next_slot.start_at), `${path} ${instructor.id}`).toBe(best?.startAt);
      expect(next_slot.duration_minutes).toBe(Math.min(...(best?.offering.durations ?? [])));
      timed += 1;
    }
    found += total;
  }
  expect(found).toBeGreaterThan(QUERIES * 4);
  expect(timed).toBeGreaterThan(QUERIES);
});
