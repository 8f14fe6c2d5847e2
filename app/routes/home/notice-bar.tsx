import { Link, useFetcher } from "@remix-run/react";
import type { Announcement } from "../../../worker/domain/announcement.ts";
import { Icon } from "../../components/icon.tsx";

/** What is announced to whoever looks; once it is dismissed, the next one comes in its place. */
export function NoticeBar({ notice }: { notice: Announcement }) {
  const fetcher = useFetcher();
  if (fetcher.formData) return null;
  const { id, title, body, linkPath } = notice;
  return (
    <section aria-labelledby="notice-title" className="bg-primary text-on-primary">
      <div className="mx-auto flex max-w-6xl items-center gap-3 py-1 pr-1 pl-4 sm:pr-4">
        <Icon name="info" className="size-5" />
        <p className="min-w-0 grow py-2 wrap-anywhere">
          <strong id="notice-title" className="font-semibold">
            {title}
          </strong>
          {body ? ` ${body}` : null}
          {linkPath ? (
            <>
              {" "}
              <Link
                to={linkPath}
                aria-label={`Find out more: ${title}`}
                className="font-semibold whitespace-nowrap underline focus-visible:outline-current"
              >
                Find out more
              </Link>
            </>
          ) : null}
        </p>
        <fetcher.Form
          method="post"
          action="/?index"
          // The button that had the focus is about to go.
          onSubmit={() => document.getElementById("main")?.focus({ preventScroll: true })}
        >
          <input type="hidden" name="dismiss_notice" value={id} />
          <button
            type="submit"
            aria-label={`Hide for a day: ${title}`}
            className="grid size-11 cursor-pointer place-items-center rounded-full text-2xl hover:bg-primary-strong focus-visible:outline-current"
          >
            <span aria-hidden="true">×</span>
          </button>
        </fetcher.Form>
      </div>
    </section>
  );
}
