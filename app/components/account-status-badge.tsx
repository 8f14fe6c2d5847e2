import type { AccountStatus } from "../../worker/domain/actor.ts";
import { Badge, type BadgeKind } from "./badge.tsx";
import type { IconName } from "./icon.tsx";

const LOOKS: Record<AccountStatus, { kind: BadgeKind; icon: IconName; label: string }> = {
  active: { kind: "success", icon: "check", label: "Active" },
  suspended: { kind: "warning", icon: "alert", label: "Suspended" },
  deactivated: { kind: "error", icon: "alert", label: "Deactivated" },
};

export function AccountStatusBadge({ status }: { status: AccountStatus }) {
  const { kind, icon, label } = LOOKS[status];
  return (
    <Badge kind={kind} icon={icon}>
      {label}
    </Badge>
  );
}
