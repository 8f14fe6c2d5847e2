import type { ReactNode } from "react";

const WIDTHS = { narrow: "max-w-md", reading: "max-w-3xl", wide: "max-w-6xl" } as const;

interface PageProps {
  width?: keyof typeof WIDTHS;
  children: ReactNode;
}

/** The frame of a page's content. */
export function Page({ width = "wide", children }: PageProps) {
  return <div className={`mx-auto px-4 pt-8 ${WIDTHS[width]}`}>{children}</div>;
}

export function PageTitle({ children }: { children: ReactNode }) {
  return <h1 className="text-3xl font-bold tracking-tight text-balance">{children}</h1>;
}
