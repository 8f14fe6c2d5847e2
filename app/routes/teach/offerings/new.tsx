import { data, type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "../../../components/card.tsx";
import { Page, PageTitle } from "../../../components/page.tsx";
import { ServicePicker } from "../../../components/teach-service-picker.tsx";
import { page } from "../../../page-guard.ts";
import { originOf, pageMeta } from "../../../page-meta.ts";
import { OFFERING_LISTS, saveOffering } from "../changes.ts";
import { readFields } from "../forms.ts";
import { listOfferings } from "./load.ts";
import { OfferingForm, toSentText } from "./offering-form.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Add a service",
    description: "Choose what you teach and say what it costs.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("manage_services", async ({ request, actor, context: { services } }) => {
  const params = new URL(request.url).searchParams;
  const offerings = await listOfferings(services, actor);
  return {
    chosen: services.catalog.findService(params.get("service") ?? ""),
    query: (params.get("q") ?? "").slice(0, 100),
    categories: services.catalog.listCategories(),
    services: services.catalog
      .listServices(null)
      .map(({ slug, name, category, aliases }) => ({ slug, name, category, aliases })),
    offered: offerings.filter(({ isActive }) => isActive).map(({ service }) => service.slug),
  };
});

export const action = page("manage_services", async ({ request, actor, context: { services } }) => {
  const form = await request.formData();
  const service = String(form.get("service") ?? "").slice(0, 100);
  const error = await saveOffering(services, actor, form, { service });
  if (!error) return redirect("/teach/offerings?done=added");
  return data({ error, fields: readFields(form, OFFERING_LISTS) }, error.status);
});

export default function NewOfferingPage() {
  const { chosen, ...catalog } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <Page width="reading">
      <p>
        <Link
          to={chosen ? "/teach/offerings/new" : "/teach/offerings"}
          className="inline-flex min-h-11 items-center text-primary-ink underline"
        >
          {chosen ? "Choose another service" : "Services"}
        </Link>
      </p>
      <PageTitle>{chosen ? chosen.name : "Add a service"}</PageTitle>
      <Card className="mt-6">
        {chosen ? (
          <OfferingForm
            isOnlineCapable={chosen.onlineCapable}
            values={sent ? toSentText(sent.fields) : null}
            error={sent?.error ?? null}
            button={{ intent: "save", text: "Save this service" }}
          >
            <input type="hidden" name="service" value={chosen.slug} />
          </OfferingForm>
        ) : (
          <ServicePicker
            {...catalog}
            action="/teach/offerings/new"
            params={{}}
            toService={(service) => `/teach/offerings/new?service=${service}`}
          />
        )}
      </Card>
    </Page>
  );
}
