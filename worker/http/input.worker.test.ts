import { expect, test } from "vitest";
import { createTestApi } from "../../tests/api.ts";
import { createInstructor } from "../../tests/factories.ts";

const api = createTestApi({ now: "2026-12-01T15:00:00Z" });
const LIMIT = 64 * 1024;

/** A body of so many bytes that asks about one slot, padded with spaces. */
function slotBody(bytes: number): string {
  const body = JSON.stringify({
    items: [{ start_at: "2026-12-02T16:00:00Z", duration_minutes: 60 }],
  });
  return body.padEnd(bytes, " ");
}

/** Sent piece by piece, without saying beforehand how long it is. */
function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

/** Half of a body, until the other half is sent or never will be. */
function bySomebodySlow(text: string) {
  const bytes = new TextEncoder().encode(text);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const isHalfSent = writer.write(bytes.slice(0, 100));
  return {
    body: readable,
    finish: () => isHalfSent.then(() => writer.write(bytes.slice(100))).then(() => writer.close()),
    breakOff: () => isHalfSent.then(() => writer.abort(new Error("The line is cut."))),
  };
}

async function checkPath(): Promise<string> {
  const { id } = await createInstructor();
  return `/api/public/instructors/${id}/check-slots`;
}

test("64 KiB are read, and one byte more is 413, whatever is in it", async () => {
  const path = await checkPath();
  expect((await api.post(path, slotBody(LIMIT))).status).toBe(200);
  for (const body of [slotBody(LIMIT + 1), "{".repeat(LIMIT + 1), "é".repeat(LIMIT / 2 + 1)]) {
    const { status, json } = await api.post(path, body);
    expect([status, json.code]).toEqual([413, "payload_too_large"]);
  }
});

test("a body that comes in pieces and does not say its length is counted all the same", async () => {
  const path = await checkPath();
  expect((await api.post(path, inPieces(slotBody(LIMIT), 1000))).status).toBe(200);
  for (const size of [1000, LIMIT, 10 * LIMIT]) {
    const { status, json } = await api.post(path, inPieces(slotBody(LIMIT + 1), size));
    expect([status, json.code]).toEqual([413, "payload_too_large"]);
  }
});

test("a body that comes slowly keeps nobody waiting but who sends it, and is read to its end", async () => {
  const path = await checkPath();
  const slow = bySomebodySlow(slotBody(200));
  let isAnswered = false;
  const answer = api.post(path, slow.body).finally(() => {
    isAnswered = true;
  });
  const others = await Promise.all(Array.from({ length: 20 }, () => api.post(path, slotBody(200))));
  expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
  expect(isAnswered).toBe(false);
  slow.finish();
  expect((await answer).status).toBe(200);
});

test("a body that stops half way is refused, and is no failure of ours", async () => {
  const path = await checkPath();
  const slow = bySomebodySlow(slotBody(200));
  const answer = api.post(path, slow.body);
  slow.breakOff();
  const { status, json } = await answer;
  expect([status, json.code]).toEqual([400, "malformed_json"]);
});

test("a length that is told is believed before anything is read", async () => {
  const path = await checkPath();
  const headers = { "content-length": String(LIMIT + 1) };
  const { status, json } = await api.post(path, inPieces(slotBody(100), 10), { headers });
  expect([status, json.code]).toEqual([413, "payload_too_large"]);
});

test("JSON is read with any spelling of its media type, and nothing else is", async () => {
  const path = await checkPath();
  const typesOf = async (types: string[]) => {
    const statuses = types.map(async (type) => {
      const headers = { "content-type": type };
      return (await api.post(path, slotBody(0), { headers })).status;
    });
    return new Set(await Promise.all(statuses));
  };
  expect(
    await typesOf(["application/json", "Application/JSON ; charset=utf-8", "application/json;"]),
  ).toEqual(new Set([200]));
  expect(
    await typesOf([
      "",
      "text/plain",
      "text/json",
      "application/jsonp",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain; application/json",
      "json",
    ]),
  ).toEqual(new Set([415]));
});

test("bytes that are no UTF-8 become no text that passes", async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('{"items":"'), 0xff, 0xfe, 0x22]);
  const { status, json } = await api.post(await checkPath(), bytes);
  expect([status, json.code]).toEqual([400, "malformed_json"]);
});

test("thousands of wrong items make a short answer", async () => {
  const items = Array.from({ length: 10_000 }, () => 1);
  const { status, json, text } = await api.post(await checkPath(), { items });
  expect([status, json.errors.length]).toEqual([422, 20]);
  expect(text.length).toBeLessThan(2000);
});

test("the name of an unknown field is told only as far as it can be a name", async () => {
  const fieldOf = async (name: string) =>
    (await api.post("/api/auth/login", { email: "a@b.co", password: "x", [name]: 1 })).json
      .errors[0].path;
  expect(await fieldOf("role")).toBe("role");
  expect(await fieldOf("<img src=x>")).toBe("_img_src_x_");
  expect(await fieldOf("x".repeat(1000))).toBe("x".repeat(64));
  const odd = await api.get(`/api/instructors?${encodeURIComponent("<b>")}=1`);
  expect(odd.json.detail).toBe("One of the parameters is not known here.");
});
