import { AvailabilityGrid } from "../../components/availability-grid.tsx";
import { ChoicePills } from "../../components/choice-pills.tsx";
import { LessonCard } from "../../components/lesson-card.tsx";
import { LinkTabs } from "../../components/link-tabs.tsx";
import { OfferingList } from "../../components/offering-list.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { SearchBox } from "../../components/search-box.tsx";
import { SlotPicker } from "../../components/slot-picker.tsx";
import { WeekNav } from "../../components/week-nav.tsx";
import { DAYS, LONG_NAME, NOON, OFFERINGS, sampleLesson, ZONE } from "./samples.ts";
import { Section } from "./section.tsx";

const HERE = "/dev/components";
const toHere = () => HERE;

export function Lessons() {
  return (
    <>
      <Ways />
      <Section name="SearchBox">
        <SearchBox recent={[]} searchKey="components" query="piano" problem="Try fewer words." />
      </Section>
      <Section name="LessonCard">
        <LessonCard lesson={sampleLesson("confirmed")} zone={ZONE} as="student" />
        <LessonCard lesson={sampleLesson("no_show")} zone="Asia/Tokyo" as="instructor" />
        <LessonCard
          lesson={sampleLesson("cancelled", {
            serviceName: "Gifted and Talented Test Prep",
            instructor: { id: "long", displayName: LONG_NAME },
          })}
          zone={ZONE}
          as="student"
        />
      </Section>
      <Section name="OfferingList">
        <OfferingList
          offerings={OFFERINGS}
          chosen={{ offeringId: "piano", durationMinutes: 45 }}
          toLesson={toHere}
        />
      </Section>
      <Section name="AvailabilityGrid">
        <WeekNav from="2026-07-06" days={7} previous={null} next={HERE} />
        <AvailabilityGrid
          days={DAYS}
          zone={ZONE}
          durationMinutes={60}
          toStart={toHere}
          toDay={toHere}
        />
      </Section>
      <Section name="SlotPicker">
        <SlotPicker
          days={DAYS}
          chosenDate="2026-07-06"
          chosenAt={NOON}
          zone={ZONE}
          durationMinutes={60}
          toDay={toHere}
          toStart={toHere}
        />
      </Section>
    </>
  );
}

function Ways() {
  return (
    <>
      <Section name="LinkTabs">
        <LinkTabs
          label="Tabs"
          tabs={["Upcoming", "Past", "Cancelled"].map((label, index) => ({
            to: `${HERE}?tab=${index}`,
            label,
            isCurrent: index === 0,
          }))}
        />
      </Section>
      <Section name="ChoicePills">
        <ChoicePills
          label="Length"
          isLabelShown
          choices={[30, 60].map((key) => ({
            key,
            to: HERE,
            isChosen: key === 60,
            children: `${key} minutes`,
          }))}
        />
      </Section>
      <Section name="Pagination">
        {[1, 2, 3, 4].map((page) => (
          <Pagination
            key={page}
            label={`Pages, at ${page}`}
            page={page}
            perPage={10}
            total={25}
            toPage={toHere}
          />
        ))}
      </Section>
    </>
  );
}
