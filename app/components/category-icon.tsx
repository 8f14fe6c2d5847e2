import { Icon, isIconName } from "./icon.tsx";

/** The drawing of a category; a gem for one that has none of its own. */
export function CategoryIcon({ slug, className }: { slug: string; className?: string }) {
  const name = isIconName(slug) ? slug : "hidden-gems";
  return <Icon name={name} {...(className ? { className } : {})} />;
}
