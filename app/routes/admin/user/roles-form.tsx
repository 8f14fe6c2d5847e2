import { Form } from "@remix-run/react";
import { wordLabel } from "../../../../worker/domain/format.ts";
import { ROLES, type Role } from "../../../../worker/domain/permission.ts";
import { Card } from "../../../components/card.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";

interface RolesFormProps {
  roles: readonly Role[];
  /** Whether they are the roles of whoever looks. */
  isOwn: boolean;
}

export function RolesForm({ roles, isOwn }: RolesFormProps) {
  return (
    <Card as="section" labelledBy="roles-title">
      <h2 id="roles-title" className="text-xl font-semibold">
        Roles
      </h2>
      <p className="mt-2 text-ink-soft">
        The role of an instructor lists nobody before there is a profile, and taking it away unlists
        nobody: suspend the account for that.
        {isOwn
          ? " These are your own: without the role of an admin you may not come back here."
          : ""}
      </p>
      <Form key={roles.join()} method="post" className="mt-3 grid justify-items-start gap-3">
        <fieldset className="grid gap-1">
          <legend className="sr-only">Roles</legend>
          {ROLES.map((role) => (
            <label key={role} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                name="role"
                value={role}
                defaultChecked={roles.includes(role)}
                className="size-5 accent-primary"
              />
              {wordLabel(role)}
            </label>
          ))}
        </fieldset>
        <SubmitButton look="primary" busy="Saving…" intent="roles">
          Save roles
        </SubmitButton>
      </Form>
    </Card>
  );
}
