import { Brand } from "../../components/brand.tsx";
import { Icon } from "../../components/icon.tsx";
import { PageTitle } from "../../components/page.tsx";
import styles from "../../styles/app.css?url";

/** The whole document: it has to do without the site's own scripts, which may not be there. */
export function OfflineDocument() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>You are offline · iNSTAiNSTRU</title>
        <link rel="stylesheet" href={styles} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script src="/offline.js" type="module" />
      </head>
      <body>
        <header className="border-b border-line bg-surface">
          <p className="mx-auto flex min-h-16 max-w-3xl items-center px-4 text-xl">
            <Brand />
          </p>
        </header>
        <main className="mx-auto max-w-3xl px-4 pt-8 pb-16">
          <span className="inline-grid rounded-full bg-tint p-4 text-primary-ink">
            <Icon name="alert" className="size-8" />
          </span>
          <div className="mt-4">
            <PageTitle>You are offline</PageTitle>
          </div>
          <p className="mt-3 text-lg text-ink-soft">
            This page needs a network. Searching, free times, booking and changing lessons come back
            with it.
          </p>
          <a
            id="again"
            href="/"
            className="mt-5 inline-flex min-h-11 items-center rounded-full bg-accent px-5 py-2 font-semibold text-on-accent hover:bg-accent-strong"
          >
            Try again
          </a>
          <KeptLessons />
        </main>
      </body>
    </html>
  );
}

/** Filled in by the script, in the browser that has seen them. */
function KeptLessons() {
  return (
    <section aria-labelledby="lessons-title" className="mt-10">
      <h2 id="lessons-title" className="text-2xl font-bold tracking-tight">
        Your next lessons
      </h2>
      <p id="nothing" className="mt-2 text-ink-soft">
        None are kept in this browser.
      </p>
      <div id="kept" hidden>
        <p className="mt-2 text-ink-soft">
          As you last saw them on <span id="seen" />. They may have changed since.
        </p>
        <ul
          id="lessons"
          data-item="rounded-2xl border border-line bg-surface p-4"
          className="mt-4 grid gap-4"
        />
      </div>
    </section>
  );
}
