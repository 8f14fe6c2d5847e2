import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** One named fact of a description list. */
export function Fact({
  icon,
  name,
  children,
}: {
  icon: IconName;
  name: string;
  children: ReactNode;
}) {
  return (
    <div className="flex gap-3">
      <Icon name={icon} className="mt-0.5 size-5 text-primary-ink" />
      <div className="min-w-0">
        <dt className="text-sm text-ink-soft">{name}</dt>
        <dd>{children}</dd>
      </div>
    </div>
  );
}
