import type { PublicInstructor } from "../../../worker/domain/catalog.ts";

/** What the instructor says. */
export function About({ instructor: { displayName, bio } }: { instructor: PublicInstructor }) {
  return (
    <section aria-labelledby="about">
      <h2 id="about" className="sr-only">
        About {displayName}
      </h2>
      <p className="max-w-prose text-lg whitespace-pre-line">{bio}</p>
    </section>
  );
}

/** Where the instructor teaches, by borough. */
export function Areas({ areas }: { areas: PublicInstructor["areas"] }) {
  const boroughs = Map.groupBy(areas, ({ borough }) => borough);
  return (
    <section aria-labelledby="areas">
      <h2 id="areas" className="mb-3 text-2xl font-bold tracking-tight">
        Where
      </h2>
      <dl className="grid gap-3">
        {[...boroughs].map(([borough, places]) => (
          <div key={borough} className="grid gap-x-4 sm:grid-cols-[10rem_1fr]">
            <dt className="font-semibold">{borough}</dt>
            <dd className="text-ink-soft">{placesIn(borough, places)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The neighbourhoods, or all of the borough when it is listed itself. */
function placesIn(borough: string, places: PublicInstructor["areas"]): string {
  const names = places.map(({ name }) => name);
  return names.includes(borough) ? "Everywhere" : names.join(", ");
}
