import { ACCOUNT_STATUSES } from "../../../worker/domain/actor.ts";
import type { BookingStatus } from "../../../worker/domain/booking.ts";
import { AccountStatusBadge } from "../../components/account-status-badge.tsx";
import { Alert, type AlertKind } from "../../components/alert.tsx";
import { Avatar } from "../../components/avatar.tsx";
import { Badge } from "../../components/badge.tsx";
import { BarChart } from "../../components/bar-chart.tsx";
import { ButtonLink } from "../../components/button.tsx";
import { CancellationTable } from "../../components/cancellation-table.tsx";
import { Card } from "../../components/card.tsx";
import { DateTime } from "../../components/date-time.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ICON_NAMES, Icon } from "../../components/icon.tsx";
import { Money } from "../../components/money.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { LONG_NAME, NOON, ZONE } from "./samples.ts";
import { Row, Section } from "./section.tsx";

const ALERTS: AlertKind[] = ["info", "success", "warning", "error"];
const STATUSES: BookingStatus[] = ["confirmed", "completed", "cancelled", "no_show"];
const SHOWS = ["moment", "date", "time", "range"] as const;

export function Facts() {
  return (
    <>
      <Messages />
      <Section name="Card">
        <Card>A card.</Card>
      </Section>
      <Section name="Avatar">
        <Row>
          <Avatar name="Sarah C." />
          <Avatar name="Sarah C." size="large" />
          <Avatar name={LONG_NAME} size="large" />
          <Avatar name="M" />
        </Row>
      </Section>
      <Section name="Money and DateTime">
        <Row>
          <Money cents={8000} />
          <Money cents={12_550} />
          {SHOWS.map((show) => (
            <DateTime key={show} at={NOON} until={NOON + 3_600_000} zone={ZONE} show={show} />
          ))}
        </Row>
      </Section>
      <Section name="Icon">
        <ul className="grid grid-cols-3 gap-3 sm:grid-cols-6">
          {ICON_NAMES.map((name) => (
            <li key={name} className="grid justify-items-center gap-1 text-center text-sm">
              <Icon name={name} className="size-7 text-primary-ink" />
              {name}
            </li>
          ))}
        </ul>
      </Section>
      <Section name="CancellationTable">
        <CancellationTable />
      </Section>
      <Section name="BarChart">
        <BarChart
          label="Searches"
          columns={["Day", "Searches"]}
          bars={[3, 0, 12, 7].map((value, day) => ({ name: `July ${day + 6}`, value }))}
        />
      </Section>
    </>
  );
}

function Messages() {
  return (
    <>
      <Section name="Alert">
        {ALERTS.map((kind) => (
          <Alert key={kind} kind={kind} title={`This is ${kind}`}>
            With more to say about it.
          </Alert>
        ))}
        <Alert kind="info" title="A title alone" />
      </Section>
      <Section name="Badge">
        <Row>
          <Badge>Plain</Badge>
          {STATUSES.map((status) => (
            <StatusBadge key={status} status={status} />
          ))}
          {ACCOUNT_STATUSES.map((status) => (
            <AccountStatusBadge key={status} status={status} />
          ))}
        </Row>
      </Section>
      <Section name="EmptyState">
        <EmptyState icon="calendar" title="No lessons ahead">
          <ButtonLink to="/services">Find a lesson</ButtonLink>
        </EmptyState>
        <EmptyState icon="note" title="Nothing to do about it" />
      </Section>
    </>
  );
}
