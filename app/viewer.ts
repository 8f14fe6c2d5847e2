import type { Permission, Role } from "../worker/domain/permission.ts";

/** Whoever is signed in, as every page knows them. */
export interface Viewer {
  firstName: string;
  lastName: string;
  roles: Role[];
  /** The effective ones: what the guards see. */
  permissions: Permission[];
}
