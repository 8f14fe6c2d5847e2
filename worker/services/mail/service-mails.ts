import { greeting, type Template } from "./content.ts";

export const serviceAvailableMail: Template<"service_available"> = ({
  recipient,
  data,
  siteUrl,
}) => ({
  subject: `${data.serviceName}: somebody teaches it now`,
  paragraphs: [
    greeting(recipient.firstName),
    `You asked us to tell you when somebody teaches ${data.serviceName}. Now somebody does.`,
  ],
  action: {
    label: "See who, and when",
    url: `${siteUrl}/search?service=${encodeURIComponent(data.serviceSlug)}`,
  },
  footnotes: ["We tell you this once. You can ask again on the page of all services."],
});
