import { useRouteLoaderData } from "@remix-run/react";
import type { Permission } from "../worker/domain/permission.ts";
import type { Viewer } from "./viewer.ts";

export interface PermissionSet {
  has(permission: Permission): boolean;
  hasAny(permissions: readonly Permission[]): boolean;
  hasAll(permissions: readonly Permission[]): boolean;
}

/** The effective permissions of whoever looks at the page, none while signed out: the guard's own set. */
export function usePermissions(): PermissionSet {
  return toPermissionSet(
    useRouteLoaderData<{ viewer: Viewer | null }>("root")?.viewer?.permissions ?? [],
  );
}

export function toPermissionSet(held: readonly Permission[]): PermissionSet {
  const has = (permission: Permission) => held.includes(permission);
  return {
    has,
    hasAny: (permissions) => permissions.some(has),
    hasAll: (permissions) => permissions.every(has),
  };
}
