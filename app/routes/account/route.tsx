import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "../../components/done-notice.tsx";
import { Page, PageTitle } from "../../components/page.tsx";
import { page } from "../../page-guard.ts";
import { originOf, pageMeta } from "../../page-meta.ts";
import { usePermissions } from "../../permissions.ts";
import { groupZones } from "../../zone-options.ts";
import { changeAccount } from "./change.ts";
import { EmailCard } from "./email-card.tsx";
import { MoreLinks } from "./more-links.tsx";
import { PasswordForm } from "./password-form.tsx";
import { ProfileForm } from "./profile-form.tsx";

const DONE = {
  profile: "Saved.",
  mail: "The mail is on its way.",
  password: "Your password is changed. Every other sign-in has ended.",
};

export const meta: MetaFunction = ({ matches }) =>
  pageMeta({
    title: "Your account",
    description: "Your name, time zone, e-mail address and password.",
    canonical: null,
    origin: originOf(matches),
  });

export const loader = page("signed_in", async ({ actor }) => ({
  person: {
    firstName: actor.firstName,
    lastName: actor.lastName,
    timezone: actor.timezone,
    email: actor.email,
    isEmailVerified: actor.isEmailVerified,
  },
  zones: groupZones(Intl.supportedValuesOf("timeZone"), actor.timezone),
}));

export const action = page("signed_in", async ({ request, actor, context }) =>
  changeAccount(await request.formData(), actor, context),
);

export default function AccountPage() {
  const { person, zones } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { has } = usePermissions();
  const errorOf = (intent: string) => (sent?.intent === intent ? sent.error : null);
  return (
    <Page width="reading">
      <PageTitle>Your account</PageTitle>
      <DoneNotice messages={DONE} />
      <div className="mt-6 grid gap-6">
        {has("manage_own_profile") ? (
          <ProfileForm
            person={person}
            kept={sent?.intent === "profile" ? sent.kept : null}
            zones={zones}
            error={errorOf("profile")}
          />
        ) : null}
        <EmailCard person={person} error={errorOf("mail")} />
        {has("change_own_password") ? <PasswordForm error={errorOf("password")} /> : null}
        <MoreLinks />
      </div>
    </Page>
  );
}
