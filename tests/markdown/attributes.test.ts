/** Attributes in braces: Goldmark's grammar. */
import { describe, expect, test } from "vitest";
import { type AttributeValue, parseAttributes } from "../../src/markdown/attributes.ts";

function plain(value: AttributeValue): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [k, plain(v)]));
  return value;
}

describe("attributes", () => {
  test.each([
    ["{}", {}, 2],
    ["{ }", {}, 3],
    ["{#a .b .c}", { id: "a", class: "b c" }, 10],
    ['{class="x y" .z}', { class: "x y z" }, 16],
    ["{#a-b_c:d.e}", { id: "a-b_c:d.e" }, 12],
    ["{a=b,c=d e = f}", { a: "b", c: "d", e: "f" }, 15],
    ["{a=1 b=-2 c=+3.5 d=1e3}", { a: 1, b: -2, c: 3.5, d: 1000 }, 23],
    ["{a=true b=false c=null d=True}", { a: true, b: false, c: null, d: "True" }, 30],
    ['{a=[1, "2-3",x]}', { a: [1, "2-3", "x"] }, 16],
    ["{a=[] b={c=d}}", { a: [], b: { c: "d" } }, 14],
    ['{a="x\\"y\\\\z\\n\\q"}', { a: 'x"y\\z\n\\q' }, 17],
    ["{a=1 a=2}", { a: 2 }, 9],
    ["{a=b} rest", { a: "b" }, 5],
    ['{a="größe 😀"}', { a: "größe 😀" }, 14],
  ])("%s", (text, expected, end) => {
    const parsed = parseAttributes(text, 0);
    expect(parsed.ok && plain(parsed.attributes)).toEqual(expected);
    expect(parsed.ok && parsed.end).toBe(end);
  });
});

describe("what is wrong, and where", () => {
  test.each([
    ["{", 1, "an attribute or }"],
    ["{a}", 1, 'a value for "a": a=…'],
    ["{a=}", 3, "a value in double quotes"],
    ["{a='b'}", 3, "a value in double quotes"],
    ['{a="b}', 3, 'a closing "'],
    ["{a=4-6}", 4, "an attribute or }"],
    ["{a=[1 2]}", 6, "a comma or ]"],
    ["{a=[1,]}", 6, "a value in double quotes"],
    ["{1a=2}", 1, "an attribute or }"],
    ["{class=4}", 7, "a class name"],
    ["{a=b", 4, "an attribute or }"],
    [`{a=${"[".repeat(40)}`, 19, "at most 16 levels"],
  ])("%s", (text, offset, expected) => {
    expect(parseAttributes(text, 0)).toEqual({ ok: false, offset, expected });
  });
});

test("the brace may stand anywhere", () => {
  const parsed = parseAttributes("sql {a=b}", 4);
  expect(parsed.ok && parsed.end).toBe(9);
});
