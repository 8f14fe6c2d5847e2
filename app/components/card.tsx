import type { ReactNode } from "react";

interface CardProps {
  as?: "div" | "section" | "article" | "li";
  className?: string;
  labelledBy?: string;
  children: ReactNode;
}

/** A raised piece of a page. */
export function Card({ as: Tag = "div", className = "", labelledBy, children }: CardProps) {
  return (
    <Tag
      aria-labelledby={labelledBy}
      className={`rounded-2xl border border-line bg-surface p-4 sm:p-6 ${className}`}
    >
      {children}
    </Tag>
  );
}
