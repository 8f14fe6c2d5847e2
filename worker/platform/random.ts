import { toId } from "../domain/id.ts";

/** Where ids and secrets come from; tests pass one that they can predict. */
export interface RandomSource {
  /** An opaque id: 128 random bits. */
  newId(): string;
  /** A secret for a cookie or a link: 256 random bits, URL-safe. */
  newToken(): string;
}

export const systemRandom: RandomSource = {
  newId: () => toId(crypto.getRandomValues(new Uint8Array(16))),
  newToken: () =>
    btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", ""),
};
