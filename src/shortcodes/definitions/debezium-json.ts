import { textShortcode } from "./shared/text.ts";

/** `debezium-json`: which format change events must have. */
export const debeziumJson = textShortcode(
  "debezium-json",
  "A note that change events must be in Avro, not in JSON.",
  `{{< note >}}
Materialize reads Debezium's envelope from **Avro** records only. Set the
connector's converters to Avro and give them a schema registry; records in JSON
cannot be read as change events yet.
{{< /note >}}
`,
);
