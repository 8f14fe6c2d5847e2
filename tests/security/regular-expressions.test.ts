import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { ROOT } from "../../scripts/command.ts";
import { findSlowShape } from "./expression-shape.ts";

/** Looked at by hand: why each cannot be made slow. */
const REVIEWED: Record<string, string> = {};

const files = execFileSync(
  "git",
  ["ls-files", "-co", "--exclude-standard", "app", "worker", "db", "public", "scripts"],
  { cwd: ROOT, encoding: "utf8" },
)
  .trim()
  .split("\n")
  .filter((file) => /\.(tsx?|js)$/.test(file) && !/\.test\.tsx?$/.test(file))
  .filter((file) => existsSync(`${ROOT}${file}`));

const isLiteral = ts.isRegularExpressionLiteral;

const isMade = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp";

/** Every node of the project that the condition holds for, with its file. */
function findNodes(condition: (node: ts.Node) => boolean): { file: string; text: string }[] {
  return files.flatMap((file) => {
    const text = readFileSync(`${ROOT}${file}`, "utf8");
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const found: { file: string; text: string }[] = [];
    const visit = (node: ts.Node): void => {
      if (condition(node)) found.push({ file, text: node.getText() });
      node.forEachChild(visit);
    };
    visit(tree);
    return found;
  });
}

test("no regular expression of the project can be made slow by what somebody sends", () => {
  const expressions = findNodes(isLiteral);
  const slow = expressions.flatMap(({ file, text }) => {
    const problem = findSlowShape(text.slice(1, text.lastIndexOf("/")));
    return problem && !REVIEWED[text] ? [`${file}: ${text}: ${problem}`] : [];
  });
  expect(slow).toEqual([]);
  expect(expressions.length).toBeGreaterThan(80);
  const texts = new Set(expressions.map(({ text }) => text));
  expect(Object.keys(REVIEWED).filter((text) => !texts.has(text))).toEqual([]);
});

test("no regular expression is put together from what somebody sends", () => {
  const made = findNodes(isMade).map(({ file }) => file);
  // Names that stand in the source: of settings in wrangler.toml, and of refusals by the database.
  expect([...new Set(made)]).toEqual(["db/errors.ts", "db/tiers/target.ts"]);
});

test.for([
  "(a+)+",
  "(a*)*b",
  "^(\\w+\\s?)*$",
  "(a|a)*",
  "(a|\\w)+$",
  "(?:[a-z]+)*x",
  "\\s*\\s*x",
  "[\\w.]+\\.*@",
  "(x(y+)+z)?",
  "^(([a-z])+.)+[A-Z]",
])("%s is found to be slow", (source) => {
  expect(findSlowShape(source)).not.toBeNull();
});

test.for([
  "^a+$",
  "(,\\d{3})*",
  "(\\.\\w+)*",
  "(?:,[^,]+)*",
  "(a|b)+",
  "(\\d+)?-",
  "a+b+",
  "\\s+[a-z]+",
  "[)(]+x",
])("%s is found to be quick", (source) => {
  expect(findSlowShape(source)).toBeNull();
});
