import { Button, ButtonLink, type ButtonLook } from "../../components/button.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Field, SelectField, TextareaField } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import { TextLink } from "../../components/text-link.tsx";
import { FORM_ERROR } from "./samples.ts";
import { Row, Section } from "./section.tsx";

const HERE = "/dev/components";
const LOOKS: ButtonLook[] = ["main", "primary", "outline", "quiet", "danger"];

export function Controls() {
  return (
    <>
      <Section name="Button">
        <Row>
          {LOOKS.map((look) => (
            <Button key={look} type="button" look={look}>
              {look}
            </Button>
          ))}
        </Row>
        <Row>
          <Button type="button" aria-disabled className="aria-disabled:opacity-70">
            Saving …
          </Button>
          <Button type="button" look="outline" size="compact">
            compact
          </Button>
          <Button type="button" look="outline" size="round" aria-label="round">
            <Icon name="right" />
          </Button>
          <ButtonLink look="outline" to={HERE}>
            A link
          </ButtonLink>
          <TextLink to={HERE}>A text link</TextLink>
        </Row>
      </Section>
      <Section name="Field">
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="empty" label="Required" required />
          <Field name="filled" label="Not required" defaultValue="Wren" hint="With a hint." />
          <Field
            name="wrong"
            label="Wrong"
            required
            hint="With a hint."
            defaultValue="wren@"
            error={FORM_ERROR}
          />
          <SelectField name="choice" label="Choice" required>
            <option>New York time</option>
          </SelectField>
          <SelectField name="wrong-choice" label="Wrong choice" required error={FORM_ERROR}>
            <option>Nowhere</option>
          </SelectField>
          <TextareaField name="text" label="Several lines" />
          <TextareaField name="wrong-text" label="Wrong lines" required error={FORM_ERROR} />
        </div>
      </Section>
      <Section name="ErrorSummary">
        <ErrorSummary error={FORM_ERROR} />
      </Section>
    </>
  );
}
