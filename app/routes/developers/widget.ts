import { page } from "../../page-guard.ts";

/** The widget on a page of its own, as on anybody's. */
export const loader = page("public", async ({ context: { services } }) => {
  const { items } = await services.instructors.list({ service: null, page: 1, perPage: 1 });
  const id = items[0]?.id;
  const shown = id
    ? `<script async src="/widget.js" data-instructor="${encodeURIComponent(id)}" data-minutes="60" data-theme="auto"></script>`
    : "<p>Nobody teaches yet, so there are no times to show.</p>";
  const document = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<title>The widget at work</title>
</head>
<body>
<main>
<h1>The widget at work</h1>
<p>A page without any style of ours. <a href="/developers">Back to the guide</a></p>
${shown}
</main>
</body>
</html>`;
  return new Response(document, { headers: { "content-type": "text/html; charset=utf-8" } });
});
