import { parseSettings, SETTING_NAMES } from "../worker/env.ts";
import { StartError } from "./command.ts";

/** A local run is one client with many hands, so the limits for one client are raised; its log is for failures. */
const LOCAL_SETTINGS = { RATE_LIMIT_SCALE: "1000", LOG_SAMPLE: "0" };

/** The Worker's settings that the environment gives. Throws StartError naming the first bad one. */
export function readSettings(environment: NodeJS.ProcessEnv): Record<string, string> {
  const given = SETTING_NAMES.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value]];
  });
  const settings = { ...LOCAL_SETTINGS, ...Object.fromEntries(given) };
  try {
    parseSettings(settings);
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
  return settings;
}
