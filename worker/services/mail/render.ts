import type { ClaimedMail, MailRepository } from "../../../db/repositories/mail.ts";
import { ACCOUNT_TOKEN_LIFETIME_MS, type AccountTokenKind } from "../../domain/account-token.ts";
import { sha256Hex } from "../../platform/hash.ts";
import { type Mail, MailRefusedError } from "../../platform/mailer.ts";
import type { RandomSource } from "../../platform/random.ts";
import type { TemplateInput } from "./content.ts";
import { renderMail } from "./layout.ts";
import { findTemplate } from "./templates.ts";

export interface RenderDependencies {
  mail: MailRepository;
  siteUrl: string;
  from: string;
  random: RandomSource;
}

/**
 * The mail as it goes out now, with fresh secrets in its links. Null where there is nobody to tell,
 * or nothing any more. Throws MailRefusedError for a kind that nobody knows.
 */
export async function renderClaimed(
  claimed: ClaimedMail,
  { mail, siteUrl, from, random }: RenderDependencies,
  now: number,
): Promise<Mail | null> {
  const template = findTemplate(claimed.kind);
  if (!template) throw new MailRefusedError("unknown kind");
  const { recipient } = claimed;
  if (!recipient) return null;
  const issueToken = async (kind: AccountTokenKind) => {
    const secret = random.newToken();
    const token = {
      id: `${claimed.id}-${claimed.attempts}`,
      userId: recipient.userId,
      kind,
      tokenHash: await sha256Hex(secret),
      createdAt: now,
      expiresAt: now + ACCOUNT_TOKEN_LIFETIME_MS[kind],
    };
    return (await mail.issueToken(token, claimed.id)) ? secret : null;
  };
  const data = JSON.parse(claimed.data) as TemplateInput<never>["data"];
  const { findLesson } = mail;
  const content = await template({ recipient, data, siteUrl, now, issueToken, findLesson });
  if (!content) return null;
  const { attachments = [] } = content;
  return { id: claimed.id, from, to: recipient.address, ...renderMail(content), attachments };
}
