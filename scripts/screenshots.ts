import { mkdir } from "node:fs/promises";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { DEMO_EMAILS, DEMO_PASSWORD } from "../db/seed/demo.ts";
import { ROOT, runMain } from "./command.ts";
import { BROWSER, serveDemo } from "./demo-site.ts";
import type { Served } from "./serve.ts";

const FOLDER = `${ROOT}docs/screenshots`;
const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"] as const;
/** What lies further down is cut off. */
const MOST_HEIGHT = 1600;
/** The pictures stand side by side at this share of their size. */
const SCALE = 0.4;

type Who = keyof typeof DEMO_EMAILS | "guest";

/** By name: the pages as each kind of visitor sees them. */
const PAGES: Record<Who, Record<string, string>> = {
  guest: {
    home: "/",
    services: "/services",
    search: "/search?q=piano",
    "search-nothing": "/search?q=underwater+basket+weaving",
    instructor: "/instructors/:instructor",
    "instructor-long": "/instructors/:long",
    login: "/login",
    signup: "/signup",
    offline: "/offline",
    missing: "/no/such/page",
    components: "/dev/components",
  },
  student: {
    "home-student": "/",
    lessons: "/lessons",
    lesson: "/lessons/:lesson",
    account: "/account",
    "account-privacy": "/account/privacy",
  },
  instructor: {
    teach: "/teach",
    "teach-availability": "/teach/availability",
    "teach-offerings": "/teach/offerings",
    "teach-bookings": "/teach/bookings",
  },
  admin: {
    "admin-users": "/admin/users",
    "admin-announcements": "/admin/announcements/new",
    "admin-analytics": "/admin/analytics/search",
  },
};

/** Writes one picture for each page: three widths, in light and dark. Names given are the only ones. */
async function shootAll(): Promise<number> {
  const wanted = process.argv.slice(2);
  const served = await serveDemo();
  const longId = await stretchInstructor(served);
  const browser = await chromium.launch(BROWSER);
  await mkdir(FOLDER, { recursive: true });
  for (const [who, pages] of Object.entries(PAGES) as [Who, Record<string, string>][]) {
    const context = await browser.newContext({ baseURL: served.url, reducedMotion: "reduce" });
    if (who !== "guest") await logIn(context, DEMO_EMAILS[who]);
    for (const [name, path] of Object.entries(pages)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const shots = await shoot(context, (await fillIn(context, path)).replace(":long", longId));
      await writeSheet(browser, name, shots);
      console.log(name);
    }
    await context.close();
  }
  await browser.close();
  await served.stop();
  return 0;
}

/** Somebody with the longest names, much to teach and nothing to say; answers their id. */
async function stretchInstructor({ mf }: Served): Promise<string> {
  const db = (await mf.getD1Database("DB")) as unknown as D1Database;
  const found = await db.prepare("SELECT id FROM instructors ORDER BY id LIMIT 1").first("id");
  const id = String(found);
  await db.batch([
    db
      .prepare("UPDATE users SET first_name = ?, last_name = ? WHERE id = ?")
      .bind("Maximiliane-Theodora-Alexandra", "Featherstonehaugh-Cholmondeley", id),
    db.prepare("UPDATE instructors SET bio = '' WHERE id = ?").bind(id),
    db
      .prepare(
        `INSERT OR IGNORE INTO offerings (id, instructor_id, service_slug, hourly_rate_cents,
           duration_options, location_types, levels, audiences, description, is_active,
           created_at, updated_at)
         SELECT 'long-' || s.slug, ?, s.slug, 12550, '[30,45,60,90,120,240]', '["online"]', '[]',
           '[]', '', 1, 0, 0
         FROM services AS s ORDER BY length(s.name) DESC LIMIT 10`,
      )
      .bind(id),
  ]);
  return id;
}

async function logIn({ request }: BrowserContext, email: string): Promise<void> {
  const answer = await request.post("/api/auth/login", {
    data: { email, password: DEMO_PASSWORD },
  });
  if (!answer.ok()) throw new Error(`Signing in was answered with ${answer.status()}.`);
}

/** Puts the first instructor and the visitor's next lesson into a path. */
async function fillIn({ request }: BrowserContext, path: string): Promise<string> {
  const first = async (list: string) => {
    const { items } = (await (await request.get(list)).json()) as { items: { id: string }[] };
    return items[0]?.id ?? "";
  };
  if (path.includes(":instructor")) {
    return path.replace(":instructor", await first("/api/instructors?service=piano&per_page=1"));
  }
  if (path.includes(":lesson")) return path.replace(":lesson", await first("/api/bookings"));
  return path;
}

async function shoot(context: BrowserContext, path: string): Promise<string[]> {
  const page = await context.newPage();
  const shots: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path, { waitUntil: "networkidle" });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(height, MOST_HEIGHT) });
      // What takes the focus is not always on top.
      await page.evaluate(() => window.scrollTo(0, 0));
      const png = await page.screenshot();
      shots.push(`data:image/png;base64,${png.toString("base64")}`);
    }
  }
  await page.close();
  return shots;
}

async function writeSheet(browser: Browser, name: string, shots: string[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2000, height: 800 } });
  const images = shots.map(
    (src, index) => `<img src="${src}" width="${(WIDTHS[index % WIDTHS.length] ?? 0) * SCALE}">`,
  );
  await page.setContent(`<!DOCTYPE html><style>body{margin:12px;background:#888;display:flex;gap:12px;
    align-items:flex-start;width:max-content}</style>${images.join("")}`);
  await page.locator("body").screenshot({
    path: `${FOLDER}/${name}.jpg`,
    type: "jpeg",
    quality: 60,
  });
  await page.close();
}

await runMain(shootAll);
