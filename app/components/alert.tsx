import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type AlertKind = "info" | "success" | "warning" | "error";

const KINDS: Record<AlertKind, { icon: IconName; look: string; title: string }> = {
  info: { icon: "info", look: "border-line bg-tint", title: "text-primary-ink" },
  success: { icon: "check", look: "border-success bg-success-tint", title: "text-success" },
  warning: { icon: "alert", look: "border-warning bg-warning-tint", title: "text-warning" },
  error: { icon: "alert", look: "border-error bg-error-tint", title: "text-error" },
};

interface AlertProps {
  kind: AlertKind;
  title: string;
  children?: ReactNode;
}

/** A message with an icon and a title, so that its kind never depends on colour. */
export function Alert({ kind, title, children }: AlertProps) {
  const { icon, look, title: titleLook } = KINDS[kind];
  return (
    <div className={`flex gap-3 rounded-2xl border p-4 ${look}`}>
      <Icon name={icon} className={`mt-0.5 size-5 ${titleLook}`} />
      <div className="min-w-0 grow">
        <p className={`font-semibold ${titleLook}`}>{title}</p>
        {children ? <div className="mt-1 text-ink">{children}</div> : null}
      </div>
    </div>
  );
}
