import { serve } from "../scripts/serve.ts";

// Serves the data of a folder until it is killed; nothing here expects to end well.
const [, , persist] = process.argv;
if (!persist) throw new Error("Name the folder.");
const bindings = { RATE_LIMIT_SCALE: "100000" };
const { url } = await serve({ port: 0, direct: true, persist, bindings });
process.send?.(url);
