import { CategoryIcon } from "../../components/category-icon.tsx";
import { SearchBox } from "../../components/search-box.tsx";

const TILES = [
  { slug: "music", look: "bg-tint-strong text-primary-ink" },
  { slug: "sports-fitness", look: "bg-surface text-primary-ink" },
  { slug: "language", look: "bg-tint-strong text-primary-ink" },
  { slug: "arts", look: "bg-surface text-primary-ink" },
  { slug: "tutoring", look: "bg-primary text-on-primary" },
  { slug: "kids", look: "bg-surface text-primary-ink" },
  { slug: "hidden-gems", look: "bg-tint-strong text-primary-ink" },
  { slug: "calendar", look: "bg-surface text-primary-ink" },
  { slug: "place", look: "bg-tint-strong text-primary-ink" },
];

interface HeroProps {
  firstName: string | null;
  recent: string[];
  searchKey: string;
}

/** The headline and the search box; greets whoever is signed in. */
export function Hero({ firstName, recent, searchKey }: HeroProps) {
  return (
    <section className="border-b border-line bg-tint">
      <div className="mx-auto grid max-w-6xl items-center gap-10 px-4 py-10 sm:py-14 lg:grid-cols-[1fr_auto]">
        <div className="max-w-2xl">
          <h1 className="text-4xl font-extrabold tracking-tight text-balance sm:text-5xl">
            {firstName
              ? `What would you like to learn next, ${firstName}?`
              : "Learn something new in New York."}
          </h1>
          <p className="mt-4 mb-7 text-lg text-ink-soft text-pretty">
            Find an instructor, see when they are really free, and book your lesson in a few
            minutes.
          </p>
          <SearchBox isMain recent={recent} searchKey={searchKey} />
        </div>
        <div aria-hidden="true" className="hidden grid-cols-3 gap-3 lg:grid">
          {TILES.map(({ slug, look }) => (
            <span key={slug} className={`grid size-24 place-items-center rounded-3xl ${look}`}>
              <CategoryIcon slug={slug} className="size-10" />
            </span>
          ))}
        </div>
      </div>
    </section>
  );
}
