import { DateTime } from "../../components/date-time.tsx";
import { linkParts } from "./link-parts.ts";

/** To whom, and when. */
export function MailFacts({ to, sentAt }: { to: string; sentAt: number }) {
  return (
    <p className="text-sm text-ink-soft">
      To <span className="font-medium break-all">{to}</span>,{" "}
      <DateTime at={sentAt} zone="UTC" show="moment" /> UTC
    </p>
  );
}

/** Text as it was sent, with the addresses in it as links. */
export function MailText({ text }: { text: string }) {
  return (
    <div className="font-mono text-sm break-words whitespace-pre-wrap">
      {linkParts(text).map(({ text: part, isLink, at }) =>
        isLink ? (
          <a key={at} href={part} className="break-all text-primary-ink underline">
            {part}
          </a>
        ) : (
          <span key={at}>{part}</span>
        ),
      )}
    </div>
  );
}
