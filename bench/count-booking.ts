import { noDatabaseUse } from "../db/client.ts";
import { getSearchFacts } from "../db/seed/search-facts.ts";
import { parseSettings } from "../worker/env.ts";
import { createRequestMeter } from "../worker/platform/metrics.ts";
import { systemRandom } from "../worker/platform/random.ts";
import { createServices } from "../worker/services/index.ts";
import { createListingStore } from "../worker/services/listings.ts";
import type { Bookable } from "./bookable.ts";
import type { Market } from "./market.ts";

/** Rows that booking and knowing who books read. Answers to writes do not tell, so it is done here. */
export async function countBooking(
  { db, kv, served }: Market,
  bookable: Bookable,
): Promise<number> {
  const { token, startAt, ...lesson } = bookable;
  const use = noDatabaseUse();
  const queue = (await served.mf.getQueueProducer("EVENTS")) as unknown as Queue;
  const services = createServices({
    bindings: { AVAILABILITY: kv, EVENTS: queue, MAIL: queue, WEBHOOKS: queue },
    events: { send: async () => {} },
    meter: createRequestMeter(() => {}),
    connection: db,
    primary: db,
    use,
    settings: parseSettings({ RATE_LIMIT_SCALE: "100000" }),
    now: Date.now(),
    random: systemRandom,
    log: console.error,
    searchFacts: getSearchFacts(),
    listingStore: createListingStore(),
    saltOf: new Map(),
    renewToken: () => {},
    defer: () => {},
  });
  const actor = await services.accounts.findActor(token);
  const request = { ...lesson, start: { startAt }, locationDetail: "Bench", studentNote: null };
  await services.bookings.create(actor, request, null, null);
  return use.rowsRead;
}
