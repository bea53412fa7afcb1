/** The folder of results: what is put in comes out, and nothing else does. */
import { randomBytes } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../../src/cache/digest.ts";
import { openBatchStore, openStore } from "../../src/cache/store.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KEY = digestOf("a", "key");
const OTHER = digestOf("another", "key");
const pathOf = (key: string): string => join(folder, key.slice(0, 2), key.slice(2));
const textOf = (key: string): string | undefined => openStore(folder).get(key)?.toString("utf8");

describe("a store", () => {
  test("gives back what was put in, text or bytes, in another process's hands too", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        openStore(folder).put(KEY, bytes);
        expect(openStore(folder).get(KEY)).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 30 },
    );
    openStore(folder).put(KEY, "größer 👋");
    expect(textOf(KEY)).toBe("größer 👋");
  });

  test("has nothing under a key that nobody kept", () => {
    expect(textOf(KEY)).toBeUndefined();
    openStore(folder).put(OTHER, "x");
    expect(textOf(KEY)).toBeUndefined();
  });

  test("takes no entry with a changed byte, wherever it is, and takes it out", () => {
    const store = openStore(folder);
    store.put(KEY, "What a page became. ".repeat(20));
    const whole = readFileSync(pathOf(KEY));
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      writeFileSync(pathOf(KEY), damaged);
      expect(store.get(KEY), `byte ${at}`).toBeUndefined();
      expect(existsSync(pathOf(KEY))).toBe(false);
    }
  });

  test("takes no entry that was cut off", () => {
    const store = openStore(folder);
    store.put(KEY, "What a page became. ".repeat(20));
    const whole = readFileSync(pathOf(KEY));
    for (const length of [0, 1, 8, 40, whole.length - 1]) {
      writeFileSync(pathOf(KEY), whole.subarray(0, length));
      expect(store.get(KEY), `${length} bytes`).toBeUndefined();
    }
  });

  test("takes no entry of another key", () => {
    const store = openStore(folder);
    store.put(KEY, "mine");
    mkdirSync(join(folder, OTHER.slice(0, 2)), { recursive: true });
    copyFileSync(pathOf(KEY), pathOf(OTHER));
    expect(store.get(OTHER)).toBeUndefined();
    expect(store.get(KEY)?.toString()).toBe("mine");
  });

  test("makes an entry again where a folder stands", () => {
    mkdirSync(pathOf(KEY), { recursive: true });
    const store = openStore(folder);
    expect(store.get(KEY)).toBeUndefined();
    store.put(KEY, "again");
    expect(store.get(KEY)?.toString()).toBe("again");
  });

  test("keeps nothing, and says nothing, where it cannot write", () => {
    writeFileSync(join(folder, "file"), "");
    const store = openStore(join(folder, "file"));
    store.put(KEY, "x");
    expect(store.get(KEY)).toBeUndefined();
    store.prune();
  });

  test("leaves no half-written file behind", () => {
    const store = openStore(folder);
    for (let i = 0; i < 20; i++) store.put(digestOf("many", String(i)), "x".repeat(i));
    expect(readdirSync(join(folder, "new"))).toEqual([]);
  });

  test("takes out what was used last longest ago, until the rest fits", () => {
    const store = openStore(folder);
    const keys = ["a", "b", "c", "d"].map((name) => digestOf("size", name));
    keys.forEach((key, age) => {
      store.put(key, "x");
      utimesSync(pathOf(key), 1_000_000 + age, 1_000_000 + age);
    });
    // Being read counts as use.
    expect(store.get(keys[0] ?? "")?.toString()).toBe("x");
    const size = statSync(pathOf(keys[0] ?? "")).size;
    store.prune(2 * size);
    expect(keys.map((key) => store.get(key) !== undefined)).toEqual([true, false, false, true]);
    store.prune(0);
    expect(keys.some((key) => store.get(key) !== undefined)).toBe(false);
  });

  test("clears away what a killed build was writing, a day later", () => {
    const store = openStore(folder);
    store.put(KEY, "x");
    const [left, fresh] = ["left", "fresh"].map((name) => join(folder, "new", name));
    writeFileSync(String(left), "half");
    writeFileSync(String(fresh), "half");
    utimesSync(String(left), 1_000_000, 1_000_000);
    store.prune();
    expect(readdirSync(join(folder, "new"))).toEqual(["fresh"]);
  });
});

describe("a store that writes many entries together", () => {
  const keys = Array.from({ length: 40 }, (_, number) => digestOf("many", String(number)));
  const madeOf = (key: string): string => `What ${key} became. `.repeat(3);
  const packs = (): string[] => readdirSync(join(folder, "packs"));
  const fill = (some = keys): void => {
    const store = openBatchStore(folder);
    for (const key of some) store.put(key, madeOf(key));
    store.flush();
  };
  /** What a store that is opened now has of all keys. */
  const found = (): (string | undefined)[] => {
    const store = openStore(folder);
    return keys.map((key) => store.get(key)?.toString("utf8"));
  };
  const all = keys.map(madeOf);
  const none = keys.map(() => undefined);

  test("makes one file, which any store reads, one that was open before too", () => {
    const before = openStore(folder);
    expect(before.get(keys[0] ?? "")).toBeUndefined();
    fill();
    expect(packs()).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(["new", "packs"]);
    expect(readdirSync(join(folder, "new"))).toEqual([]);
    expect(keys.map((key) => before.get(key)?.toString("utf8"))).toEqual(all);
    expect(found()).toEqual(all);
  });

  test("gives back what it still holds, and writes it when it takes much", () => {
    const store = openBatchStore(folder);
    store.put(KEY, "held");
    expect(store.get(KEY)?.toString()).toBe("held");
    expect(textOf(KEY)).toBeUndefined();
    // What is random does not get smaller when it is compressed.
    const noise = randomBytes(200_000);
    for (const key of keys) store.put(key, Buffer.concat([noise, Buffer.from(key)]));
    expect(textOf(KEY)).toBe("held");
    expect(packs()).toHaveLength(1);
  });

  test("gives back much, in whichever order it is asked for", () => {
    const sizes = [0, 1, 3_000, 60_000, 250_000, 270_000];
    const entries = keys.map((key, index) => {
      const noise = randomBytes(sizes[index % sizes.length] ?? 0);
      return [key, noise] as const;
    });
    const store = openBatchStore(folder);
    for (const [key, bytes] of entries) store.put(key, bytes);
    store.flush();
    expect(packs().length).toBeLessThan(4);
    const asking = openStore(folder);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries), (asked) => {
        for (const [key, bytes] of asked) expect(asking.get(key)?.equals(bytes)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test("gives what was put last, in whichever file it stands, to whoever asks", () => {
    const [key = ""] = keys;
    const open = openStore(folder);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), (packed) => {
        packed.forEach((isPacked, index) => {
          const store = openBatchStore(folder);
          if (isPacked) for (const other of keys) store.put(other, `${madeOf(other)}${index}`);
          store.put(key, `${index}`);
          store.flush();
          for (const asked of [open, store, openStore(folder)])
            expect(asked.get(key)?.toString()).toBe(`${index}`);
        });
      }),
      { numRuns: 15 },
    );
  });

  test("gives few entries files of their own", () => {
    fill(keys.slice(0, 3));
    expect(existsSync(join(folder, "packs"))).toBe(false);
    expect(found()).toEqual([...all.slice(0, 3), ...none.slice(3)]);
  });

  test("says nothing where it cannot write", () => {
    writeFileSync(join(folder, "file"), "");
    const store = openBatchStore(join(folder, "file"));
    for (const key of keys) store.put(key, "x");
    store.flush();
    expect(keys.map((key) => store.get(key))).toEqual(none);
  });

  test("gives nothing wrong of a pack with a changed byte, and makes it again", () => {
    fill();
    const pathNow = (): string => join(folder, "packs", packs()[0] ?? "");
    const whole = readFileSync(pathNow());
    // Each byte of the head and the list, and some of the entries.
    for (let at = 0; at < whole.length; at += at < 50 ? 1 : 79) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      const path = pathNow();
      writeFileSync(path, damaged);
      found().forEach((value, index) => {
        expect([all[index], undefined], `byte ${at}`).toContain(value);
      });
      expect(existsSync(path), `byte ${at}`).toBe(false);
      fill();
      expect(found()).toEqual(all);
    }
  });

  test("gives nothing wrong of a pack that was cut off or is none", () => {
    fill();
    const path = join(folder, "packs", packs()[0] ?? "");
    const whole = readFileSync(path);
    for (const length of [0, 1, 43, 44, 100, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length));
      found().forEach((value, index) => {
        expect([all[index], undefined], `${length} bytes`).toContain(value);
      });
    }
    rmSync(path, { force: true });
    mkdirSync(path);
    expect(found()).toEqual(none);
    fill();
    expect(found()).toEqual(all);
  });

  test("has nothing of a pack that another build took out", () => {
    fill();
    const store = openStore(folder);
    expect(store.get(keys[0] ?? "")?.toString()).toBe(all[0]);
    openStore(folder).prune(0);
    expect(keys.map((key) => store.get(key))).toEqual(none);
    fill();
    expect(keys.map((key) => store.get(key)?.toString())).toEqual(all);
  });

  test("takes out the packs that were used last longest ago", () => {
    const [old, used] = [keys.slice(0, 20), keys.slice(20)];
    for (const some of [old, used]) {
      fill(some);
      for (const name of packs()) utimesSync(join(folder, "packs", name), 1_000_000, 1_000_000);
    }
    openStore(folder).get(used[0] ?? "");
    const size = Math.max(...packs().map((name) => statSync(join(folder, "packs", name)).size));
    openStore(folder).prune(size);
    expect(found()).toEqual([...none.slice(0, 20), ...all.slice(20)]);
  });
});

describe("digests", () => {
  test("tell where one part ends and the next begins", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        const isSame = JSON.stringify(a) === JSON.stringify(b);
        expect(digestOf(...a) === digestOf(...b)).toBe(isSame);
      }),
    );
    expect(digestOf("ab", "c")).not.toBe(digestOf("a", "bc"));
    expect(digestOf("a")).not.toBe(digestOf("a", ""));
  });
});
