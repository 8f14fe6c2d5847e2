import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { ButtonLink } from "./components/button.tsx";
import { Icon } from "./components/icon.tsx";
import { Page, PageTitle } from "./components/page.tsx";

const REASONS: Record<number, { title: string; text: string }> = {
  400: {
    title: "We cannot read this address",
    text: "Something in the address is not as it should be. The links below lead back.",
  },
  403: {
    title: "This page is not open to you",
    text: "Your account is not allowed to see it.",
  },
  404: {
    title: "There is nothing here",
    text: "The page may have moved, or what it showed is no longer listed.",
  },
};

const FAILURE = {
  title: "Something went wrong on our side",
  text: "Please load the page again in a moment.",
};

const OFFLINE = {
  title: "You are offline",
  text: "This page needs a network. Load it again once there is one.",
};

export function errorText(error: unknown): { title: string; text: string } {
  if (isNoNetwork(error)) return OFFLINE;
  return (isRouteErrorResponse(error) && REASONS[error.status]) || FAILURE;
}

/** A page that was asked for without a network, from one that was loaded before. */
function isNoNetwork(error: unknown): boolean {
  return error instanceof TypeError && globalThis.navigator?.onLine === false;
}

/** The page for everything that is not there, not allowed, or broken, with ways out. */
export function ErrorPage() {
  const { pathname, search } = useLocation();
  const error = errorText(useRouteError());
  const { title, text } = error;
  const mayPass = error === FAILURE || error === OFFLINE;
  return (
    <Page width="reading">
      <div className="flex flex-col items-start gap-4 py-8">
        <span className="rounded-full bg-tint p-4 text-primary-ink">
          <Icon name="search" className="size-8" />
        </span>
        <PageTitle>{title}</PageTitle>
        <p className="text-lg text-ink-soft">{text}</p>
        <div className="flex flex-wrap gap-3">
          {mayPass ? (
            <ButtonLink reloadDocument to={pathname + search}>
              Try again
            </ButtonLink>
          ) : null}
          <ButtonLink look={mayPass ? "outline" : "primary"} to="/">
            Go to the start page
          </ButtonLink>
          <ButtonLink look="outline" to="/services">
            See all services
          </ButtonLink>
        </div>
      </div>
    </Page>
  );
}
