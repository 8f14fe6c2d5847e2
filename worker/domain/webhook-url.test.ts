import { expect, test } from "vitest";
import { findTargetProblem } from "./webhook-url.ts";

const rules = { allowLoopback: false, ownHost: "instainstru.example.com" };
const problemOf = (url: string) => findTargetProblem(url, rules);

test("a public name under https is fine, whatever its path and query", () => {
  for (const url of [
    "https://example.com",
    "https://hooks.example.com:443/a/b?c=d",
    "https://xn--bcher-kva.example.com/",
    "https://10.example.com/",
    "https://localhost.example.com/",
  ]) {
    expect([url, problemOf(url)]).toEqual([url, null]);
  }
});

test("addresses are refused in every notation, private or not", () => {
  const hosts = [
    "127.0.0.1",
    "10.0.0.8",
    "169.254.169.254",
    "192.168.1.1",
    "8.8.8.8",
    "127.1",
    "0x7f.1",
    "0177.0.0.1",
    "2130706433",
    "0x7f000001",
    "127.0.0.1.",
    "127.0.0.1..",
    "１２７.０.０.１",
    "[::1]",
    "[fd00::1]",
    "[::ffff:127.0.0.1]",
    "[2001:4860:4860::8888]",
  ];
  for (const host of hosts) {
    expect([host, problemOf(`https://${host}/`)]).toEqual([host, "must be a public host name"]);
  }
});

test("names that lead into somebody's own network, to an address in their text, or to us are refused", () => {
  const hosts = [
    "localhost",
    "localhost.",
    "localhost..",
    "a..internal",
    "metadata.google.internal..",
    "127.0.0.1.nip.io..",
    "db.localdomain",
    "a.LOCALHOST",
    "router",
    "printer.local",
    "metadata.google.internal",
    "nas.home.arpa",
    "db.corp",
    "127.0.0.1.nip.io",
    "app.localtest.me",
    "instainstru.example.com",
    "www.instainstru.example.com",
  ];
  for (const host of hosts) {
    expect([host, problemOf(`https://${host}/`)]).toEqual([host, "must be a public host name"]);
  }
});

test("other schemes and ports, names and passwords, fragments and what is no URL are refused", () => {
  const wrong: [string, string][] = [
    ["http://example.com", "must begin with https://"],
    ["ftp://example.com", "must begin with https://"],
    ["javascript:alert(1)", "must begin with https://"],
    ["https://example.com:8443", "must use port 443"],
    ["https://example.com:80", "must use port 443"],
    ["https://a:b@example.com", "must not hold a name or password"],
    ["https://example.com@127.0.0.1", "must not hold a name or password"],
    ["https://example.com/#a", "must not have a fragment"],
    ["example.com", "must be a URL of at most 500 characters"],
    ["", "must be a URL of at most 500 characters"],
    [`https://example.com/${"a".repeat(481)}`, "must be a URL of at most 500 characters"],
  ];
  for (const [url, problem] of wrong) expect([url, problemOf(url)]).toEqual([url, problem]);
  expect(problemOf(`https://example.com/${"a".repeat(480)}`)).toBeNull();
});

test("this machine is allowed where a setting says so, and nothing else is", () => {
  const local = (url: string) => findTargetProblem(url, { ...rules, allowLoopback: true });
  for (const url of ["http://127.0.0.1:4000/", "https://localhost/", "http://[::1]:1/"]) {
    expect([url, local(url)]).toEqual([url, null]);
  }
  for (const url of ["http://10.0.0.1/", "https://127.0.0.2/", "ftp://localhost/"]) {
    expect(local(url)).not.toBeNull();
  }
});
