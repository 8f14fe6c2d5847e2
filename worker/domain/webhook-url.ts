const LONGEST_URL = 500;

/** Names that never lead out of somebody's own network or machine. */
const PRIVATE_SUFFIXES = [
  "localhost",
  "localdomain",
  "local",
  "internal",
  "intranet",
  "private",
  "corp",
  "home",
  "lan",
  "home.arpa",
  "in-addr.arpa",
  "ip6.arpa",
  "test",
  "invalid",
  "example",
  "onion",
];

/** Public names whose addresses are whatever their text says, loopback included. */
const ADDRESS_SUFFIXES = ["nip.io", "sslip.io", "xip.io", "localtest.me", "lvh.me", "vcap.me"];

export interface TargetRules {
  /** For tests on one machine. */
  allowLoopback: boolean;
  /** Ours: it would only tell us what we know. */
  ownHost: string;
}

/**
 * Why nothing may be sent there, as a sentence's end; null where it may. Judged by the form of the host:
 * a Worker cannot ask which address a name has.
 */
export function findTargetProblem(text: string, rules: TargetRules): string | null {
  const url = text.length <= LONGEST_URL ? URL.parse(text) : null;
  if (!url) return `must be a URL of at most ${LONGEST_URL} characters`;
  if (url.username || url.password) return "must not hold a name or password";
  if (url.hash) return "must not have a fragment";
  if (rules.allowLoopback && isLoopback(url)) return null;
  if (url.protocol !== "https:") return "must begin with https://";
  if (url.port !== "") return "must use port 443";
  return isPublicName(url.hostname, rules.ownHost) ? null : "must be a public host name";
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return /^https?:$/.test(protocol) && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

/** Addresses in whatever notation have become dotted decimals or brackets by now. */
function isPublicName(hostname: string, ownHost: string): boolean {
  const name = hostname.replace(/\.$/, "").toLowerCase();
  if (name.startsWith("[") || /(^|\.)[0-9]+$/.test(name)) return false;
  // Of labels that are all there: "localhost.." is no name, but some take it for "localhost".
  const labels = name.split(".");
  if (labels.length < 2 || labels.includes("")) return false;
  const isUnder = (suffix: string) => name === suffix || name.endsWith(`.${suffix}`);
  return ![...PRIVATE_SUFFIXES, ...ADDRESS_SUFFIXES, ownHost].some(isUnder);
}
