import { runMain } from "./command.ts";
import { runDb } from "./run-db.ts";
import { thisProcess } from "./world.ts";

await runMain(() => runDb(thisProcess()));
