import { LinkTabs } from "../../components/link-tabs.tsx";

/** The guide and the parts of the reference; `current` is a part's slug, null the guide's. */
export function SectionNav({
  sections,
  current,
}: {
  sections: { name: string; slug: string }[];
  current: string | null;
}) {
  return (
    <LinkTabs
      label="Developers"
      tabs={[
        { to: "/developers", label: "Guide", isCurrent: current === null },
        ...sections.map(({ name, slug }) => ({
          to: `/developers/reference/${slug}`,
          label: name,
          isCurrent: slug === current,
        })),
      ]}
    />
  );
}
