/**
 * What a client is known by: its address, of IPv6 only the network of the first 64 bits, in one way of
 * writing it. Whoever has one address of those has 2^64 of them, and a home is one network.
 */
export function clientNetwork(address: string): string {
  if (!address.includes(":")) return address;
  const [head, tail] = address.toLowerCase().replace(/%.*/, "").split("::") as [string, string?];
  const groups = (text: string) => text.split(":").filter((group) => group !== "");
  const [first, last] = [groups(head), groups(tail ?? "")];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array<string>(zeros).fill("0"), ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
