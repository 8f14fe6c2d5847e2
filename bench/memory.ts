import { readdir, readFile } from "node:fs/promises";

/** Bytes that the runtime started by this process holds; null where the system does not tell. */
export async function measureRuntimeBytes(): Promise<number | null> {
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    const isOurs = status.includes(`\nPPid:\t${process.pid}\n`) && /^Name:\tworkerd/.test(status);
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    if (isOurs && kilobytes) return Number(kilobytes) * 1024;
  }
  return null;
}
