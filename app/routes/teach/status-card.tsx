import { Link } from "@remix-run/react";
import type { TeachingProfile } from "../../../worker/domain/teaching-profile.ts";
import { Badge } from "../../components/badge.tsx";
import { ButtonLink } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { usePermissions } from "../../permissions.ts";

/** Whether the public sees somebody, and the ways to step back and to return. */
export function StatusCard({ profile }: { profile: Pick<TeachingProfile, "id" | "status"> }) {
  const { has } = usePermissions();
  const isActive = profile.status === "active";
  return (
    <Card as="section" labelledBy="status">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="status" className="text-xl font-semibold">
          Your page
        </h2>
        {isActive ? (
          <Badge kind="success" icon="check">
            Open
          </Badge>
        ) : (
          <Badge kind="warning" icon="alert">
            Suspended
          </Badge>
        )}
      </div>
      <p className="mt-2 text-ink-soft">
        {isActive ? (
          <>
            This is what{" "}
            <Link to={`/instructors/${profile.id}`} className="text-primary-ink underline">
              students see
            </Link>
            .
          </>
        ) : (
          "Nobody finds or books you while you are suspended."
        )}
      </p>
      {has("suspend_own_instructor_account") ? (
        <div className="mt-4 flex flex-wrap gap-3">
          {isActive ? (
            <ButtonLink look="outline" to="/teach/status?change=suspend">
              Take a break
            </ButtonLink>
          ) : (
            <ButtonLink look="primary" to="/teach/status?change=reactivate">
              Come back
            </ButtonLink>
          )}
          <ButtonLink look="quiet" to="/teach/status?change=deactivate">
            Close your account
          </ButtonLink>
        </div>
      ) : null}
    </Card>
  );
}
