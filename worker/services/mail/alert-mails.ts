import { describeAlert } from "../../domain/alerts.ts";
import { greeting, type Template } from "./content.ts";

export const alertRaisedMail: Template<"alert_raised"> = ({ recipient, data, siteUrl }) => ({
  subject: `Alert: ${data.kind.replaceAll("_", " ")}`,
  paragraphs: [greeting(recipient.firstName), describeAlert(data)],
  action: { label: "See what is wrong", url: `${siteUrl}/admin/analytics/queues` },
  footnotes: ["You get this mail as an admin of the site, every 15 minutes while it stays so."],
});
