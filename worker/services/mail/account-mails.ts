import { greeting, type Template } from "./content.ts";

const ASKED_BY_OTHERS = "If you did not ask for this, ignore this mail: nothing changes.";

export const passwordResetMail: Template<"password_reset"> = async (input) => {
  const token = await input.issueToken("password_reset");
  if (!token) return null;
  return {
    subject: "Choose a new password",
    paragraphs: [
      greeting(input.recipient.firstName),
      "Somebody, we think you, asked for a new password for your account.",
    ],
    action: {
      label: "Choose a new password",
      url: `${input.siteUrl}/reset-password?token=${encodeURIComponent(token)}`,
    },
    footnotes: ["The link works once, for one hour.", ASKED_BY_OTHERS],
  };
};

export const emailVerificationMail: Template<"email_verification"> = async (input) => {
  const { recipient, siteUrl } = input;
  if (recipient.isVerified) return null;
  const token = await input.issueToken("email_verification");
  if (!token) return null;
  return {
    subject: "Confirm your e-mail address",
    paragraphs: [
      greeting(recipient.firstName),
      "Please confirm that this address is yours, so that mail about your lessons reaches you.",
    ],
    action: {
      label: "Confirm my address",
      url: `${siteUrl}/verify-email?token=${encodeURIComponent(token)}`,
    },
    footnotes: ["The link works once, for seven days.", ASKED_BY_OTHERS],
  };
};

export const passwordChangedMail: Template<"password_changed"> = ({ recipient, siteUrl }) => ({
  subject: "Your password was changed",
  paragraphs: [
    greeting(recipient.firstName),
    "The password of your account was changed. If that was you, there is nothing to do.",
    "Was it not you? Choose another password at once: it signs everybody else out.",
  ],
  action: { label: "It was not me", url: `${siteUrl}/forgot-password` },
});
