import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import type { Actor } from "../worker/domain/actor.ts";
import type { PageAccess } from "../worker/http/page-access.ts";
import { isDomainError, statusOf } from "./respond.ts";
import { safeNext, withNext } from "./safe-next.ts";

/**
 * What a loader or action works with; whoever is signed in where the access asks for somebody. What is
 * open to everybody does not wait for it, and asks `context.findActor` where that makes a difference.
 */
type PageArgs<A extends PageAccess> = LoaderFunctionArgs &
  (A extends "public" | "guest" ? unknown : { actor: Actor });

/**
 * A loader or action for those whom `access` admits: others are sent to sign in, or on where they
 * were going, or told that the page is not open to them. Refusals that `run` does not handle itself
 * become pages and redirects as well. What is declared stays readable on the function: the Worker
 * does not start with a page that declares nothing.
 */
export function page<const A extends PageAccess, T>(
  access: A,
  run: (args: PageArgs<A>) => Promise<T>,
): ((args: LoaderFunctionArgs) => Promise<T>) & { access: A } {
  const guarded = async (args: LoaderFunctionArgs) => {
    try {
      const actor = await admit(access, args);
      return await run({ ...args, actor } as PageArgs<A>);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      if (error.code === "unauthenticated") throw toLogin(args.request);
      throw new Response(null, { status: statusOf(error.code) });
    }
  };
  return Object.assign(guarded, { access });
}

/** Who comes in, as far as that matters. Throws the answer for whoever may not. */
async function admit(
  access: PageAccess,
  { request, context }: LoaderFunctionArgs,
): Promise<Actor | null> {
  if (access === "public") return null;
  const actor = await context.findActor();
  if (access === "guest") {
    if (actor) throw redirect(safeNext(new URL(request.url).searchParams.get("next")));
    return null;
  }
  if (!actor) throw toLogin(request);
  if (access === "signed_in") return actor;
  const wanted = typeof access === "string" ? [access] : access;
  if (!wanted.some((one) => actor.permissions.includes(one))) {
    throw new Response(null, { status: 403 });
  }
  return actor;
}

/** Whoever has sent something learns there that it was not taken. */
function toLogin({ url, method }: Request): Response {
  const { pathname, search } = new URL(url);
  const path = withNext("/login", pathname + search);
  return redirect(method === "GET" || method === "HEAD" ? path : `${path}&ended=1`);
}
