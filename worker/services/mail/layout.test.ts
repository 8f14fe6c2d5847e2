import * as fc from "fast-check";
import { expect, test } from "vitest";
import { greeting } from "./content.ts";
import { renderMail } from "./layout.ts";

const LINK = "https://example.com/reset-password?token=a_b-c";

const countOf = (text: string, part: string) => text.split(part).length - 1;

test("markup in what people typed stays text, in HTML and in the plain form", () => {
  const typed = `<img src=x onerror=alert(1)> & "Ana" 'B' </p><script>`;
  const { html, text } = renderMail({ subject: typed, paragraphs: [typed] });
  expect(html).not.toMatch(/<img|<script|onerror=alert\(1\)>/);
  const escaped =
    "&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Ana&quot; &#39;B&#39; &lt;/p&gt;&lt;script&gt;";
  expect(countOf(html, escaped)).toBe(2);
  expect(text).toContain(typed);
});

/** What means something to HTML, to a header or to the direction of text, and what does not. */
const HOSTILE = fc.constantFrom(..."<>\"'&=/;!-\r\n\u0000\u2028\u2029\u202e ax🎹ن");

test("nothing that anybody typed adds an element, an attribute or a line to a header", () => {
  const plain = renderMail({ subject: "x", paragraphs: ["x", "x"], footnotes: ["x"] });
  const tagsOf = (html: string) =>
    html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/="[^"]*"/g, ""));
  fc.assert(
    fc.property(fc.string({ unit: HOSTILE, maxLength: 200 }), (typed) => {
      const mail = renderMail({ subject: typed, paragraphs: [typed, typed], footnotes: [typed] });
      expect(tagsOf(mail.html)).toEqual(tagsOf(plain.html));
      expect(mail.subject).not.toMatch(/\p{Cc}|\p{Zl}|\p{Zp}/u);
      expect([...mail.subject].length).toBeLessThanOrEqual(150);
      expect(countOf(mail.text, "\n")).toBe(countOf(plain.text, "\n"));
    }),
    { numRuns: 40 },
  );
});

test("a line break in a name ends no header and turns into a space", () => {
  const { subject } = renderMail({ subject: "Lesson with A\r\nBcc: x@y.z\u2028B", paragraphs: [] });
  expect(subject).toBe("Lesson with A Bcc: x@y.z B");
});

test("a long subject is cut between characters, also where they are emoji", () => {
  const { subject } = renderMail({ subject: "🎹".repeat(151), paragraphs: [] });
  expect(subject).toBe(`${"🎹".repeat(149)}…`);
  expect(renderMail({ subject: "🎹".repeat(150), paragraphs: [] }).subject).toBe("🎹".repeat(150));
});

test("the link is in both forms, once", () => {
  const mail = renderMail({ subject: "s", paragraphs: ["p"], action: { label: "Go", url: LINK } });
  expect([countOf(mail.html, LINK), countOf(mail.text, LINK)]).toEqual([1, 1]);
  expect(mail.text).toContain(`Go:\n${LINK}\n`);
});

test("a mail loads nothing: no picture, no style, no script, no font from anywhere", () => {
  const { html } = renderMail({ subject: "s", paragraphs: ["p"] });
  expect(html).not.toMatch(/\ssrc=|url\(|@import|<link|<script|https?:/);
});

test("colours follow the reader's light or dark", () => {
  const { html } = renderMail({ subject: "s", paragraphs: ["p"] });
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain("@media (prefers-color-scheme: dark)");
});

test("people are greeted by the names they have", () => {
  expect(greeting("Ana")).toBe("Hello Ana,");
  expect(greeting(" J.R. ")).toBe("Hello J.R.,");
  expect(greeting("نور")).toBe("Hello نور,");
  expect(greeting("O’Neil 🎹")).toBe("Hello O’Neil 🎹,");
  expect(greeting("A\r\nB\u202e\u2066C")).toBe("Hello A BC,");
  expect(greeting("\u0000 \u200f")).toBe("Hello,");
  expect(greeting("x".repeat(41))).toBe(`Hello ${"x".repeat(39)}…,`);
  expect(greeting("x".repeat(40))).toBe(`Hello ${"x".repeat(40)},`);
});

test("a name that would become a link in somebody's mail program is left out", () => {
  for (const name of [
    "http://evil.test",
    "evil.com",
    "Win at evil.com now",
    "a@b.c",
    "WWW.x",
    "x://y",
  ]) {
    expect(greeting(name), name).toBe("Hello,");
  }
});
