import type { BookingStatus } from "../../worker/domain/booking.ts";
import { Badge, type BadgeKind } from "./badge.tsx";
import type { IconName } from "./icon.tsx";

const LOOKS: Record<BookingStatus, { kind: BadgeKind; icon: IconName; label: string }> = {
  confirmed: { kind: "success", icon: "check", label: "Confirmed" },
  completed: { kind: "plain", icon: "check", label: "Completed" },
  cancelled: { kind: "error", icon: "alert", label: "Cancelled" },
  no_show: { kind: "warning", icon: "alert", label: "Missed" },
};

export function StatusBadge({ status }: { status: BookingStatus }) {
  const { kind, icon, label } = LOOKS[status];
  return (
    <Badge kind={kind} icon={icon}>
      {label}
    </Badge>
  );
}
