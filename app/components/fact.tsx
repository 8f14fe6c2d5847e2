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
    <div className="relative pl-8">
      <dt className="text-sm text-ink-soft">
        <Icon name={icon} className="absolute top-0.5 left-0 size-5 text-primary-ink" />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
