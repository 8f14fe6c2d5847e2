import { expect, test } from "vitest";
import { type Attempt, type Decision, decide } from "./decide.ts";
import { COMMANDS, type Command, phraseFor, TIERS, type Tier } from "./tier.ts";

const COMMAND_NAMES = Object.keys(COMMANDS) as Command[];
const BOTH = [true, false];
const WORDS = ["right", "wrong", "none"] as const;

/** Every combination of all that a decision may depend on. */
function everyAttempt(): Attempt[] {
  return TIERS.flatMap((tier) =>
    COMMAND_NAMES.flatMap((command) =>
      BOTH.flatMap((isTerminal) =>
        BOTH.flatMap((isCi) =>
          BOTH.flatMap((hasDeployToken) =>
            WORDS.flatMap((typed) =>
              WORDS.map((passed) => {
                const phrase = phraseFor(command, `instainstru-${tier}`);
                const give = (word: (typeof WORDS)[number]) =>
                  word === "none" ? null : word === "right" ? phrase : "yes";
                const [typedText, passedText] = [give(typed), give(passed)];
                return {
                  ...{ tier, command, isTerminal, isCi, hasDeployToken, phrase },
                  typed: typedText,
                  passed: passedText,
                };
              }),
            ),
          ),
        ),
      ),
    ),
  );
}

/** The verdicts that a tier's command gets anywhere, by what they depend on. */
function verdicts(tier: Tier, command: Command, where: Partial<Attempt>): Set<string> {
  const matching = everyAttempt().filter((attempt) =>
    Object.entries({ tier, command, ...where }).every(
      ([key, value]) => attempt[key as keyof Attempt] === value,
    ),
  );
  return new Set(matching.map((attempt) => decide(attempt).verdict));
}

const only = (verdict: Decision["verdict"]) => new Set([verdict]);

test("all combinations are looked at", () => {
  expect(everyAttempt()).toHaveLength(3 * 8 * 2 * 2 * 2 * 3 * 3);
});

test("int is open to every command from everywhere", () => {
  for (const command of COMMAND_NAMES) {
    expect(verdicts("int", command, {}), command).toEqual(only("allowed"));
  }
});

test("nothing at all gets seed or reset onto prod", () => {
  for (const command of ["seed", "reset"] as const) {
    expect(verdicts("prod", command, {}), command).toEqual(only("refused"));
  }
});

test("outside of CI anybody may look at prod, and look is all that needs no phrase", () => {
  for (const command of ["status", "check", "export"] as const) {
    expect(verdicts("prod", command, { isCi: false }), command).toEqual(only("allowed"));
  }
});

test("what writes to prod outside of CI needs a terminal and the phrase typed there", () => {
  for (const command of ["migrate", "sql", "restore"] as const) {
    const phrase = phraseFor(command, "instainstru-prod");
    const outside = { isCi: false };
    const atTerminal = { ...outside, isTerminal: true, passed: null };
    expect(verdicts("prod", command, { ...outside, isTerminal: false })).toEqual(only("refused"));
    expect(verdicts("prod", command, { ...outside, passed: phrase })).toEqual(only("refused"));
    expect(verdicts("prod", command, { ...atTerminal, typed: null })).toEqual(only("asked"));
    expect(verdicts("prod", command, { ...atTerminal, typed: "yes" })).toEqual(only("refused"));
    expect(verdicts("prod", command, { ...atTerminal, typed: phrase })).toEqual(only("allowed"));
  }
});

test("CI without the deploy workflow's token never reaches prod, even at a terminal with the phrase", () => {
  for (const command of COMMAND_NAMES) {
    const where = { isCi: true, hasDeployToken: false };
    expect(verdicts("prod", command, where), command).toEqual(only("refused"));
  }
});

test("the deploy workflow may look and, with the phrase passed on, migrate; nothing else", () => {
  const where = { isCi: true, hasDeployToken: true };
  const phrase = phraseFor("migrate", "instainstru-prod");
  expect(verdicts("prod", "migrate", { ...where, passed: phrase })).toEqual(only("allowed"));
  expect(verdicts("prod", "migrate", { ...where, passed: "yes" })).toEqual(only("refused"));
  expect(verdicts("prod", "migrate", { ...where, passed: null })).toEqual(only("refused"));
  for (const command of ["sql", "restore", "seed", "reset"] as const) {
    expect(verdicts("prod", command, where), command).toEqual(only("refused"));
  }
  for (const command of ["status", "check", "export"] as const) {
    expect(verdicts("prod", command, where), command).toEqual(only("allowed"));
  }
});

test("a token outside of CI changes nothing", () => {
  for (const attempt of everyAttempt().filter(({ isCi }) => !isCi)) {
    const other = decide({ ...attempt, hasDeployToken: !attempt.hasDeployToken });
    expect(decide(attempt)).toEqual(other);
  }
});

test("being in CI never makes a refusal into a yes", () => {
  for (const attempt of everyAttempt().filter((one) => !one.isCi && !one.hasDeployToken)) {
    if (decide(attempt).verdict === "allowed") continue;
    expect(decide({ ...attempt, isCi: true }).verdict).toBe("refused");
  }
});

test("what overwrites stg needs the phrase at a terminal, what rehearses there does not", () => {
  for (const command of ["migrate", "seed", "status", "check", "export"] as const) {
    expect(verdicts("stg", command, {}), command).toEqual(only("allowed"));
  }
  for (const command of ["reset", "restore", "sql"] as const) {
    const phrase = phraseFor(command, "instainstru-stg");
    const atTerminal = { isTerminal: true, isCi: false, passed: null };
    expect(verdicts("stg", command, { isCi: true })).toEqual(only("refused"));
    expect(verdicts("stg", command, { isTerminal: false })).toEqual(only("refused"));
    expect(verdicts("stg", command, { ...atTerminal, typed: null })).toEqual(only("asked"));
    expect(verdicts("stg", command, { ...atTerminal, typed: phrase })).toEqual(only("allowed"));
  }
});

test("every yes to a write on prod wants a restore point, and nothing else does", () => {
  for (const attempt of everyAttempt()) {
    const { verdict, needsRestorePoint } = decide(attempt);
    const isWriteOnProd = attempt.tier === "prod" && COMMANDS[attempt.command] !== "read";
    if (verdict !== "refused") expect(needsRestorePoint).toBe(isWriteOnProd);
    else expect(needsRestorePoint).toBe(false);
  }
});

test("the phrase counts letter by letter", () => {
  const phrase = phraseFor("migrate", "instainstru-prod");
  const attempt: Attempt = {
    ...{ tier: "prod", command: "migrate", isTerminal: true, isCi: false, hasDeployToken: false },
    ...{ phrase, typed: phrase, passed: null },
  };
  expect(decide(attempt).verdict).toBe("allowed");
  const lookAlikes = [
    phrase.toUpperCase(),
    ` ${phrase}`,
    `${phrase}\n`,
    phrase.replace("o", "о"),
    "migrate instainstru-stg",
    "",
    "yes",
    "y",
  ];
  for (const typed of lookAlikes) expect(decide({ ...attempt, typed }).verdict).toBe("refused");
});
