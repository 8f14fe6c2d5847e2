import { createTestApi, type TestResponse } from "./api.ts";

/** An API with the limits as they are for everybody. */
export function createStrictApi(now: number, settings: Record<string, string> = {}) {
  return createTestApi({ now, settings: { RATE_LIMIT_SCALE: "1", ...settings } });
}

let serial = 0;

/** The address of a client that nobody else in this file is. */
export function newClient(): { "cf-connecting-ip": string } {
  serial += 1;
  return { "cf-connecting-ip": `203.0.${serial >> 8}.${serial & 255}` };
}

export const statusesOf = (answers: TestResponse[]) => answers.map(({ status }) => status);

/** The statuses of so many requests, one after the other. */
export async function repeat(times: number, send: (index: number) => Promise<TestResponse>) {
  const answers = [];
  for (let index = 0; index < times; index += 1) answers.push(await send(index));
  return statusesOf(answers);
}
