import { CatalogFilter } from "../../components/catalog-filter.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { LessonActions } from "../../components/lesson-actions.tsx";
import { LessonDialog } from "../../components/lesson-dialog.tsx";
import { NewPasswordField } from "../../components/new-password-field.tsx";
import { NextFree } from "../../components/next-free.tsx";
import { CheckGroup } from "../../components/teach-check-group.tsx";
import { FORM_ERROR, NOON, sampleLesson, ZONE } from "./samples.ts";
import { Section } from "./section.tsx";

const HERE = "/dev/components";
const toHere = () => HERE;
const HOUR_MS = 3_600_000;

const NEXT = {
  date: "2026-07-06",
  startTime: "12:00",
  endTime: "13:00",
  startAt: NOON,
  endAt: NOON + HOUR_MS,
  durationMinutes: 60,
  timezone: ZONE,
};

const PLACES = [
  { value: "online", label: "Online" },
  { value: "neutral", label: "In a public place" },
];

/** What somebody decides by. */
export function Choices() {
  const participant = { isStudent: true, isParticipant: true, now: NOON - HOUR_MS };
  return (
    <>
      <Section name="LessonActions">
        <LessonActions
          {...participant}
          lesson={sampleLesson("confirmed")}
          moves={["reschedule", "cancel"]}
        />
        <LessonActions {...participant} lesson={sampleLesson("completed")} moves={[]} />
        <LessonActions
          lesson={sampleLesson("confirmed")}
          moves={["complete", "no_show"]}
          isStudent={false}
          isParticipant
          now={NOON + 2 * HOUR_MS}
        />
      </Section>
      <Section name="LessonDialog">
        <LessonDialog title="Cancel this lesson?" back={HERE} backLabel="Keep the lesson">
          <p>What is asked, and the form that answers it.</p>
        </LessonDialog>
      </Section>
      <Section name="NextFree">
        <NextFree next={NEXT} toDay={toHere} />
        <NextFree next={null} toDay={toHere} />
      </Section>
      <Section name="CheckGroup">
        <CheckGroup
          name="places"
          label="Places"
          choices={PLACES}
          chosen={["online"]}
          error={null}
        />
        <CheckGroup
          name="wrong-choice"
          label="Nothing chosen"
          hint="With a hint."
          isOptional
          choices={PLACES}
          chosen={[]}
          error={FORM_ERROR}
        />
      </Section>
      <Section name="NewPasswordField">
        <NewPasswordField name="new" label="New password" error={null} />
      </Section>
      <Section name="CatalogFilter">
        <CatalogFilter
          id="catalog-filter"
          label="Find a service"
          button="Find"
          look="outline"
          action={HERE}
          query="piano"
          onChange={() => {}}
        />
      </Section>
      <Section name="DataTable">
        <DataTable
          label="Numbers"
          columns={["Service", "Searches", "Trend"]}
          rows={[
            ["Piano", 12, "× 1.5"],
            ["Gifted and Talented Test Prep", 0, null],
          ]}
        />
      </Section>
    </>
  );
}
