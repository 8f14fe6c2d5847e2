import { Card } from "../../components/card.tsx";
import { CodeBlock } from "./code-block.tsx";
import type { FieldRow } from "./fields.ts";
import type { OperationView } from "./reference.ts";

/** One operation with all that it takes and answers. */
export function Operation({ operation }: { operation: OperationView }) {
  const { id, method, path, summary, description, example } = operation;
  return (
    <Card as="section" labelledBy={id} className="grid scroll-mt-20 grid-cols-1 gap-4">
      <div>
        <h2 id={id} className="scroll-mt-24 text-lg font-semibold">
          {summary}
        </h2>
        <p className="wrap-anywhere">
          <code>
            <strong>{method}</strong> {path}
          </code>
        </p>
        <p className="text-ink-soft">{description}</p>
      </div>
      <Fields title="Parameters" label={`Parameters of ${summary}`} fields={operation.parameters} />
      <Fields title="Body" label={`Body of ${summary}`} fields={operation.body} />
      {example === null ? null : <CodeBlock label={`A body of ${summary}`} text={example} />}
      {operation.answers.map(({ status, description, media, fields, example }) => (
        <div key={status} className="grid grid-cols-1 gap-2">
          <h3 className="font-semibold">
            {status}{" "}
            <span className="font-normal">{[description, media].filter(Boolean).join(" ")}</span>
          </h3>
          {fields.length > 0 ? (
            <details>
              <summary className="min-h-11 cursor-pointer content-center font-medium text-primary-ink">
                Fields<span className="sr-only"> of the answer: {summary}</span>
              </summary>
              <FieldTable label={`Answer of ${summary}`} fields={fields} />
            </details>
          ) : null}
          {example === null ? null : (
            <details>
              <summary className="min-h-11 cursor-pointer content-center font-medium text-primary-ink">
                Example<span className="sr-only"> of an answer: {summary}</span>
              </summary>
              <CodeBlock label={`An answer of ${summary}`} text={example} />
            </details>
          )}
        </div>
      ))}
      <div>
        <h3 className="font-semibold">Refusals</h3>
        <ul>
          {operation.refusals.map(({ status, codes }) => (
            <li key={status} className="wrap-anywhere">
              {status}: <code>{codes.join(", ")}</code>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

function Fields({ title, label, fields }: { title: string; label: string; fields: FieldRow[] }) {
  if (fields.length === 0) return null;
  return (
    <div className="grid grid-cols-1 gap-2">
      <h3 className="font-semibold">{title}</h3>
      <FieldTable label={label} fields={fields} />
    </div>
  );
}

function FieldTable({ label, fields }: { label: string; fields: FieldRow[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no fieldset, and a region would repeat its section.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reachable by keyboard.
    <div role="group" tabIndex={0} aria-label={label} className="overflow-x-auto rounded-xl">
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="border-b border-line text-ink-soft">
            {["Name", "Type", "Needed", "Notes"].map((column) => (
              <th key={column} scope="col" className="px-2 py-2 font-medium">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, type, isRequired, notes }) => (
            <tr key={`${name} ${type}`} className="border-b border-line last:border-0">
              <th scope="row" className="px-2 py-2 font-medium">
                <code>{name}</code>
              </th>
              <td className="px-2 py-2">{type}</td>
              <td className="px-2 py-2">{isRequired ? "yes" : "no"}</td>
              <td className="min-w-48 px-2 py-2 wrap-anywhere">{notes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
