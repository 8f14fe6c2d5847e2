import { createContext, useContext } from "react";

/** Set while rendering on the server only, so that the nonce never becomes data of the page. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
