/** Rule: e-mail addresses are case-insensitive. */
export function toEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

/** As much of an address as reminds its owner of it, "s•••@d•••.test", and tells nobody else. */
export function maskEmail(email: string): string {
  const [name, domain] = email.split("@") as [string, string];
  const topLevel = domain.slice(domain.lastIndexOf("."));
  return `${firstOf(name)}•••@${firstOf(domain)}•••${topLevel}`;
}

function firstOf(text: string): string {
  return [...text].slice(0, 1).join("");
}
