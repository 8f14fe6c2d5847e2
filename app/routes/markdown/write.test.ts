import { expect, test } from "vitest";
import { answerMarkdown, plain } from "./write.ts";

test("what people wrote is text of one line in which nothing has a meaning", () => {
  expect(plain("  two\n lines\t ")).toBe("two lines");
  expect(plain("# [click](javascript:x) <b>*now*</b>")).toBe(
    "\\# \\[click\\]\\(javascript:x\\) \\<b\\>\\*now\\*\\</b\\>",
  );
  expect(plain("C. P. E. Bach & sons, 1750")).toBe("C\\. P\\. E\\. Bach & sons, 1750");
});

test("an answer says what it is and how long it may be kept", async () => {
  const answer = answerMarkdown(["# Title", "", "Text"]);
  expect(answer.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
  expect(await answer.text()).toBe("# Title\n\nText\n");
});
