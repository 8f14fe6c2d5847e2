// The next free times of an instructor, on any page:
// <script async src="https://…/widget.js" data-instructor="ID" data-minutes="60" data-theme="auto"></script>
(() => {
  const script = document.currentScript;
  const { instructor, minutes = "60", theme = "auto", accent, days = "3" } = script.dataset;
  const site = new URL(script.src).origin;
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  script.after(host);

  const dark = ":host{--bg:#1c1428;--ink:#f4f1f9;--soft:#bfb5ce;--line:#8d7fa3;--main:#d0adfb}";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host{--bg:#fff;--ink:#111827;--soft:#4b5563;--line:#8b8298;--main:#7e22ce;display:block}
    ${theme === "dark" ? dark : theme === "auto" ? `@media (prefers-color-scheme:dark){${dark}}` : ""}
    section{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--bg);
      border:1px solid var(--line);border-radius:16px;padding:16px;max-width:28rem}
    h2{font-size:1.125rem;margin:0}p{margin:.25rem 0 .75rem;color:var(--soft);font-size:.875rem}
    h3{font-size:.875rem;margin:.75rem 0 .375rem}ul{display:flex;flex-wrap:wrap;gap:8px;margin:0;padding:0;list-style:none}
    a{color:var(--main)}li a{display:grid;place-items:center;min-height:44px;padding:0 14px;border:1px solid var(--line);
      border-radius:12px;font-weight:600;text-decoration:none}li a:hover{text-decoration:underline}
    a:focus-visible{outline:3px solid var(--main);outline-offset:2px}`);
  root.adoptedStyleSheets = [sheet];
  // As the page's owner wishes, if it is a colour at all.
  if (accent && CSS.supports("color", accent)) host.style.setProperty("--main", accent);

  const add = (parent, tag, text, attributes = {}) => {
    const element = parent.appendChild(document.createElement(tag));
    if (text) element.textContent = text;
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return element;
  };
  const box = add(root, "section", "", { "aria-labelledby": "t", "aria-busy": "true" });
  const title = add(box, "h2", "Free times", { id: "t" });
  const note = add(box, "p", "Looking for free times …", { role: "status" });
  const length = Math.max(15, Math.round(Number(minutes) / 15) * 15 || 60);
  const profile = `${site}/instructors/${encodeURIComponent(instructor)}`;

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const place = zone.split("/").at(-1).replaceAll("_", " ");
  const dayOf = new Intl.DateTimeFormat(undefined, {
    weekday: "long",
    month: "short",
    day: "numeric",
  });
  const timeOf = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });

  /** Every quarter of an hour at which a lesson fits into what is free. */
  const startsOf = (slots) =>
    slots.flatMap(({ start_at, end_at }) => {
      const starts = [];
      for (
        let at = Math.ceil(Date.parse(start_at) / 9e5) * 9e5;
        at + length * 6e4 <= Date.parse(end_at);
        at += 9e5
      )
        starts.push(at);
      return starts;
    });

  const show = (answer) => {
    title.textContent = `Free times of ${answer.instructor_name}`;
    const all = Object.values(answer.availability_by_date ?? {}).flatMap((day) =>
      startsOf(day.available_slots),
    );
    const byDay = new Map();
    // Days are the reader's own, whatever clock the instructor lives by.
    for (const at of all) {
      const day = dayOf.format(at);
      byDay.set(day, [...(byDay.get(day) ?? []), at]);
    }
    note.textContent = byDay.size
      ? `Lessons of ${length} minutes. All times in ${place} time.`
      : answer.availability_by_date
        ? "No free times in the next weeks."
        : "";
    for (const [day, starts] of [...byDay].slice(0, Number(days) || 3)) {
      add(box, "h3", day);
      const list = add(box, "ul");
      for (const at of starts.slice(0, 6)) {
        const start = new Date(at).toISOString().replace(".000", "");
        add(add(list, "li"), "a", timeOf.format(at), {
          href: `${profile}/book?duration=${length}&start_at=${encodeURIComponent(start)}`,
          target: "_blank",
          rel: "noopener",
          "aria-label": `${day}, ${timeOf.format(at)}`,
        });
      }
    }
  };

  const finish = () => {
    box.setAttribute("aria-busy", "false");
    add(add(box, "p"), "a", "See all times and book", {
      href: profile,
      target: "_blank",
      rel: "noopener",
    });
  };

  fetch(`${site}/api/public/instructors/${encodeURIComponent(instructor)}/availability`)
    .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
    .then(show)
    .catch((status) => {
      note.textContent =
        status === 404
          ? "This instructor cannot be booked at the moment."
          : "Free times could not be loaded.";
    })
    .finally(finish);
})();
