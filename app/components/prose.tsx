import type { ReactNode } from "react";
import { Page, PageTitle } from "./page.tsx";

/** A page of plain text. */
export function Prose({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Page width="reading">
      <PageTitle>{title}</PageTitle>
      <div className="mt-6 grid max-w-prose gap-4 [&_h2]:mt-4 [&_h2]:text-xl [&_h2]:font-semibold [&_li]:mb-1 [&_ul]:list-disc [&_ul]:pl-5">
        {children}
      </div>
    </Page>
  );
}
