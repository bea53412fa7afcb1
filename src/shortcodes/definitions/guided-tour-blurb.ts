import { textShortcode } from "./shared/text.ts";

/** `guided-tour-blurb-for-ingest-data`: where newcomers begin. */
export const guidedTourBlurb = textShortcode(
  "guided-tour-blurb-for-ingest-data",
  "A sentence that sends newcomers to the guided tour first.",
  `New to Materialize? The guided tour in the console shows how sources, views and
indexes work together on sample data. Connect a database of your own once you
have seen it.
`,
);
