import { scryptSync } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword, NOBODYS_HASH, verifyPassword } from "./password.ts";

const PASSWORD = "seven green tables";

test("a hash opens to its password and to no other", async () => {
  const hash = await hashPassword(PASSWORD);
  expect(await verifyPassword(PASSWORD, hash)).toBe(true);
  expect(await verifyPassword(`${PASSWORD} `, hash)).toBe(false);
  expect(await verifyPassword("", hash)).toBe(false);
});

test("a hash tells how it was made, and the same password never gives the same one", async () => {
  const [first, second] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
  expect(first).not.toBe(second);
  const [scheme, N, r, p, salt = "", key = ""] = first.split("$");
  expect([scheme, N, r, p]).toEqual(["scrypt", "16384", "8", "5"]);
  expect(Buffer.from(salt, "base64")).toHaveLength(16);
  expect(Buffer.from(key, "base64")).toHaveLength(32);
  expect(first).not.toContain(PASSWORD);
});

test("a hash made at another cost still opens", async () => {
  const salt = Buffer.from("sixteen bytes!!!");
  const key = scryptSync(PASSWORD, salt, 32, { N: 1024, r: 8, p: 1 });
  const hash = `scrypt$1024$8$1$${salt.toString("base64")}$${key.toString("base64")}`;
  expect(await verifyPassword(PASSWORD, hash)).toBe(true);
  expect(await verifyPassword("another password", hash)).toBe(false);
});

test("letters composed in one way or another are one password", async () => {
  const hash = await hashPassword("caf\u00e9 au lait");
  expect(await verifyPassword("cafe\u0301 au lait", hash)).toBe(true);
  expect(await verifyPassword("cafe au lait", hash)).toBe(false);
});

test("what is no hash opens to nothing", async () => {
  const [, , , , salt, key] = (await hashPassword(PASSWORD)).split("$");
  for (const broken of [
    "",
    "none",
    PASSWORD,
    "scrypt$16384$8$5",
    "scrypt$16384$8$5$$",
    `scrypt$16384$8$5$${salt}$`,
    `bcrypt$16384$8$5$${salt}$${key}`,
    `scrypt$16384$8$5$${salt}$${Buffer.from("short").toString("base64")}`,
  ]) {
    expect([broken, await verifyPassword(PASSWORD, broken)]).toEqual([broken, false]);
  }
});

test("what is checked where there is no account costs as much as a real hash, and no password has it", async () => {
  const shape = (hash: string) => {
    const [scheme, N, r, p, salt = "", key = ""] = hash.split("$");
    return [scheme, N, r, p, atob(salt).length, atob(key).length];
  };
  expect(shape(NOBODYS_HASH)).toEqual(shape(await hashPassword("seven green tables")));
  for (const password of ["", "\0".repeat(32), "seven green tables"]) {
    expect(await verifyPassword(password, NOBODYS_HASH)).toBe(false);
  }
});
