/**
 * How many steps of other code a round trip waits for after the last question: far more than lie
 * between parts of a page that began together, and still nothing that a clock could measure.
 */
const QUIET_STEPS = 24;

interface Waiting<Question, Answer> {
  questions: readonly Question[];
  resolve: (answers: Answer[]) => void;
  reject: (reason: unknown) => void;
}

/** Puts together what is asked for in the same turn of the event loop. */
export interface Gatherer<Question, Answer> {
  /** The answers to these questions, in their order. */
  add(questions: readonly Question[]): Promise<Answer[]>;
  /** Sends off what waits, without waiting for more. */
  flush(): void;
}

/**
 * `send` answers all questions or fails as a whole, and may be asked the same again: when questions of
 * several callers fail together each caller's are sent by themselves, so that one that is at fault
 * fails alone.
 */
export function gather<Question, Answer>(
  send: (questions: readonly Question[]) => Promise<Answer[]>,
): Gatherer<Question, Answer> {
  let waiting: Waiting<Question, Answer>[] = [];

  const answerAlone = ({ questions, resolve, reject }: Waiting<Question, Answer>) =>
    send(questions).then(resolve, reject);

  const flush = () => {
    const callers = waiting;
    waiting = [];
    const [only] = callers;
    if (!only) return;
    if (callers.length === 1) void answerAlone(only);
    else void answerTogether(callers);
  };

  const answerTogether = async (callers: readonly Waiting<Question, Answer>[]) => {
    try {
      const answers = await send(callers.flatMap(({ questions }) => questions));
      let from = 0;
      for (const { questions, resolve } of callers) {
        resolve(answers.slice(from, from + questions.length));
        from += questions.length;
      }
    } catch {
      for (const caller of callers) void answerAlone(caller);
    }
  };

  const flushOnceQuiet = async () => {
    let asked = 0;
    for (let quiet = 0; quiet < QUIET_STEPS; quiet += 1) {
      if (waiting.length === 0) return;
      if (waiting.length !== asked) quiet = 0;
      asked = waiting.length;
      await null;
    }
    flush();
  };

  return {
    add: (questions) =>
      new Promise((resolve, reject) => {
        waiting.push({ questions, resolve, reject });
        if (waiting.length === 1) void flushOnceQuiet();
      }),
    flush,
  };
}
