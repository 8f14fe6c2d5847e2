import type { LinksFunction, MetaFunction } from "@remix-run/cloudflare";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useLocation,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useOfflinePage } from "./components/keep-offline.tsx";
import { OfflineFormGuard } from "./components/offline-form-guard.tsx";
import { SiteFooter } from "./components/site-footer.tsx";
import { SiteHeader } from "./components/site-header.tsx";
import { useFocusOnNew } from "./components/use-focus-on-new.ts";
import { errorText } from "./error-page.tsx";
import { useNonce } from "./nonce.tsx";
import { page } from "./page-guard.ts";
import styles from "./styles/app.css?url";
import type { Viewer } from "./viewer.ts";

export { ErrorPage as ErrorBoundary } from "./error-page.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

/** Pages bring their own; this one is for what they cannot answer. */
export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${errorText(error).title} · iNSTAiNSTRU` : "iNSTAiNSTRU" },
];

export const loader = page("public", async ({ request, context }) => {
  const actor = await context.findActor();
  const viewer: Viewer | null = actor && {
    firstName: actor.firstName,
    lastName: actor.lastName,
    roles: actor.roles,
    permissions: actor.permissions,
  };
  return { viewer, origin: new URL(request.url).origin, tier: context.tier };
});

/** Who is signed in changes through forms only. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== "GET";
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const root = useRouteLoaderData<typeof loader>("root");
  const main = useFocusOnNew<HTMLElement>(useLocation().pathname);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#7E22CE" />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only z-30 rounded-full bg-primary px-5 py-3 font-semibold text-on-primary focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        >
          Skip to content
        </a>
        <SiteHeader viewer={root?.viewer ?? null} />
        <main ref={main} id="main" tabIndex={-1} className="grow">
          {children}
        </main>
        <SiteFooter />
        <ScrollRestoration {...(nonce ? { nonce } : {})} />
        <Scripts {...(nonce ? { nonce } : {})} />
      </body>
    </html>
  );
}

export default function App() {
  useOfflinePage(useLoaderData<typeof loader>().viewer !== null);
  return (
    <>
      <Outlet />
      <OfflineFormGuard />
    </>
  );
}
