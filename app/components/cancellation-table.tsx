import { cancellationFee } from "../../worker/domain/cancellation.ts";
import { formatMoment, formatMoney } from "../../worker/domain/format.ts";
import { type CancellationBand, cancellationBands } from "../cancellation-bands.ts";

const HOUR_MS = 3_600_000;

interface CancellationTableProps {
  /** With a lesson the table tells its deadlines and amounts, without what is over by `now`. */
  lesson?: { startAt: number; zone: string; priceCents: number; now: number };
}

/** What a student pays for cancelling, by the time left. */
export function CancellationTable({ lesson }: CancellationTableProps) {
  return (
    <table className="w-full text-left">
      <caption className="sr-only">What cancelling costs</caption>
      <thead>
        <tr className="border-b border-line text-sm text-ink-soft">
          <th scope="col" className="py-2 pr-4 font-medium">
            If you cancel
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            You pay
          </th>
        </tr>
      </thead>
      <tbody>
        {cancellationBands()
          .filter((band) => !isOver(band, lesson))
          .map((band) => (
            <tr key={band.untilHours} className="border-b border-line last:border-0">
              <th scope="row" className="py-2.5 pr-4 font-normal">
                {whenText(band)}
                {lesson && band.untilHours > 0 ? (
                  <span className="block text-sm text-ink-soft">
                    until {formatMoment(lesson.startAt - band.untilHours * HOUR_MS, lesson.zone)}
                  </span>
                ) : null}
              </th>
              <td className="py-2.5 pl-2 text-right font-medium tabular-nums whitespace-nowrap">
                {feeText(band, lesson)}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function isOver(
  { untilHours }: CancellationBand,
  lesson: CancellationTableProps["lesson"],
): boolean {
  return lesson !== undefined && lesson.startAt - untilHours * HOUR_MS < lesson.now;
}

function whenText({ fromHours, untilHours }: CancellationBand): string {
  if (fromHours === null) return `At least ${untilHours} hours before`;
  if (untilHours === 0) return `Less than ${fromHours} hours before`;
  return `${untilHours} to ${fromHours} hours before`;
}

function feeText(
  { untilHours, feePercent }: CancellationBand,
  lesson: CancellationTableProps["lesson"],
): string {
  if (feePercent === 0) return "Nothing";
  if (!lesson) return `${feePercent} % of the price`;
  const now = lesson.startAt - untilHours * HOUR_MS;
  const { feeCents } = cancellationFee({ ...lesson, now, by: "student" });
  return `${formatMoney(feeCents)} (${feePercent} %)`;
}
