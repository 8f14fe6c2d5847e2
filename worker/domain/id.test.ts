import fc from "fast-check";
import { expect, test } from "vitest";
import { isId, toId } from "./id.ts";

const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

/** The number an id stands for, read digit by digit. */
function numberOf(id: string): bigint {
  const digits = [...id].map((digit) => "0123456789abcdefghjkmnpqrstvwxyz".indexOf(digit));
  return digits.reduce((value, digit) => value * 32n + BigInt(digit), 0n);
}

test("the bytes are written as one number in 26 digits of base 32", () => {
  fc.assert(
    fc.property(sixteenBytes, (bytes) => {
      const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      const id = toId(bytes);
      expect(id).toHaveLength(26);
      expect(numberOf(id)).toBe(BigInt(`0x${hex}`));
      expect(isId(id)).toBe(true);
    }),
  );
});

test("the smallest and the largest id", () => {
  expect(toId(new Uint8Array(16))).toBe("0".repeat(26));
  expect(toId(new Uint8Array(16).fill(255))).toBe(`7${"z".repeat(25)}`);
});

test("an id is made of 16 bytes, no more and no fewer", () => {
  expect(() => toId(new Uint8Array(15))).toThrow(RangeError);
  expect(() => toId(new Uint8Array(17))).toThrow(RangeError);
});

test("text of another form is no id", () => {
  const id = toId(new Uint8Array(16).fill(77));
  const others = [
    "",
    id.slice(1),
    `${id}0`,
    id.toUpperCase(),
    ` ${id.slice(1)}`,
    `8${"z".repeat(25)}`,
  ];
  for (const text of [...others, `0${"i".repeat(25)}`, `0${"u".repeat(25)}`, `${id}\n`]) {
    expect([text, isId(text)]).toEqual([text, false]);
  }
});
