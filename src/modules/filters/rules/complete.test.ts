import fc from "fast-check";
import { expect, test } from "vitest";
import { complete } from "./complete";
import { jo, sampleFields, sampleNames } from "./sample-fields";

const options = { fields: sampleFields, names: sampleNames };

/** The cursor is the bar. */
function at(marked: string) {
  const cursor = marked.indexOf("|");
  const text = marked.replace("|", "");
  const completion = complete(text, cursor, options);
  const offered = completion.suggestions.map(({ insert }) => insert);
  const taken = offered.map((insert) => {
    return text.slice(0, completion.start) + insert + text.slice(completion.end);
  });
  return { ...completion, offered, taken };
}

test("fields are offered by name and alias, and values by any word of theirs", () => {
  expect(at("sta|").taken[0]).toBe("status:");
  expect(at("tag:a pri|").taken[0]).toBe("tag:a priority:");
  expect(at("ass|ignee:me").taken[0]).toBe("assignee:me");
  expect(at("status:|").offered.slice(0, 2)).toEqual(["open", "pending"]);
  expect(at("status:op|").taken[0]).toBe("status:open");
  expect(at("assignee:mar|").taken).toEqual(["assignee:jose"]);
  expect(at("assignee:|").offered[0]).toBe("me");
  expect(at("opne OR ope|").taken).toEqual(["opne OR status:open"]);
});

test("what stands in a list already is not offered again", () => {
  expect(at("status:open,|").offered).not.toContain("open");
  expect(at("-status:open,pe|").taken[0]).toBe("-status:open,pending");
});

test("a value that begins with a comparison or a quote keeps it readable", () => {
  expect(at("priority:>=hi|").taken[0]).toBe("priority:>=high");
  expect(at('assignee:"mia l|').taken[0]).toBe('assignee:"Mia Lund"');
  expect(at("created:last|").offered).toEqual(["last-week", "last-month", "last-year"]);
});

test("shorthands are completed too", () => {
  expect(at("has:att|").taken[0]).toBe("has:attachment");
  expect(at("is:pen|").taken[0]).toBe("is:pending");
});

test("who lists the agents can ask for more: the field and what was typed are told", () => {
  expect(at("assignee:jo|")).toMatchObject({ field: "assignee", typed: "jo" });
  expect(sampleNames.get("agents")?.find("jose")[0]?.value).toBe(jo);
});

test("wherever the cursor stands, what is offered fits into the text", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30, unit: fc.constantFrom(...'sta:op,"() -<3d|') }),
      (text) => {
        fc.pre(text.includes("|"));
        const { start, end } = at(text);
        expect(0 <= start && start <= end && end < text.length).toBe(true);
      },
    ),
  );
});
