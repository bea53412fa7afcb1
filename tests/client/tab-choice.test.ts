/** What tabs remember, and how addresses say it. */
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  type Choices,
  choiceIn,
  choicesOfQuery,
  chosenKey,
  keepChoice,
  readChoices,
  withChoice,
  withQueryChoices,
} from "../../src/client/tab-choice.ts";
import { tabAfterKey } from "../../src/client/tab-keys.ts";

describe("tabAfterKey", () => {
  test.each([
    ["ArrowRight", 0, 1],
    ["ArrowRight", 2, 0],
    ["ArrowLeft", 2, 1],
    ["ArrowLeft", 0, 2],
    ["Home", 2, 0],
    ["End", 0, 2],
    ["ArrowDown", 0, undefined],
    ["Enter", 0, undefined],
    ["a", 0, undefined],
  ])("%s at %i leads to %s", (key, at, to) => {
    expect(tabAfterKey(key, at, 3)).toBe(to);
  });

  test("arrows follow the direction of writing", () => {
    expect(tabAfterKey("ArrowLeft", 0, 3, "rtl")).toBe(1);
    expect(tabAfterKey("ArrowRight", 0, 3, "rtl")).toBe(2);
    expect(tabAfterKey("End", 0, 3, "rtl")).toBe(2);
  });
});

describe("choices", () => {
  test("the last choice that a group offers counts, with the group's name or without", () => {
    const choices = ["net:ssh", "net:ips", "os:mac", "linux"];
    expect(chosenKey(choices, "net", ["ssh", "ips"])).toBe("ips");
    expect(chosenKey(choices, "net", ["ssh", "link"])).toBe("ssh");
    expect(chosenKey(choices, "net", ["link"])).toBeUndefined();
    expect(chosenKey(choices, "shell", ["ssh"])).toBeUndefined();
    expect(chosenKey(choices, "os", ["mac", "linux"])).toBe("linux");
    expect(chosenKey([...choices, "os:mac"], "os", ["mac", "linux"])).toBe("mac");
  });

  test("choosing again puts a choice last, once", () => {
    const choices = ["a", "b", "a"].reduce<Choices>(
      (all, key) => withChoice(all, choiceIn("g", key)),
      [],
    );
    expect(choices).toEqual(["g:b", "g:a"]);
  });

  test("the oldest go first", () => {
    let choices: Choices = [];
    for (let n = 0; n < 70; n++) choices = withChoice(choices, choiceIn("g", `k${n}`));
    expect(chosenKey(choices, "g", ["k9"])).toBeUndefined();
    expect(chosenKey(choices, "g", ["k10"])).toBe("k10");
  });
});

describe("storage", () => {
  afterEach(() => vi.unstubAllGlobals());

  function stub(text: string | null): { written: string[] } {
    const written: string[] = [];
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => (key === "tabs" ? text : null),
      setItem: (key: string, value: string) => written.push(`${key}=${value}`),
    });
    return { written };
  }

  test("reads what it writes, and adds to what is there", () => {
    const { written } = stub('["net:ssh"]');
    expect(readChoices()).toEqual(["net:ssh"]);
    keepChoice("net:ips");
    expect(written).toEqual(['tabs=["net:ssh","net:ips"]']);
  });

  test.each([null, "", "{", "null", "{}", "7", '{"net":"ssh"}', '[1,{"a":[]},null]'])(
    "takes %j as nothing",
    (text) => {
      stub(text);
      expect(readChoices()).toEqual([]);
    },
  );

  test("does without", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(readChoices()).toEqual([]);
    expect(() => keepChoice("a:b")).not.toThrow();
  });
});

describe("addresses", () => {
  test.each([
    ["", []],
    ["?q=a", []],
    ["?tabs=", []],
    ["?tabs=cloud,ssh-tunnel", ["cloud", "ssh-tunnel"]],
    ["?q=a&tabs=cloud%2Cnet:ssh", ["cloud", "net:ssh"]],
    ["?tabs=%E9,,a", ["\ufffd", "a"]],
  ])("%s", (query, choices) => {
    expect(choicesOfQuery(query)).toEqual(choices);
  });

  test.each([
    ["", [], ""],
    ["?tabs=a", [], ""],
    ["", ["cloud", "net:ssh-tunnel"], "?tabs=cloud,net:ssh-tunnel"],
    ["?tabs=a&q=x%20y&tabs=b&flag", ["c"], "?q=x%20y&flag&tabs=c"],
    ["", ["c++", "<b>\"&'#%", "пакет"], undefined],
  ])("%s with %j", (query, choices, expected) => {
    const made = withQueryChoices(query, choices);
    if (expected !== undefined) expect(made).toBe(expected);
    expect(choicesOfQuery(made)).toEqual(choices);
  });
});
