/** Texts made of what tags are made of, whole and broken, for property tests. */
import fc from "fast-check";

const PIECES = [
  ..."{{< >}} {{% %}} {{</ {{</* {{%/* */>}} */%}} {{< /b >}} {{% /b %}} a b note k= = / . ' !".split(
    " ",
  ),
  ...[
    '"',
    '\\"',
    "`",
    "\\`",
    "\\",
    " ",
    "\n",
    "\r\n",
    "\t",
    "{",
    "}",
    "é",
    "\u{1f6a9}",
    "\ufeff",
    "\u00a0",
  ],
  ...[
    "{{< a >}}",
    "{{< b >}}",
    "{{< /a >}}",
    "{{% b %}}",
    '{{< a "x" k="y" >}}',
    "{{< b />}}",
    "{{</* a */>}}",
  ],
];

/** Any text of such pieces, or of any characters. */
export const taggedText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...PIECES), { maxLength: 40 })
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);
