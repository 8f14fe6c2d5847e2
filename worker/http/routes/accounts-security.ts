import {
  ConfirmPasswordBody,
  PasswordBody,
  ResetBody,
  ResetRequestBody,
  TokenBody,
  toSessionJson,
} from "../../contracts/accounts.ts";
import { assertSignedIn } from "../../domain/actor.ts";
import { sessionCookie } from "../cookies.ts";
import { isSecureUrl } from "../middleware/request.ts";
import { json, type Route, route } from "../route.ts";
import { clientOf } from "../visitor.ts";

const passwordRoutes: Route[] = [
  route({
    method: "POST",
    path: "/api/auth/password",
    access: "change_own_password",
    body: PasswordBody,
    handle: async ({ c, services, actor, body }) => {
      const input = { currentPassword: body.current_password, newPassword: body.new_password };
      await services.passwords.change(actor, input, await clientOf(c));
      return noContent();
    },
  }),
  route({
    method: "POST",
    path: "/api/auth/password-reset/request",
    access: "anyone",
    body: ResetRequestBody,
    handle: async ({ c, services, body }) => {
      await services.passwords.requestReset(body.email, await clientOf(c));
      return accepted();
    },
  }),
  route({
    method: "POST",
    path: "/api/auth/password-reset/verify",
    access: "anyone",
    body: TokenBody,
    handle: async ({ c, services, body }) => {
      const { valid, emailMasked } = await services.passwords.verifyResetToken(
        body.token,
        await clientOf(c),
      );
      return json({ valid, ...(emailMasked !== null && { email_masked: emailMasked }) });
    },
  }),
  route({
    method: "POST",
    path: "/api/auth/password-reset/confirm",
    access: "anyone",
    body: ResetBody,
    handle: async ({ c, services, body }) => {
      await services.passwords.confirmReset(body.token, body.new_password, await clientOf(c));
      return noContent();
    },
  }),
  route({
    method: "POST",
    path: "/api/auth/confirm-password",
    access: "signed_in",
    body: ConfirmPasswordBody,
    handle: async ({ c, services, actor, body }) => {
      await services.sessions.confirmPassword(actor, body.password, await clientOf(c));
      return noContent();
    },
  }),
];

const sessionRoutes: Route[] = [
  route({
    method: "GET",
    path: "/api/auth/sessions",
    access: "signed_in",
    handle: async ({ services, actor }) =>
      json({ items: (await services.sessions.list(actor)).map(toSessionJson) }),
  }),
  route({
    method: "DELETE",
    path: "/api/auth/sessions",
    access: "signed_in",
    handle: async ({ services, actor }) => {
      await services.sessions.endOthers(actor);
      return noContent();
    },
  }),
  route({
    method: "DELETE",
    path: "/api/auth/sessions/:id",
    access: "signed_in",
    handle: async ({ c, services, actor, param }) => {
      await services.sessions.end(actor, param("id"));
      const isCurrent = param("id") === assertSignedIn(actor).sessionId;
      const cookie = sessionCookie(isSecureUrl(c.req.url)).clear();
      return noContent(isCurrent ? { "Set-Cookie": cookie } : {});
    },
  }),
];

const verificationRoutes: Route[] = [
  route({
    method: "POST",
    path: "/api/auth/email-verification/request",
    access: "signed_in",
    handle: async ({ services, actor }) => {
      await services.emailVerification.request(actor);
      return accepted();
    },
  }),
  route({
    method: "POST",
    path: "/api/auth/email-verification/confirm",
    access: "anyone",
    body: TokenBody,
    handle: async ({ c, services, body }) => {
      await services.emailVerification.confirm(body.token, await clientOf(c));
      return noContent();
    },
  }),
];

/** Passwords, places where one is signed in, and the e-mail address. */
export const accountSecurityRoutes: Route[] = [
  ...passwordRoutes,
  ...sessionRoutes,
  ...verificationRoutes,
];

/** Something will be mailed, to whoever it concerns. */
function accepted(): Response {
  return json({ status: "accepted" }, { status: 202 });
}

function noContent(headers: HeadersInit = {}): Response {
  return new Response(null, { status: 204, headers });
}
