import type { ReactNode } from "react";

interface DataTableProps {
  label: string;
  columns: readonly string[];
  /** The first cell of a row names it; null is not known. */
  rows: readonly (readonly ReactNode[])[];
}

/** Numbers in rows; wider than a phone, it is moved sideways inside its frame. */
export function DataTable({ label, columns, rows }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no fieldset, and a region would repeat its section.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reachable by keyboard.
    <div role="group" tabIndex={0} aria-label={label} className="overflow-x-auto rounded-xl">
      <table className="w-full text-left tabular-nums">
        <thead>
          <tr className="border-b border-line text-sm text-ink-soft">
            {columns.map((column, index) => (
              <th key={column} scope="col" className={`px-2 py-2 font-medium ${align(index)}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name that is theirs alone.
            <tr key={row} className="border-b border-line last:border-0">
              {cells.map((cell, index) => (
                <Cell key={columns[index] ?? ""} index={index}>
                  {cell}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ index, children }: { index: number; children: ReactNode }) {
  const shown = children ?? <span className="text-ink-soft">not known</span>;
  if (index === 0) {
    return (
      <th scope="row" className="min-w-36 max-w-72 px-2 py-2 font-medium wrap-break-word">
        {shown}
      </th>
    );
  }
  return <td className={`px-2 py-2 ${align(index)}`}>{shown}</td>;
}

function align(index: number): string {
  return index === 0 ? "" : "text-right";
}
