import { previewShortcode } from "./shared/preview.ts";

/** `private-preview`: says that a feature is open to some only. */
export const privatePreview = previewShortcode({
  name: "private-preview",
  doc: "Says that a feature is in private preview.",
  label: "Private preview",
  className: "private",
  predicate:
    " is in private preview: it is switched on by request, may change without notice, and is not meant for production yet.",
});
