/** A page as Markdown, for programs that read rather than look. */
export function answerMarkdown(lines: readonly string[]): Response {
  return new Response(`${lines.join("\n")}\n`, {
    headers: {
      "content-type": "text/markdown; charset=utf-8",
      "cache-control": "public, max-age=60",
    },
  });
}

/** What people wrote, as text of one line: nothing in it is Markdown, or HTML, any more. */
export function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_{}[\]()#+\-.!|<>~]/g, "\\$&")
    .trim();
}
