import { SHORTEST_PASSWORD } from "../../worker/domain/password-policy.ts";
import type { FormError } from "../forms.ts";
import { Field } from "./field.tsx";

interface NewPasswordFieldProps {
  name: string;
  label: string;
  error: FormError | null | undefined;
}

/** Where a password is chosen; says what makes a good one. */
export function NewPasswordField({ name, label, error }: NewPasswordFieldProps) {
  return (
    <Field
      name={name}
      label={label}
      type="password"
      autoComplete="new-password"
      hint={`At least ${SHORTEST_PASSWORD} characters, and not one that many people use.`}
      required
      error={error}
    />
  );
}
