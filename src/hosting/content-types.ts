/** What kinds of files a site has, by the end of their names. */
const TEXT = "; charset=utf-8";

const TYPES: Readonly<Record<string, string>> = {
  avif: "image/avif",
  css: `text/css${TEXT}`,
  gif: "image/gif",
  html: `text/html${TEXT}`,
  ico: "image/x-icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: `text/javascript${TEXT}`,
  json: "application/json",
  m4a: "audio/mp4",
  md: `text/markdown${TEXT}`,
  mjs: `text/javascript${TEXT}`,
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  oga: "audio/ogg",
  ogg: "audio/ogg",
  ogv: "video/ogg",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  ttf: "font/ttf",
  txt: `text/plain${TEXT}`,
  vtt: `text/vtt${TEXT}`,
  wav: "audio/wav",
  wasm: "application/wasm",
  webm: "video/webm",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff: "font/woff",
  woff2: "font/woff2",
  xml: `application/xml${TEXT}`,
};

/** The media type of a file; bytes, where its name says nothing. */
export function contentType(path: string): string {
  const [, extension = ""] = /\.([^./]+)$/.exec(path) ?? [];
  return TYPES[extension.toLowerCase()] ?? "application/octet-stream";
}
