import fc from "fast-check";
import { expect, test } from "vitest";
import { maskEmail, toEmail } from "./email-address.ts";

test("one address has one spelling", () => {
  expect(toEmail("  Ann.Lee+x@Example.TEST ")).toBe("ann.lee+x@example.test");
  expect(toEmail("e\u0301@example.test")).toBe("\u00e9@example.test");
});

test("a masked address keeps the first letters and the last part of the domain", () => {
  expect(maskEmail("sarah@demo.test")).toBe("s•••@d•••.test");
  expect(maskEmail("s@mail.demo.co.uk")).toBe("s•••@m•••.uk");
});

test("a masked address tells neither the name, nor the domain, nor how long they are", () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.emailAddress(), (one, other) => {
      const masked = maskEmail(one);
      const [name = "", domain = ""] = one.split("@");
      const topLevel = domain.slice(domain.lastIndexOf("."));
      expect(masked).toBe(`${name[0]}•••@${domain[0]}•••${topLevel}`);
      const sameEnds = `${name[0]}${other.split("@")[0]}@${domain[0]}xyz${topLevel}`;
      expect(maskEmail(sameEnds)).toBe(masked);
    }),
  );
});
