/** What each kind of mail tells, as it lies in the outbox. Nothing here is a secret of a link. */
export interface EmailData {
  /** To whatever address somebody typed: whether it has an account is found out when it is sent. */
  password_reset: Record<string, never>;
  email_verification: Record<string, never>;
  password_changed: Record<string, never>;
}

export type EmailKind = keyof EmailData;

/** A mail to be written into the outbox, to an account or to an address. */
export type NewEmail = {
  [Kind in EmailKind]: {
    id: string;
    kind: Kind;
    to: { userId: string } | { address: string };
    data: EmailData[Kind];
    /** Where a mail may exist once only. */
    dedupeKey?: string;
  };
}[EmailKind];
