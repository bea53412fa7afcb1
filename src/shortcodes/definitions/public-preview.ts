import { previewShortcode } from "./shared/preview.ts";

/** `public-preview`: says that a feature is open to all, but not final. */
export const publicPreview = previewShortcode({
  name: "public-preview",
  doc: "Says that a feature is in public preview.",
  label: "Public preview",
  className: "public",
  predicate: " is in public preview: anyone can use it, but details may still change.",
});
