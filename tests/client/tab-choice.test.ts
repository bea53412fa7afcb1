/** What tabs remember, and which keys move between them. */
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  chosenKey,
  readChoices,
  tabAfterKey,
  withChoice,
  writeChoices,
} from "../../src/client/tab-choice.ts";

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
});

describe("choices", () => {
  test("the last choice that a group offers counts", () => {
    const choices = withChoice(withChoice(withChoice({}, "net", "ssh"), "net", "ips"), "os", "mac");
    expect(chosenKey(choices, "net", ["ssh", "ips"])).toBe("ips");
    expect(chosenKey(choices, "net", ["ssh", "link"])).toBe("ssh");
    expect(chosenKey(choices, "net", ["link"])).toBeUndefined();
    expect(chosenKey(choices, "shell", ["ssh"])).toBeUndefined();
  });

  test("choosing again puts a key last, once", () => {
    const choices = ["a", "b", "a"].reduce((all, key) => withChoice(all, "g", key), {});
    expect(choices).toEqual({ g: ["b", "a"] });
  });

  test("the oldest go first", () => {
    let choices = {};
    for (let n = 0; n < 30; n++) choices = withChoice(choices, "g", `k${n}`);
    expect(chosenKey(choices, "g", ["k5"])).toBeUndefined();
    expect(chosenKey(choices, "g", ["k6"])).toBe("k6");
  });

  test("groups may be called like an object's own methods", () => {
    expect(chosenKey({}, "constructor", ["a"])).toBeUndefined();
    expect(withChoice({}, "toString", "a")).toEqual({ toString: ["a"] });
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

  test("reads what it writes", () => {
    const { written } = stub('{"net":["ssh"]}');
    expect(readChoices()).toEqual({ net: ["ssh"] });
    writeChoices({ net: ["ssh", "ips"] });
    expect(written).toEqual(['tabs={"net":["ssh","ips"]}']);
  });

  test.each([null, "", "{", "null", "[]", "7", '{"net":"ssh"}', '{"net":[1]}'])(
    "takes %j as nothing",
    (text) => {
      stub(text);
      expect(readChoices()).toEqual({});
    },
  );

  test("does without", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(readChoices()).toEqual({});
    expect(() => writeChoices({ a: ["b"] })).not.toThrow();
  });
});
