import { Form } from "@remix-run/react";
import type { FormEvent } from "react";
import { formatDate } from "../../../../worker/domain/format.ts";
import { Alert } from "../../../components/alert.tsx";
import { Button, ButtonLink } from "../../../components/button.tsx";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { SubmitButton } from "../../../components/submit-button.tsx";
import type { FormError } from "../../../forms.ts";
import { hiddenFieldsOf, lineName, parseEdit } from "../../../week-draft.ts";
import { type EditedDay, PRESETS } from "../../../week-edit.ts";
import type { Sent } from "./change.ts";
import { Conflict } from "./conflict.tsx";
import { HoursGrid } from "./grid.tsx";
import { GridDayTools, GridNotes } from "./grid-notes.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { HoursList } from "./list.tsx";
import type { HoursData } from "./load.ts";
import type { useDraft } from "./use-draft.ts";

interface EditorProps {
  data: HoursData;
  view: "grid" | "list";
  /** The address of the page as it is open. */
  here: string;
  sent: Sent | undefined;
  draft: ReturnType<typeof useDraft>;
}

/** The hours of all days in one form, which is saved as a whole. */
export function Editor({ data, view, here, sent, draft: state }: EditorProps) {
  const { draft, edit, isDirty, discard, leaving } = state;
  const error = errorOf(sent);
  const isOver = draft.days.every(({ isFixed }) => isFixed);
  const editHere = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    if (!(button instanceof HTMLButtonElement) || button.name !== "do") return;
    const wanted = parseEdit(button.value, new FormData(event.currentTarget));
    if (wanted) edit(wanted);
    event.preventDefault();
  };
  return (
    <Form method="post" action={here} onSubmit={editHere} noValidate preventScrollReset>
      {/* The button that Enter in a field stands for. */}
      <button type="submit" name="intent" value="save" tabIndex={-1} className="sr-only">
        Save these hours
      </button>
      <input type="hidden" name="seen" value={draft.seen} />
      <Messages sent={sent} here={here} state={state} />
      <h2 className="mb-4 text-xl font-semibold">
        {data.start === null ? "Every week" : `Week from ${formatDate(data.start)}`}
      </h2>
      {isOver ? <p className="mb-4">This week is over; it does not change any more.</p> : null}
      <Presets days={draft.days} />
      {draft.days.map((day) => (
        <HiddenFields
          key={day.key}
          day={day}
          base={draft.base[day.key] ?? ""}
          hasInputs={view === "list"}
        />
      ))}
      {view === "grid" ? (
        <>
          <HoursGrid days={data.days} edited={draft.days} onEdit={edit} />
          <GridDayTools days={data.days} edited={draft.days} />
          <GridNotes days={data.days} edited={draft.days} />
        </>
      ) : (
        <HoursList days={data.days} edited={draft.days} error={error} onEdit={edit} />
      )}
      {isOver ? null : <SaveBar isDirty={isDirty} here={here} onDiscard={discard} />}
      <LeaveDialog blocker={leaving} />
    </Form>
  );
}

interface MessagesProps {
  sent: Sent | undefined;
  here: string;
  state: ReturnType<typeof useDraft>;
}

/** What has become of the hours that were sent, or of those that were not. */
function Messages({ sent, here, state }: MessagesProps) {
  const { draft, isDirty, isRestored, discard } = state;
  return (
    <>
      <ErrorSummary error={errorOf(sent)} />
      {sent?.kind === "conflict" && isDirty ? (
        <Conflict now={sent.now} draft={draft} here={here} onTakeTheirs={discard} />
      ) : null}
      {isRestored ? (
        <div className="mb-4">
          <Alert kind="info" title="These are the changes that you had not saved yet." />
        </div>
      ) : null}
    </>
  );
}

function errorOf(sent: Sent | undefined): FormError | null {
  return sent?.kind === "refused" ? sent.error : null;
}

/** What the inputs of the day do not say; in the grid, all of it. */
function HiddenFields({
  day,
  base,
  hasInputs,
}: {
  day: EditedDay;
  base: string;
  hasInputs: boolean;
}) {
  if (day.isFixed) return null;
  const lines = hasInputs ? [] : day.lines;
  const fields = [
    ...hiddenFieldsOf(day, base),
    ...lines.flatMap(({ from, to }, index) => [
      { name: lineName(day.key, index, "from"), value: from },
      { name: lineName(day.key, index, "to"), value: to },
    ]),
  ];
  return fields.map(({ name, value }) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

function Presets({ days }: { days: readonly EditedDay[] }) {
  const keys = days.filter(({ isFixed }) => !isFixed).map(({ key }) => key);
  if (keys.length === 0) return null;
  return (
    <fieldset className="mb-4 flex flex-wrap gap-2">
      <legend className="mb-2 font-medium">Add hours that many teach</legend>
      {Object.entries(PRESETS).map(([name, { label, about }]) => (
        <Button
          key={name}
          look="outline"
          size="compact"
          name="do"
          value={`preset:${name}`}
          title={about}
        >
          {label}
          <span className="sr-only">: {about}</span>
        </Button>
      ))}
      <Button look="quiet" size="compact" name="do" value={`clear:${keys.join(",")}`}>
        Clear all days
      </Button>
    </fieldset>
  );
}

interface SaveBarProps {
  isDirty: boolean;
  here: string;
  onDiscard: () => void;
}

function SaveBar({ isDirty, here, onDiscard }: SaveBarProps) {
  return (
    <div className="sticky bottom-0 z-10 mt-4 flex flex-wrap items-center gap-3 rounded-t-2xl border border-line bg-surface p-3">
      <SubmitButton look="main" intent="save" busy="Saving …">
        Save hours
      </SubmitButton>
      {isDirty ? (
        <ButtonLink look="quiet" to={here} preventScrollReset onClick={onDiscard}>
          Discard changes
        </ButtonLink>
      ) : null}
      <span role="status" className="text-sm text-ink-soft">
        {isDirty ? "You have changes that are not saved." : ""}
      </span>
    </div>
  );
}
