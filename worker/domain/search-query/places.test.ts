import { expect, test } from "vitest";
import areas from "../../../db/seed/data/areas.json" with { type: "json" };
import catalog from "../../../db/seed/data/catalog.json" with { type: "json" };
import { createReader, reading } from "./fixtures.ts";

const { parse, read } = createReader(catalog, areas);

test.each<[query: string, areas: string[]]>([
  ["in Brooklyn", ["brooklyn"]],
  ["bk", ["brooklyn"]],
  ["the bronx", ["bronx"]],
  ["Bronx", ["bronx"]],
  ["staten island", ["staten-island"]],
  ["on the Upper West Side", ["upper-west-side"]],
  ["UWS", ["upper-west-side"]],
  ["ues or uws", ["upper-east-side", "upper-west-side"]],
  ["near hell's kitchen", ["hells-kitchen"]],
  ["hells kitchen", ["hells-kitchen"]],
  ["Hell’s Kitchen", ["hells-kitchen"]],
  ["bed-stuy", ["bedford-stuyvesant"]],
  ["bed stuy", ["bedford-stuyvesant"]],
  ["bedstuy", ["bedford-stuyvesant"]],
  ["parkslope", ["park-slope"]],
  ["clinton", ["hells-kitchen"]],
  ["clinton hill", ["clinton-hill"]],
  ["brooklyn heights", ["brooklyn-heights"]],
  ["downtown brooklyn", ["downtown-brooklyn"]],
  ["queens village", ["queens-village"]],
  ["jamaica estates", ["jamaica-estates"]],
  ["college point", ["college-point"]],
  ["university heights", ["university-heights"]],
  ["St. George", ["st-george"]],
  ["co-op city", ["co-op-city"]],
  ["east new york", ["east-new-york"]],
  ["the city", ["manhattan"]],
  ["brooklyn or queens", ["brooklyn", "queens"]],
  ["brooklyn, queens", ["brooklyn", "queens"]],
  ["brooklyn/queens", ["brooklyn", "queens"]],
  ["harlem and astoria and soho", ["astoria", "harlem", "soho"]],
])('"%s" means the areas %j', (query, slugs) => {
  expect(read(query)).toEqual(reading({ areas: slugs }));
});

test("every area is found by its name and by each of its aliases", () => {
  const places = areas.flatMap((borough) => [borough, ...borough.neighborhoods]);
  const missed = places.flatMap(({ slug, name, aliases }) =>
    [name, ...aliases].filter((text) => read(text).areas.join() !== slug),
  );
  expect(places).toHaveLength(158);
  expect(missed).toEqual([]);
});

test("a borough after its own neighbourhood only says where that lies", () => {
  expect(read("park slope, brooklyn")).toEqual(reading({ areas: ["park-slope"] }));
  expect(read("park slope in brooklyn")).toEqual(reading({ areas: ["park-slope"] }));
  expect(read("park slope or brooklyn")).toEqual(reading({ areas: ["brooklyn", "park-slope"] }));
  expect(read("park slope, queens")).toEqual(reading({ areas: ["park-slope", "queens"] }));
  expect(parse("park slope, brooklyn").parts).toEqual([
    {
      kind: "area",
      words: ["park", "slope", "brooklyn"],
      values: ["park-slope"],
      start: 0,
      end: 20,
    },
  ]);
});

test.each(["near me", "nearby", "close by", "around me", "in my area", "Near Me!"])(
  '"%s" asks for what is near',
  (query) => {
    expect(read(query)).toEqual(reading({ nearMe: true }));
  },
);

test("the whole city narrows nothing", () => {
  expect(read("piano in new york city")).toEqual(reading({ services: ["piano"] }));
  expect(read("piano nyc")).toEqual(reading({ services: ["piano"] }));
});
