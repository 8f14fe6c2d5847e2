import { redirect } from "@remix-run/cloudflare";
import { localDateOf } from "../../../worker/domain/local-time.ts";
import { page } from "../../page-guard.ts";
import { isDomainError } from "../../respond.ts";

/** Everything about the person as a file; asks for the password first if that was long ago. */
export const loader = page("signed_in", async ({ actor, context: { services, now } }) => {
  try {
    const everything = await services.privacy.exportOwn(actor);
    const name = `instainstru-${localDateOf(now, actor.timezone)}.json`;
    return new Response(JSON.stringify(everything, null, 2), {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}"`,
      },
    });
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "fresh_sign_in_required") throw thrown;
    const next = encodeURIComponent("/account/privacy?done=confirmed#download");
    return redirect(`/account/confirm?next=${next}`);
  }
});
