import type { BackupManifest } from "../domain/backup.ts";
import { sha256Bytes } from "./hash.ts";

const FOLDER = "backups/";
const ENDING = ".sql.gz";

export type BackupStore = ReturnType<typeof createBackupStore>;

/** Backups in a bucket: a compressed file, and beside it a manifest. */
export function createBackupStore(bucket: R2Bucket) {
  return {
    /**
     * Keeps SQL under a name. The manifest is written last, so that what broke off on the way is never
     * taken for whole. Answers the bytes kept.
     */
    async put(
      name: string,
      sql: string,
      facts: Omit<BackupManifest, "format" | "bytes" | "sha256">,
    ): Promise<number> {
      const compressed = new Blob([sql]).stream().pipeThrough(new CompressionStream("gzip"));
      const file = await new Response(compressed).arrayBuffer();
      const manifest: BackupManifest = {
        format: 1,
        ...facts,
        bytes: file.byteLength,
        sha256: await sha256Bytes(file),
      };
      await bucket.put(`${FOLDER}${name}${ENDING}`, file);
      await bucket.put(`${FOLDER}${name}.json`, `${JSON.stringify(manifest, null, 2)}\n`);
      return file.byteLength;
    },

    /** The names of all backups; there are never more than one listing holds. */
    async list(): Promise<string[]> {
      const { objects } = await bucket.list({ prefix: FOLDER });
      const files = objects.filter(({ key }) => key.endsWith(ENDING));
      return files.map(({ key }) => key.slice(FOLDER.length, -ENDING.length));
    },

    async remove(names: readonly string[]): Promise<void> {
      if (names.length === 0) return;
      await bucket.delete(
        names.flatMap((name) => [`${FOLDER}${name}.json`, `${FOLDER}${name}${ENDING}`]),
      );
    },
  };
}
