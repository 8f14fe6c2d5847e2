/** What the guarded commands need of a database, wherever it is. */
export interface TierDatabase {
  /** The rows of one statement. */
  query<Row>(sql: string): Promise<Row[]>;
  /** Runs SQL text, all of it or nothing. */
  run(sql: string): Promise<void>;
  /** Applies the migrations that are not applied yet. */
  migrate(): Promise<void>;
  /** SQL that makes a fresh database equal to this one, as it was at one moment. */
  dump(): Promise<string>;
  /** The name of a moment to come back to. */
  captureRestorePoint(): Promise<string>;
  close(): Promise<void>;
}
