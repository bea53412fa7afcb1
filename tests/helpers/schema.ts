/** What is wrong with a value by a JSON Schema. */
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";

/** A schema of the drafts that Waymark writes: draft 7 for editors, 2020-12 for reports. */
export interface Schema {
  readonly $schema?: string;
}

const OPTIONS = {
  allErrors: true,
  allowUnionTypes: true,
  strict: true,
  strictRequired: false,
} as const;
const draft7 = new Ajv(OPTIONS);
const draft2020 = new Ajv2020(OPTIONS);

/** Each fault as `/path: what is wrong`; none for a value that is right. */
export function faultsOf(value: unknown, schema: Schema): string[] {
  const ajv = schema.$schema?.includes("2020-12") ? draft2020 : draft7;
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
