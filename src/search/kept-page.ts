/**
 * What is kept of a page that was indexed, as bytes: the file of its fragment as it is, words as
 * lines, numbers as the machine has them, and the rest as JSON.
 */
import { endianness } from "node:os";
import { packFiles, unpackFiles } from "../cache/packed-files.ts";
import { PackedText } from "../text/packed-text.ts";
import { utf8 } from "../text/utf8.ts";
import type { PageAbout, PageShare } from "./page-shares.ts";
import type { PageWords } from "./vocabulary.ts";

/** A page's part of the index and of the vocabulary. */
export interface KeptPage {
  readonly share: PageShare;
  readonly words: PageWords;
}

/** Where numbers have another order of bytes, nothing that was kept means the same. */
export const KEPT_FORM = endianness();

interface RestOfPage {
  readonly about: PageAbout;
  readonly sections: number;
}

export function packPage({ share, words: { sections, words, counts } }: KeptPage): Uint8Array {
  const rest: RestOfPage = { about: share.about, sections };
  const files = {
    fragment: share.fragment,
    names: bytesOfLines(share.words.names),
    numbers: bytesOf(share.words.numbers),
    words: bytesOfLines(words),
    counts: bytesOf(new Int32Array(counts)),
    rest: utf8(JSON.stringify(rest)),
  };
  return packFiles(new Map(Object.entries(files)));
}

export function unpackPage(bytes: Buffer): KeptPage {
  const files = unpackFiles(bytes);
  const file = (path: string): Uint8Array => files.get(path) ?? Buffer.of();
  const { about, sections } = JSON.parse(new PackedText(file("rest")).toString()) as RestOfPage;
  const names = linesIn(file("names"));
  const counts = [...numbersIn(file("counts"))];
  return {
    share: {
      // A copy with memory of its own: a part of the bytes would hold all of them for as long as
      // the fragment is there, and so would a part of Node's pool for small buffers.
      fragment: Buffer.from(Uint8Array.from(file("fragment")).buffer),
      about,
      words: { names, numbers: numbersIn(file("numbers")) },
    },
    words: { sections, words: linesIn(file("words")), counts },
  };
}

/** No word has a line break. */
function bytesOfLines(lines: readonly string[]): Uint8Array {
  return utf8(lines.map((line) => `${line}\n`).join(""));
}

function linesIn(bytes: Uint8Array): string[] {
  return new PackedText(bytes).toString().split("\n").slice(0, -1);
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** A copy: numbers cannot begin at any byte. */
function numbersIn(bytes: Uint8Array): Int32Array {
  return new Int32Array(Uint8Array.from(bytes).buffer);
}
