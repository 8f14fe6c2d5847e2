// Runs under whatever Node a newcomer has (20 or later), before anything is installed: only node:
// modules here. Everything else runs under the Node that npm installs for the project.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROJECT_NODE = `${ROOT}node_modules/node/bin/node`;
const OLDEST_NODE = 20;
/** The first one that runs TypeScript files without a flag. */
const TYPESCRIPT_NODE = 24;
const STARTED_BY = process.ppid;
const ORPHAN_CHECK_MS = 250;

/** Installs what package-lock.json names if anything of it is missing, then runs a TypeScript file. */
export async function runScript(file) {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < OLDEST_NODE)
    fail(`Node ${OLDEST_NODE} or later is needed; this is ${process.version}.`);
  if (!isInstalled()) await install();
  const node = existsSync(PROJECT_NODE) ? PROJECT_NODE : process.execPath;
  if (node === process.execPath && major < TYPESCRIPT_NODE) {
    fail("npm did not install the project's own Node. Allow its install script, or use Node 24.");
  }
  const path = `${ROOT}node_modules/.bin:${process.env.PATH}`;
  // Over the IPC channel the script notices the end of this process, however it ends.
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  const args = [`${ROOT}scripts/${file}`, ...process.argv.slice(2)];
  process.exit(await run(node, args, { stdio, env: { ...process.env, PATH: path } }));
}

/** Whether the packages that npm says it installed are those of package-lock.json. */
function isInstalled() {
  const installed = readPackages("node_modules/.package-lock.json");
  if (!installed) return false;
  const locked = readPackages("package-lock.json") ?? {};
  return Object.entries(locked).every(([path, { version, optional, devOptional }]) => {
    if (path === "") return true;
    const found = installed[path];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(`${ROOT}${file}`, "utf8")).packages;
  } catch {
    return null;
  }
}

async function install() {
  console.log("Installing packages (once, a minute or so) …");
  const npm = process.env.npm_execpath;
  // As `npm ci`, this takes the versions of package-lock.json and leaves that file alone; but it does
  // not give up over platform packages that another npm version would have listed.
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const args = ["install", "--no-save", "--include=dev", ...quiet];
  const code = npm
    ? await run(process.execPath, [npm, ...args], { stdio: "inherit" })
    : await run("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  if (code !== 0) fail("npm could not install the packages; its own message is above.");
}

/** The exit code of a program that gets the signals sent to this one. */
function run(command, args, options) {
  const child = spawn(command, args, { cwd: ROOT, ...options });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  const watch = setInterval(() => wasLeftByNpm() && child.kill(), ORPHAN_CHECK_MS);
  return new Promise((resolve) => {
    child.on("error", (error) => fail(`${command} did not start: ${error.message}`));
    child.on("exit", (code) => {
      for (const signal of signals) process.off(signal, forward);
      clearInterval(watch);
      resolve(code ?? 1);
    });
  });
}

/** Whoever ends npm from outside ends only the shell that it put in between. */
function wasLeftByNpm() {
  return process.env.npm_lifecycle_event !== undefined && process.ppid !== STARTED_BY;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
