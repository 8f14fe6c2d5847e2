import { renderToStaticMarkup } from "react-dom/server";
import { page } from "../../page-guard.ts";
import { OfflineDocument } from "./document.tsx";

/** Kept by the service worker, and shown in place of any page that cannot be loaded. */
export const loader = page("public", async () => {
  const html = `<!DOCTYPE html>${renderToStaticMarkup(<OfflineDocument />)}`;
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
});
