import { expect, test } from "vitest";
import { clientNetwork } from "./client-network.ts";

test("a client of IPv4 is its address", () => {
  expect(clientNetwork("203.0.113.9")).toBe("203.0.113.9");
});

test("a client of IPv6 is the network of its first 64 bits, however its address is written", () => {
  for (const address of [
    "2001:db8:1:2::1",
    "2001:DB8:1:2:ffff::",
    "2001:db8:1:2:3:4:5:6",
    "2001:0DB8:0001:0002:ffff:ffff:ffff:ffff",
    "2001:db8:1:2:0:0:0:0%eth0",
  ]) {
    expect(clientNetwork(address), address).toBe("2001:db8:1:2");
  }
  expect(clientNetwork("::1")).toBe("0:0:0:0");
  expect(clientNetwork("fe80::1%en0")).toBe("fe80:0:0:0");
  expect(clientNetwork("2001:db8::")).toBe("2001:db8:0:0");
  expect(clientNetwork("2001:db8:1:3::1")).toBe("2001:db8:1:3");
});
