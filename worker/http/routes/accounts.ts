import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { LoginBody, ProfileBody, RegisterBody, toMeJson } from "../../contracts/accounts.ts";
import { assertSignedIn } from "../../domain/actor.ts";
import type { SignedIn } from "../../services/accounts.ts";
import type { AppEnv } from "../context.ts";
import { sessionCookie, sessionCookieName } from "../cookies.ts";
import { isSecureUrl } from "../middleware/request.ts";
import { json, type Route, route } from "../route.ts";
import { clientOf } from "../visitor.ts";

export const accountRoutes: Route[] = [
  route({
    method: "POST",
    path: "/api/auth/register",
    access: "anyone",
    body: RegisterBody,
    handle: async ({ c, services, body }) => {
      const registration = {
        email: body.email,
        password: body.password,
        firstName: body.first_name,
        lastName: body.last_name,
        timezone: body.timezone,
      };
      return answerSignedIn(
        c,
        201,
        await services.accounts.register(registration, await clientOf(c)),
      );
    },
  }),
  route({
    method: "POST",
    path: "/api/auth/login",
    access: "anyone",
    body: LoginBody,
    handle: async ({ c, services, body }) =>
      answerSignedIn(c, 200, await services.accounts.login(body, await clientOf(c))),
  }),
  route({
    method: "POST",
    path: "/api/auth/logout",
    access: "anyone",
    handle: async ({ c, services }) => {
      const isSecure = isSecureUrl(c.req.url);
      const token = getCookie(c, sessionCookieName(isSecure));
      if (token) await services.accounts.logout(token);
      const cookie = sessionCookie(isSecure).clear();
      return new Response(null, { status: 204, headers: { "Set-Cookie": cookie } });
    },
  }),
  route({
    method: "GET",
    path: "/api/auth/me",
    access: "signed_in",
    handle: ({ actor }) => json(toMeJson(assertSignedIn(actor))),
  }),
  route({
    method: "PATCH",
    path: "/api/auth/me",
    access: "manage_own_profile",
    body: ProfileBody,
    handle: async ({ services, actor, body }) => {
      const changes = {
        ...(body.first_name !== undefined && { firstName: body.first_name }),
        ...(body.last_name !== undefined && { lastName: body.last_name }),
        ...(body.timezone !== undefined && { timezone: body.timezone }),
      };
      return json(toMeJson(await services.accounts.updateProfile(actor, changes)));
    },
  }),
];

/** The account, and the cookie of the new session. */
function answerSignedIn(c: Context<AppEnv>, status: 200 | 201, signedIn: SignedIn): Response {
  return json(toMeJson(signedIn.actor), {
    status,
    headers: {
      "Set-Cookie": sessionCookie(isSecureUrl(c.req.url)).serialize(signedIn.sessionToken),
    },
  });
}
