import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { testRandom } from "../../tests/api.ts";
import { query } from "../../tests/database.ts";
import { createInstructor } from "../../tests/factories.ts";
import { watchDatabase } from "../../tests/watched-database.ts";
import { EMPTY_DRAFT } from "../domain/booking-draft.ts";
import { parseSettings } from "../env.ts";
import { createApp } from "./app.ts";
import { createPageDrafts } from "./page-drafts.ts";

const NOW = Date.UTC(2026, 11, 1, 15);
const PASSWORD = "correct horse battery";

/** The pages' drafts behind addresses of their own, and a browser that keeps its cookies. */
function createBrowser(DB: D1Database = env.DB) {
  const logged: string[] = [];
  const log = (event: string) => void logged.push(event);
  const app = createApp({
    settings: parseSettings({ RATE_LIMIT_SCALE: "1000" }),
    clock: () => NOW,
    random: testRandom,
    log,
    version: "test",
  });
  const of = (c: Parameters<typeof createPageDrafts>[0]) => createPageDrafts(c, testRandom, log);
  app.get("/draft/:id", async (c) => c.json((await of(c).open(c.req.param("id"))).draft));
  app.get("/save/:id/:note", async (c) => {
    const { cookies } = await of(c).save(c.req.param("id"), { studentNote: c.req.param("note") });
    for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
    return c.json(null);
  });
  app.get("/delete/:id", async (c) => c.json((await of(c).delete(c.req.param("id"))) ?? null));

  const jar = new Map<string, string>();
  const send = async (path: string, body?: object, headers: Record<string, string> = {}) => {
    const context = createExecutionContext();
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const request = new Request(`http://localhost${path}`, {
      method: body ? "POST" : "GET",
      ...(body && { body: JSON.stringify(body) }),
      headers: { cookie, ...(body && { "content-type": "application/json" }), ...headers },
    });
    const response = await app.fetch(request, { ...env, DB }, context);
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split("=") ?? [];
      jar.set(name, value);
    }
    // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
    const json: any = await response.json();
    await waitOnExecutionContext(context);
    return { status: response.status, json };
  };
  const email = `${testRandom.newId()}@example.test`;
  const register = () =>
    send("/api/auth/register", {
      ...{ email, password: PASSWORD, first_name: "Ada", last_name: "Byron" },
    });
  const login = () => send("/api/auth/login", { email, password: PASSWORD });
  return { jar, logged, send, register, login };
}

const countDrafts = async (instructorId: string) =>
  (await query("SELECT id FROM booking_drafts WHERE instructor_id = ?", instructorId)).length;

test("somebody unknown becomes a guest with the first choice, and the draft is theirs alone", async () => {
  const { id } = await createInstructor();
  const one = createBrowser();
  expect((await one.send(`/draft/${id}`)).json).toEqual(EMPTY_DRAFT);
  expect(one.jar.has("guest")).toBe(false);
  await one.send(`/save/${id}/hello`);
  expect(one.jar.has("guest")).toBe(true);
  expect((await one.send(`/draft/${id}`)).json).toMatchObject({ studentNote: "hello" });
  expect((await createBrowser().send(`/draft/${id}`)).json).toEqual(EMPTY_DRAFT);
});

test("a page that is fetched ahead chooses nothing", async () => {
  const { id } = await createInstructor();
  const { jar, send } = createBrowser();
  await send(`/save/${id}/ahead`, undefined, { "sec-purpose": "prefetch" });
  expect(jar.has("guest")).toBe(false);
  expect(await countDrafts(id)).toBe(0);
});

test("the draft comes along when the guest signs up, and is gone once it is deleted", async () => {
  const { id } = await createInstructor();
  const { jar, send, register } = createBrowser();
  await send(`/save/${id}/hello`);
  expect((await register()).status).toBe(201);
  jar.delete("guest");
  expect((await send(`/draft/${id}`)).json).toMatchObject({ studentNote: "hello" });
  expect(await countDrafts(id)).toBe(1);
  await send(`/delete/${id}`);
  expect(await countDrafts(id)).toBe(0);
});

test("a sign-in goes well also when the draft cannot be moved, and the next one moves it", async () => {
  let isDown = true;
  const watched = watchDatabase(env.DB, {
    beforeBatch: (sql) => {
      if (isDown && sql.some((text) => /UPDATE OR IGNORE booking_drafts/.test(text))) {
        throw new Error("down");
      }
    },
  });
  const { id } = await createInstructor();
  const { logged, send, register, login } = createBrowser(watched.db);
  await send(`/save/${id}/hello`);
  expect((await register()).status).toBe(201);
  expect(logged).toEqual(["drafts_not_moved"]);
  expect((await send(`/draft/${id}`)).json).toEqual(EMPTY_DRAFT);
  isDown = false;
  expect((await login()).status).toBe(200);
  expect((await send(`/draft/${id}`)).json).toMatchObject({ studentNote: "hello" });
});

test("a draft that cannot be deleted is written down, and no failure", async () => {
  const watched = watchDatabase(env.DB, {
    beforeBatch: (sql) => {
      if (sql.some((text) => /DELETE FROM booking_drafts/.test(text))) throw new Error("down");
    },
  });
  const { id } = await createInstructor();
  const { logged, send } = createBrowser(watched.db);
  await send(`/save/${id}/hello`);
  expect((await send(`/delete/${id}`)).status).toBe(200);
  expect(logged).toEqual(["draft_not_deleted"]);
});

test("a draft is opened in one round trip and saved in one", async () => {
  const { id } = await createInstructor();
  const watched = watchDatabase(env.DB);
  const { send } = createBrowser(watched.db);
  await send(`/save/${id}/hello`);
  expect(watched.batches).toHaveLength(1);
  await send(`/draft/${id}`);
  expect(watched.batches).toHaveLength(2);
});
