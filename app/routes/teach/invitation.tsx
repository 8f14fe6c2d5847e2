import { Alert } from "../../components/alert.tsx";
import { ButtonLink } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { Page, PageTitle } from "../../components/page.tsx";

const REASONS: { icon: IconName; title: string; text: string }[] = [
  {
    icon: "money",
    title: "Your prices",
    text: "You say what an hour costs, for each service and length.",
  },
  {
    icon: "clock",
    title: "Your hours",
    text: "Students book only times that you have given, with the notice you want.",
  },
  {
    icon: "place",
    title: "Your places",
    text: "Online, at your place, at theirs or somewhere public, in the areas you choose.",
  },
];

/** For who does not teach yet. */
export function Invitation({ isSuspended }: { isSuspended: boolean }) {
  return (
    <Page width="reading">
      <PageTitle>Teach what you know</PageTitle>
      <p className="mt-2 text-lg text-ink-soft">
        Set up your page in four steps: about you, your areas, your services and your usual week.
      </p>
      <Card className="mt-6">
        <ul className="grid gap-5">
          {REASONS.map(({ icon, title, text }) => (
            <li key={title} className="flex gap-3">
              <Icon name={icon} className="mt-0.5 size-6 text-primary-ink" />
              <div>
                <h2 className="font-semibold">{title}</h2>
                <p className="text-ink-soft">{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <div className="mt-6">
        {isSuspended ? (
          <Alert kind="warning" title="Your account is suspended">
            You can become an instructor once it is active again.
          </Alert>
        ) : (
          <ButtonLink look="main" to="/teach/onboarding">
            Become an instructor
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}
