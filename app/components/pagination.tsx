import { ButtonLink } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface PaginationProps {
  page: number;
  perPage: number;
  total: number;
  /** The address of another page of the same list. */
  toPage: (page: number) => string;
  /** Where a page has several lists. */
  label?: string;
}

/** Ways to the neighbouring pages; nothing when there is only one. */
export function Pagination({ page, perPage, total, toPage, label = "Pages" }: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (pages === 1) return null;
  return (
    <nav aria-label={label} className="mt-8 flex items-center justify-between gap-3">
      {page > 1 ? (
        <ButtonLink look="outline" size="compact" to={toPage(Math.min(page - 1, pages))} rel="prev">
          <Icon name="left" /> Previous
        </ButtonLink>
      ) : (
        <span />
      )}
      <span className="text-center text-sm text-ink-soft">
        {page <= pages ? `Page ${page} of ${pages}` : `There are ${pages} pages`}
      </span>
      {page < pages ? (
        <ButtonLink look="outline" size="compact" to={toPage(page + 1)} rel="next">
          Next <Icon name="right" />
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
