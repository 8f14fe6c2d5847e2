import { useFetcher } from "@remix-run/react";
import { createContext, useContext, useMemo } from "react";
import { Alert } from "../../components/alert.tsx";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";

/** The one form of the page that all of these buttons send. */
const FORM = "service-alerts";

/** The services that the visitor waits for. */
const Awaited = createContext<ReadonlySet<string>>(new Set());

interface ServiceAlertsProps {
  /** Slugs as the server has them. */
  awaited: string[];
  /** What the list is narrowed to, so that the way back without scripts leads to the same list. */
  query: string;
  children: React.ReactNode;
}

/** Lets everything within ask to be told; what is pressed shows at once. */
export function ServiceAlerts({ awaited, query, children }: ServiceAlertsProps) {
  const fetcher = useFetcher();
  const asked = fetcher.formData?.get("tell");
  const withdrawn = fetcher.formData?.get("forget");
  const shown = useMemo(() => {
    const slugs = asked ? [...awaited, String(asked)] : awaited;
    return new Set(slugs.filter((slug) => slug !== withdrawn));
  }, [awaited, asked, withdrawn]);
  return (
    <Awaited.Provider value={shown}>
      <fetcher.Form id={FORM} method="post" action="/services">
        <input type="hidden" name="q" value={query} />
      </fetcher.Form>
      {children}
    </Awaited.Provider>
  );
}

interface AlertedService {
  slug: string;
  name: string;
}

/** For a service that nobody teaches yet: asks for a mail as soon as somebody does. */
export function AlertRequest({ slug, name }: AlertedService) {
  const isAwaited = useContext(Awaited).has(slug);
  return (
    <span className="shrink-0 text-right text-sm">
      {isAwaited ? (
        <span className="flex items-center justify-end gap-1 font-medium text-success">
          <Icon name="check" className="size-4" /> You will get a mail
        </span>
      ) : (
        <span className="block text-ink-soft">No instructor yet</span>
      )}
      <button
        key="alert"
        type="submit"
        form={FORM}
        name={isAwaited ? "forget" : "tell"}
        value={slug}
        className="min-h-11 cursor-pointer font-medium text-primary-ink underline"
      >
        {isAwaited ? "Do not tell me" : "Tell me when someone does"}{" "}
        <span className="sr-only">{isAwaited ? `about ${name}` : `teach ${name}`}</span>
      </button>
    </span>
  );
}

/** For whoever has signed in on the way to being told: the one press that is left. */
export function AlertOffer({ slug, name }: AlertedService) {
  if (useContext(Awaited).has(slug)) {
    return (
      <Alert kind="success" title={`You will get a mail as soon as somebody teaches ${name}.`} />
    );
  }
  return (
    <Alert kind="info" title={`Nobody teaches ${name} yet`}>
      <p>You are signed in now, so we can tell you by mail as soon as somebody does.</p>
      <Button look="main" form={FORM} name="tell" value={slug} className="mt-3">
        Tell me when someone does
      </Button>
    </Alert>
  );
}
