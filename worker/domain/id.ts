/** Crockford's base 32: no i, l, o or u, so that an id cannot be misread or spell a word. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const ID_BYTES = 16;

/** 16 random bytes as the 26 characters of an id. Throws RangeError for another number of bytes. */
export function toId(bytes: Uint8Array): string {
  if (bytes.length !== ID_BYTES) throw new RangeError(`An id is made of ${ID_BYTES} bytes.`);
  let id = "";
  let pending = 0;
  // 26 characters hold 130 bits: two zero bits come first, so the first character is 0..7.
  let pendingBits = 2;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    pendingBits += 8;
    while (pendingBits >= 5) {
      pendingBits -= 5;
      id += ALPHABET.charAt(pending >> pendingBits);
      pending &= (1 << pendingBits) - 1;
    }
  }
  return id;
}

/** A number from 0 up to, not including, `below` (at most 2^20): ids of random bits spread evenly. */
export function spreadId(id: string, below: number): number {
  let bits = 0;
  for (const character of id.slice(-6)) bits = bits * 32 + ALPHABET.indexOf(character);
  return bits % below;
}

/** Whether the text has the form of an id; it need not belong to anything. */
export function isId(text: string): boolean {
  return /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text);
}
