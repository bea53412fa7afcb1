/** Sizes of the site's images, read from their files: a page that knows them does not move. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import type { ContentResource } from "./resources.ts";

/** In pixels of the page. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Exif: values of `Orientation` from here on stand for images that are turned by 90 degrees. */
const TURNED = 5;

/** Images by path from the output's root; each file is read once. */
export class ImageSizes {
  readonly #folder: string | undefined;
  readonly #resources: ReadonlyMap<string, string>;
  readonly #known = new Map<string, ImageSize | undefined>();

  /** `folder`: that of static files, absolute. A resource wins over a static file. */
  constructor(folder: string | undefined, resources: readonly ContentResource[]) {
    this.#folder = folder;
    this.#resources = new Map(resources.map(({ from, to }) => [`/${to}`, from]));
  }

  /** The size of the image at `path`; undefined for what is no image, or cannot be read. */
  of(path: string): ImageSize | undefined {
    if (this.#known.has(path)) return this.#known.get(path);
    const size = this.#read(path);
    this.#known.set(path, size);
    return size;
  }

  #read(path: string): ImageSize | undefined {
    const file = this.#resources.get(path) ?? (this.#folder && join(this.#folder, path));
    if (file === undefined || path.split("/").includes("..")) return undefined;
    try {
      const { width, height, orientation = 1 } = imageSize(readFileSync(file));
      if (!(width > 0 && height > 0)) return undefined;
      // `plan@2x.png` has two pixels for each of the page.
      const density = Number(/@([23])x\.\w+$/.exec(path)?.[1] ?? 1);
      const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side / density)));
      if (w === undefined || h === undefined) return undefined;
      return orientation >= TURNED ? { width: h, height: w } : { width: w, height: h };
    } catch {
      return undefined;
    }
  }
}
