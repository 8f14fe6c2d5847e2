import { Form } from "@remix-run/react";
import { plural, wordLabel } from "../../../../worker/domain/format.ts";
import type { Person } from "../../../../worker/domain/people.ts";
import { type Permission, UNASKED_PERMISSIONS } from "../../../../worker/domain/permission.ts";
import { Badge } from "../../../components/badge.tsx";
import { Card } from "../../../components/card.tsx";
import { FieldMessage, fieldId } from "../../../components/field.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import type { FormError } from "../../../forms.ts";
import { takeBackIntent } from "./change.ts";

interface PermissionsProps {
  person: Pick<Person, "permissions" | "overrides">;
  /** For which of them whoever looks may make exceptions. */
  changeable: readonly Permission[];
  error: FormError | null | undefined;
}

/** What the person may do, and the exceptions to what their roles give. */
export function Permissions({ person, changeable, error }: PermissionsProps) {
  const { permissions, overrides } = person;
  return (
    <Card as="section" labelledBy="permissions-title">
      <h2 id="permissions-title" className="text-xl font-semibold">
        Permissions
      </h2>
      {permissions.length > 0 ? (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium text-primary-ink underline">
            {plural(permissions.length, "permission")} in effect
          </summary>
          <ul className="mt-1 gap-x-6 sm:columns-2">
            {permissions.map((permission) => (
              <li key={permission}>{wordLabel(permission)}</li>
            ))}
          </ul>
        </details>
      ) : (
        <p className="mt-2">No permission is in effect.</p>
      )}
      <h3 className="mt-4 font-semibold">Exceptions to the roles</h3>
      {overrides.length > 0 ? (
        <ul className="mt-2 grid gap-2">
          {overrides.map((override) => (
            <Override
              key={override.permission}
              {...override}
              isChangeable={changeable.includes(override.permission)}
            />
          ))}
        </ul>
      ) : (
        <p className="mt-1 text-ink-soft">None.</p>
      )}
      {changeable.length > 0 ? (
        // Begins anew after each exception, so that no press of a button makes the next one.
        <OverrideForm key={JSON.stringify(overrides)} permissions={changeable} error={error} />
      ) : null}
    </Card>
  );
}

interface OverrideProps {
  permission: Permission;
  granted: boolean;
  isChangeable: boolean;
}

function Override({ permission, granted, isChangeable }: OverrideProps) {
  const name = wordLabel(permission);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-2">
      <Badge kind={granted ? "success" : "error"} icon={granted ? "check" : "alert"}>
        {granted ? "Granted" : "Revoked"}
      </Badge>
      <span className="grow">{name}</span>
      {isChangeable ? (
        <Form method="post">
          <SubmitButton look="quiet" busy="Taking back…" intent={takeBackIntent(permission)}>
            {`Take back “${name}”`}
          </SubmitButton>
        </Form>
      ) : null}
    </li>
  );
}

interface OverrideFormProps {
  permissions: readonly Permission[];
  error: FormError | null | undefined;
}

function OverrideForm({ permissions, error }: OverrideFormProps) {
  const id = fieldId("permission");
  const message = error?.fields.find(({ name }) => name === "permission")?.message;
  return (
    <Form method="post" noValidate className="mt-4 grid gap-3">
      <div>
        <label htmlFor={id} className="mb-1.5 block font-medium">
          Make an exception for
        </label>
        <select
          id={id}
          name="permission"
          required
          aria-invalid={message ? true : undefined}
          aria-describedby={message ? `${id}-error` : undefined}
          className={`min-h-11 w-full rounded-xl border bg-surface px-3 text-base text-ink ${message ? "border-error" : "border-line-strong"}`}
        >
          <option value="">Choose a permission</option>
          {permissions.map((permission) => (
            <option key={permission} value={permission}>
              {optionLabel(permission)}
            </option>
          ))}
        </select>
        <FieldMessage name="permission" message={message} />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton look="primary" busy="Granting…" intent="grant">
          Grant
        </SubmitButton>
        <SubmitButton look="outline" busy="Revoking…" intent="revoke">
          Revoke
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Says where an exception would change nothing. */
function optionLabel(permission: Permission): string {
  const reason = UNASKED_PERMISSIONS[permission];
  return `${wordLabel(permission)}${reason ? ` (changes nothing: ${reason})` : ""}`;
}
