import { cut, type MailContent, toOneLine } from "./content.ts";

/** A mail in both forms. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

const SUBJECT_AT_MOST = 150;
const BRAND = "iNSTAiNSTRU";
const WHY = "You get this mail because of your account at iNSTAiNSTRU.";

/** Colours for programs that keep styles; the inline ones are for those that do not. */
const DARK_STYLES = `@media (prefers-color-scheme: dark) {
  .canvas { background: #120c1b !important; }
  .card { background: #1c1428 !important; border-color: #392b4e !important; }
  .ink { color: #f4f1f9 !important; }
  .soft { color: #bfb5ce !important; }
  .brand { color: #d0adfb !important; }
}`;

/** The one frame of all mails: HTML that loads nothing, and text that says the same. */
export function renderMail(content: MailContent): RenderedMail {
  return {
    subject: cut(toOneLine(content.subject), SUBJECT_AT_MOST),
    html: toHtml(content),
    text: toText(content),
  };
}

function toText({ paragraphs, action, footnotes = [] }: MailContent): string {
  const link = action ? [`${action.label}:\n${action.url}`] : [];
  const blocks = [...paragraphs.map(toOneLine), ...link, ...footnotes.map(toOneLine)];
  return `${[...blocks, `-- \n${BRAND}\n${WHY}`].join("\n\n")}\n`;
}

function toHtml({ subject, paragraphs, action, footnotes = [] }: MailContent): string {
  const body = paragraphs.map((text) => paragraph(text, "ink", "16px", "#111827"));
  const notes = footnotes.map((text) => paragraph(text, "soft", "14px", "#4b5563"));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(toOneLine(subject))}</title>
<style>${DARK_STYLES}</style>
</head>
<body class="canvas" style="margin:0;padding:24px 12px;background:#fbfafe;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;">
<div class="card" style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e4deee;border-radius:16px;">
<p class="brand" style="margin:0 0 20px;font-size:20px;font-weight:700;color:#7e22ce;">${BRAND}</p>
${[...body, ...(action ? [button(action)] : []), ...notes].join("\n")}
</div>
<p class="soft" style="max-width:560px;margin:16px auto 0;font-size:13px;color:#4b5563;">${WHY}</p>
</body>
</html>
`;
}

function paragraph(text: string, look: "ink" | "soft", size: string, color: string): string {
  const style = `margin:0 0 16px;font-size:${size};line-height:1.5;color:${color};`;
  return `<p class="${look}" dir="auto" style="${style}">${escapeHtml(toOneLine(text))}</p>`;
}

function button({ label, url }: { label: string; url: string }): string {
  const style =
    "display:inline-block;padding:12px 20px;border-radius:9999px;background:#7e22ce;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none;";
  return `<p style="margin:0 0 20px;"><a href="${escapeHtml(url)}" target="_blank" style="${style}">${escapeHtml(label)}</a></p>`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
