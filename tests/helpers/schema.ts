/** The part of JSON Schema (2020-12, draft 7) that Waymark's own schemas use. */

export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly contains?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
}

/** What is wrong with a value, as `/path: fault`. */
export function faultsOf(value: unknown, schema: Schema, root: Schema = schema, at = ""): string[] {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace("#/$defs/", "")];
    if (target === undefined) return [`${at}: ${schema.$ref} leads nowhere`];
    return faultsOf(value, target, root, at);
  }
  const isValid = (other: Schema): boolean => faultsOf(value, other, root, at).length === 0;
  if (schema.anyOf !== undefined && !schema.anyOf.some(isValid)) return [`${at}: is none of these`];
  if (schema.if !== undefined && schema.then !== undefined && isValid(schema.if))
    return faultsOf(value, schema.then, root, at);
  if (schema.enum !== undefined && typeof value === "object" && !schema.enum.includes(value))
    return [`${at}: is none of ${schema.enum.join(", ")}`];
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOf(value, type)))
    return [`${at}: is no ${types.join(" or ")}`];
  const { items, contains } = schema;
  if (contains !== undefined && Array.isArray(value)) {
    const has = value.some((item) => faultsOf(item, contains, root, at).length === 0);
    if (!has) return [`${at}: contains nothing of the kind`];
  }
  if (Array.isArray(value))
    return items ? value.flatMap((item, i) => faultsOf(item, items, root, `${at}/${i}`)) : [];
  if (typeof value === "object" && value !== null)
    return mapFaults(new Map(Object.entries(value)), schema, root, at);
  return scalarFaults(value, schema).map((fault) => `${at}: ${fault}`);
}

function scalarFaults(value: unknown, { enum: words, pattern, minimum }: Schema): string[] {
  const faults: string[] = [];
  if (words !== undefined && !words.includes(value)) faults.push(`is none of ${words.join(", ")}`);
  if (typeof value === "string" && !new RegExp(pattern ?? "").test(value))
    faults.push(`does not match ${pattern}`);
  if (typeof value === "number" && value < (minimum ?? value)) faults.push("is too small");
  return faults;
}

function mapFaults(
  map: ReadonlyMap<string, unknown>,
  { properties = {}, patternProperties = {}, required = [], additionalProperties }: Schema,
  root: Schema,
  at: string,
): string[] {
  const lacking = required.filter((key) => !map.has(key)).map((key) => `${at}: ${key} lacks`);
  const inner = [...map].flatMap(([key, value]) => {
    const known = properties[key];
    if (known !== undefined) return faultsOf(value, known, root, `${at}/${key}`);
    const patterns = Object.entries(patternProperties);
    const matched = patterns.find(([pattern]) => new RegExp(pattern).test(key))?.[1];
    const other = matched ?? additionalProperties;
    if (typeof other === "object") return faultsOf(value, other, root, `${at}/${key}`);
    return other === false ? [`${at}/${key}: is not known`] : [];
  });
  return [...lacking, ...inner];
}

function isOf(value: unknown, type: string): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "object")
    return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
