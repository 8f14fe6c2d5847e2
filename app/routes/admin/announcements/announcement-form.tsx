import type { Announcement, Audience } from "../../../../worker/domain/announcement.ts";
import {
  AUDIENCES,
  HIGHEST_PRIORITY,
  LONGEST_BODY,
  LONGEST_TITLE,
} from "../../../../worker/domain/announcement.ts";
import { wordLabel, zoneLabel } from "../../../../worker/domain/format.ts";
import { Field, SelectField, TextareaField } from "../../../components/field.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import type { FormError } from "../../../forms.ts";

/** What the fields begin with; moments as the browser writes them. */
export interface FormValues extends Omit<Announcement, "id"> {
  audience: Audience;
  priority: number;
  startsAt: string;
  endsAt: string;
}

interface AnnouncementFieldsProps {
  values: FormValues;
  zone: string;
  error: FormError | null | undefined;
}

/** The fields of an announcement with the button that saves it. */
export function AnnouncementFields({ values, zone, error }: AnnouncementFieldsProps) {
  return (
    <>
      <Field
        name="title"
        label="Title"
        defaultValue={values.title}
        maxLength={LONGEST_TITLE}
        required
        error={error}
      />
      <TextareaField
        name="body"
        label="Text"
        defaultValue={values.body}
        maxLength={LONGEST_BODY}
        error={error}
      />
      <Field
        name="link_path"
        label="Leads to"
        hint="A path of this site, such as /services."
        defaultValue={values.linkPath ?? ""}
        autoComplete="off"
        error={error}
      />
      <SelectField
        name="audience"
        label="Who sees it"
        defaultValue={values.audience}
        required
        error={error}
      >
        {AUDIENCES.map((audience) => (
          <option key={audience} value={audience}>
            {wordLabel(audience)}
          </option>
        ))}
      </SelectField>
      <Field
        name="priority"
        label="Priority"
        hint={`From 0 to ${HIGHEST_PRIORITY}. Of several at a time, the highest is shown first.`}
        type="number"
        min={0}
        max={HIGHEST_PRIORITY}
        defaultValue={values.priority}
        required
        error={error}
      />
      <Period values={values} zone={zone} error={error} />
      <SubmitButton look="main" busy="Saving …">
        Save announcement
      </SubmitButton>
    </>
  );
}

function Period({ values, zone, error }: AnnouncementFieldsProps) {
  const moment = { type: "datetime-local", required: true, error } as const;
  return (
    <>
      <Field
        {...moment}
        name="starts_at"
        label="From"
        hint={`In ${zoneLabel(zone)}.`}
        defaultValue={values.startsAt}
      />
      <Field {...moment} name="ends_at" label="Until" defaultValue={values.endsAt} />
    </>
  );
}
