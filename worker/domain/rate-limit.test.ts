import { expect, test } from "vitest";
import { clientNetwork, limitState } from "./rate-limit.ts";

test("an address of IPv4 is a client, and of IPv6 the network of its first 64 bits", () => {
  expect(clientNetwork("203.0.113.7")).toBe("203.0.113.7");
  const same = ["2001:db8:1:2::1", "2001:DB8:1:2:ffff::", "2001:0db8:0001:0002:3:4:5:6"];
  expect(same.map(clientNetwork)).toEqual(Array(3).fill("2001:db8:1:2"));
  expect(clientNetwork("2001:db8:1:3::1")).toBe("2001:db8:1:3");
  expect(clientNetwork("2001:db8::1")).toBe("2001:db8:0:0");
  expect(clientNetwork("::1")).toBe("0:0:0:0");
});

test("the quota is used up by its last request, and met by the next", () => {
  const at = (count: number) =>
    limitState("public-reads", { startedAt: 0, count }, { scale: 1, now: 59_001 });
  expect(at(99)).toMatchObject({ remaining: 1, isExceeded: false });
  expect(at(100)).toMatchObject({ remaining: 0, isExceeded: false });
  expect(at(101)).toMatchObject({ remaining: 0, isExceeded: true, resetSeconds: 1 });
});
