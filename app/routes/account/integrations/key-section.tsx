import { Form } from "@remix-run/react";
import type { ApiKey } from "../../../../worker/domain/api-key.ts";
import { Badge } from "../../../components/badge.tsx";
import { Card } from "../../../components/card.tsx";
import { DateTime } from "../../../components/date-time.tsx";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { Field, SelectField } from "../../../components/field.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import { CheckGroup } from "../../../components/teach-check-group.tsx";
import type { FormError } from "../../../forms.ts";
import { KEY_DAYS, type KeptForm, SCOPE_CHOICES } from "./forms.ts";

const ACTION = "/account/integrations";

interface KeySectionProps {
  keys: (ApiKey & { isExpired: boolean })[];
  zone: string;
  error: FormError | null;
  kept: KeptForm | null;
}

export function KeySection({ keys, zone, error, kept }: KeySectionProps) {
  return (
    <section aria-labelledby="keys" className="mt-8">
      <h2 id="keys" className="text-xl font-semibold">
        Keys for programs
      </h2>
      <p className="mt-2 text-ink-soft">
        A program that shows a key can read for you. It can never book, change or pay anything.
      </p>
      {keys.length > 0 ? (
        <ul className="mt-4 grid gap-4">
          {keys.map((key) => (
            <KeyCard key={key.id} shown={key} zone={zone} />
          ))}
        </ul>
      ) : null}
      <Card className="mt-4">
        {/* Empty again once there is another key. */}
        <KeyForm key={keys.length} error={error} kept={kept} />
      </Card>
    </section>
  );
}

function KeyCard({ shown, zone }: { shown: KeySectionProps["keys"][number]; zone: string }) {
  const { id, name, hint, scopes, lastUsedAt, expiresAt, isExpired } = shown;
  const uses = SCOPE_CHOICES.filter(({ value }) => scopes.includes(value));
  return (
    <Card as="li" className="flex flex-wrap items-center justify-between gap-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold break-words">
          {name}
          <span className="font-mono text-sm font-normal text-ink-soft">ik_live_…{hint}</span>
          {isExpired ? (
            <Badge kind="warning" icon="alert">
              Expired
            </Badge>
          ) : null}
        </p>
        <p className="mt-1 text-sm text-ink-soft">{uses.map(({ label }) => label).join(" · ")}</p>
        <p className="text-sm text-ink-soft">
          {isExpired ? "Worked until " : "Works until "}
          <DateTime at={expiresAt} zone={zone} show="moment" />
        </p>
        <p className="text-sm text-ink-soft">
          {lastUsedAt === null ? (
            "Never used"
          ) : (
            <>
              Last used around <DateTime at={lastUsedAt} zone={zone} show="moment" />
            </>
          )}
        </p>
      </div>
      <Form method="post" action={ACTION}>
        <input type="hidden" name="key" value={id} />
        <SubmitButton intent="revoke-key" look="outline" busy="Ending …">
          End key<span className="sr-only"> {name}</span>
        </SubmitButton>
      </Form>
    </Card>
  );
}

function KeyForm({ error, kept }: Pick<KeySectionProps, "error" | "kept">) {
  return (
    <Form method="post" action={ACTION} noValidate className="grid gap-5">
      <ErrorSummary error={error} />
      <Field
        name="name"
        label="Name of the new key"
        hint="By which you know it again, such as the program that uses it."
        defaultValue={kept?.name ?? ""}
        required
        maxLength={60}
        autoComplete="off"
        error={error}
      />
      <CheckGroup
        name="scopes"
        label="What it is for"
        choices={SCOPE_CHOICES}
        chosen={kept?.chosen ?? ["public:read"]}
        error={error}
      />
      <SelectField
        name="days"
        label="How long it works"
        defaultValue={kept?.days || "90"}
        required
        error={error}
      >
        {KEY_DAYS.map((days) => (
          <option key={days} value={days}>
            {days === "365" ? "A year" : `${days} days`}
          </option>
        ))}
      </SelectField>
      <div>
        <SubmitButton intent="make-key" busy="Making …">
          Make a key
        </SubmitButton>
      </div>
    </Form>
  );
}
