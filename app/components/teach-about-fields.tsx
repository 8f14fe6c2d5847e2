import type { TeachingProfile } from "../../worker/domain/teaching-profile.ts";
import type { FormError } from "../forms.ts";
import type { ZoneGroup } from "../zone-options.ts";
import { Field, SelectField, TextareaField } from "./field.tsx";

interface AboutFieldsProps {
  profile: Pick<
    TeachingProfile,
    "bio" | "yearsExperience" | "timezone" | "minimumNoticeHours" | "bufferMinutes"
  > | null;
  /** What was sent and refused. */
  kept: Record<string, string> | null;
  /** Chosen where nothing is yet. */
  ownZone: string;
  zones: ZoneGroup[];
  error: FormError | null;
}

/** Who somebody is as an instructor, and how much time they want before and between lessons. */
export function AboutFields({ profile, kept, ownZone, zones, error }: AboutFieldsProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextareaField
        name="bio"
        label="Your bio"
        rows={6}
        defaultValue={kept?.bio ?? profile?.bio ?? ""}
        hint="What you teach, how, and for whom. 10 to 1,000 characters, for everybody to read."
        required
        error={error}
        className="sm:col-span-2"
      />
      <NumberField
        name="years_experience"
        label="Years of experience"
        value={kept?.years_experience ?? profile?.yearsExperience ?? ""}
        error={error}
      />
      <SelectField
        name="timezone"
        label="Time zone"
        defaultValue={kept?.timezone ?? profile?.timezone ?? ownZone}
        hint="Your hours are on this clock."
        required
        error={error}
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
      <NumberField
        name="minimum_notice_hours"
        label="Shortest notice, in hours"
        value={kept?.minimum_notice_hours ?? profile?.minimumNoticeHours ?? 2}
        hint="So long before its start a lesson can still be booked. 0 to 168."
        error={error}
      />
      <NumberField
        name="buffer_minutes"
        label="Break between lessons, in minutes"
        value={kept?.buffer_minutes ?? profile?.bufferMinutes ?? 0}
        hint="Kept free before and after each lesson. 0 to 60."
        error={error}
      />
    </div>
  );
}

interface NumberFieldProps {
  name: string;
  label: string;
  value: string | number;
  hint?: string;
  error: FormError | null;
}

/** Digits without arrows: those change a number by accident. */
function NumberField({ value, ...rest }: NumberFieldProps) {
  return <Field inputMode="numeric" autoComplete="off" defaultValue={value} required {...rest} />;
}
