import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type BadgeKind = "plain" | "success" | "warning" | "error";

const LOOKS: Record<BadgeKind, string> = {
  plain: "bg-tint text-primary-ink",
  success: "bg-success-tint text-success",
  warning: "bg-warning-tint text-warning",
  error: "bg-error-tint text-error",
};

interface BadgeProps {
  kind?: BadgeKind;
  icon?: IconName;
  children: ReactNode;
}

/** A short fact; kinds other than plain come with an icon. */
export function Badge({ kind = "plain", icon, children }: BadgeProps) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-sm font-medium ${LOOKS[kind]}`}
    >
      {icon ? <Icon name={icon} className="size-4" /> : null}
      {children}
    </span>
  );
}
