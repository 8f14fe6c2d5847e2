import { Form } from "@remix-run/react";
import { Card } from "../../components/card.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Field, SelectField } from "../../components/field.tsx";
import { SubmitButton } from "../../components/submit-button.tsx";
import type { FormError } from "../../forms.ts";
import type { ZoneGroup } from "../../zone-options.ts";
import type { KeptProfile } from "./change.ts";

interface ProfileFormProps {
  person: { firstName: string; lastName: string; timezone: string };
  /** What was sent and refused. */
  kept: KeptProfile | null;
  zones: ZoneGroup[];
  error: FormError | null;
}

export function ProfileForm({ person, kept, zones, error }: ProfileFormProps) {
  return (
    <Card as="section" labelledBy="profile">
      <h2 id="profile" className="mb-4 text-xl font-semibold">
        Name and time zone
      </h2>
      <Form method="post" action="/account" noValidate>
        <ErrorSummary error={error} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            name="first_name"
            label="First name"
            autoComplete="given-name"
            defaultValue={kept?.first_name ?? person.firstName}
            required
            error={error}
          />
          <Field
            name="last_name"
            label="Last name"
            autoComplete="family-name"
            defaultValue={kept?.last_name ?? person.lastName}
            hint="Others see only its first letter."
            required
            error={error}
          />
          <ZoneField zones={zones} chosen={kept?.timezone ?? person.timezone} error={error} />
          <div className="sm:col-span-2">
            <SubmitButton intent="profile" busy="Saving …">
              Save changes
            </SubmitButton>
          </div>
        </div>
      </Form>
    </Card>
  );
}

interface ZoneFieldProps {
  zones: ZoneGroup[];
  chosen: string;
  error: FormError | null;
}

function ZoneField({ zones, chosen, error }: ZoneFieldProps) {
  return (
    <SelectField
      name="timezone"
      label="Time zone"
      defaultValue={chosen}
      hint="Your lessons are shown on this clock."
      required
      error={error}
      className="sm:col-span-2"
    >
      {zones.map(({ region, zones: members }) => (
        <optgroup key={region} label={region}>
          {members.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}
