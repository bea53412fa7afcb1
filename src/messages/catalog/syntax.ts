/** How a shortcode's tags are written. */
import type { CatalogEntries } from "./entry.ts";

export const SYNTAX = {
  "shortcode-unclosed-tag": {
    level: "error",
    title: "A shortcode tag has no end",
    happened:
      "A tag opens, but its closing braces do not come before the next tag or the end of the text.",
    why: "Waymark cannot know where the parameters end and your text goes on, so the tag stays on the page as text.",
    fix: "End the tag with the braces that match its start: `>}}` or `%}}`. Comment out a tag that you only want to show.",
    message: 'Unexpected tag without an end, expected ">}}"',
    example: {
      wrong: "New since {{< version-added v2.0, as a preview.",
      right: "New since {{< version-added v2.0 >}}, as a preview.",
    },
  },
  "shortcode-character": {
    level: "error",
    title: "A character that a tag cannot hold",
    happened:
      "A tag has a sign that means nothing there, a value in single quotes, nothing after `=`, or it ends with the braces of the other form.",
    why: "Values without quotes are made of letters, digits, `_`, `-` and `.`. Anything else might be a slip, and guessing could call the shortcode with a wrong value.",
    fix: "Put the value in double quotes, or end the tag as it began.",
    message: `Unexpected "'", expected double quotes: single quotes do not quote`,
    example: {
      wrong: "{{< details 'Where is the log?' >}}\nOn the server.\n{{< /details >}}",
      right: '{{< details "Where is the log?" >}}\nOn the server.\n{{< /details >}}',
    },
  },
  "shortcode-no-name": {
    level: "error",
    title: "A shortcode tag without a name",
    happened: "Between the braces of a tag there is no name.",
    why: "There is nothing to call. The tag stays on the page as text.",
    fix: "Write the name as the first word of the tag, or take the tag out.",
    message: 'Unexpected tag without a name, expected "{{< name"',
    example: {
      wrong: "{{< >}}\nBack up first.\n",
      right: "{{< note >}}\nBack up first.\n{{< /note >}}",
    },
  },
  "shortcode-string": {
    level: "error",
    title: "A quoted value without its closing quote",
    happened:
      "A value starts with a double quote that nothing closes in the same line, or with a backtick that nothing closes at all.",
    why: "The rest of the tag, and the text after it, would become a part of the value.",
    fix: 'Close the quote. Put a value of several lines between backticks. Within double quotes, write a double quote as `\\"`.',
    message: "Unexpected end of the line in a value, expected a closing '\"'",
    example: {
      wrong: '{{< details "Where is the log? >}}\nOn the server.\n{{< /details >}}',
      right: '{{< details "Where is the log?" >}}\nOn the server.\n{{< /details >}}',
    },
  },
  "shortcode-escape": {
    level: "error",
    title: "An escape that quoted values do not have",
    happened: "A value in double quotes has a backtick with a backslash before it.",
    why: "Only the double quote has an escape. Hugo refuses this one too.",
    fix: "Write the backtick without the backslash.",
    message: 'Unexpected escape "\\`", expected a backtick without its backslash',
    example: {
      wrong: '{{< details "Set \\`wal_level\\`" >}}\nThen restart.\n{{< /details >}}',
      right: '{{< details "Set `wal_level`" >}}\nThen restart.\n{{< /details >}}',
    },
  },
  "shortcode-comment": {
    level: "error",
    title: "A commented-out shortcode without its end",
    happened:
      "A tag is commented out with `/*`, but the matching `*/` before its closing braces is missing.",
    why: "Everything up to the end of the text would be part of the comment.",
    fix: "Put `*/` before the closing braces: `*/>}}` or `*/%}}`.",
    message: 'Unexpected end of the text, expected "*/>}}" after a commented-out shortcode',
    example: {
      wrong: "Write `{{</* note >}}` for a note.",
      right: "Write `{{</* note */>}}` for a note.",
    },
  },
  "shortcode-mixed-parameters": {
    level: "error",
    title: "Positional and named parameters in one call",
    happened: "One call gives some parameters by position and others by name.",
    why: "The place of a positional parameter would depend on which of the named ones count. Hugo refuses such calls too.",
    fix: "Name all parameters of the call.",
    message:
      'Unexpected named parameter "alt" after the positional parameter "/images/server.svg", expected only one kind in a tag',
    example: {
      wrong: '{{< figure "/images/server.svg" alt="A server" >}}',
      right: '{{< figure src="/images/server.svg" alt="A server" >}}',
    },
  },
  "shortcode-closing-parameters": {
    level: "error",
    title: "Parameters in a closing tag",
    happened: "Something other than the name stands in a closing tag.",
    why: "Parameters belong to the call, and the opening tag has made it already.",
    fix: "Move the parameter to the opening tag.",
    message: "Unexpected parameter in a closing tag, expected only the name",
    example: {
      wrong: '{{< note >}}\nBack up first.\n{{< /note "Before you begin" >}}',
      right: '{{< note title="Before you begin" >}}\nBack up first.\n{{< /note >}}',
    },
  },
  "shortcode-inline": {
    level: "error",
    title: "An inline shortcode, which Waymark does not run",
    happened:
      "The name of a shortcode ends in `.inline`. In Hugo, the body of such a call is a Go template.",
    why: "Waymark does not run Go templates that stand in pages.",
    fix: "Make a partial of the text in `data/partials/` and call it by its name.",
    message:
      'Unexpected inline shortcode "product.inline", expected a name without ".inline": Go templates in pages are not run',
    example: {
      wrong: "Built by {{< product.inline >}}{{ .Site.Params.product }}{{< /product.inline >}}.",
      right: 'Built by {{< param "product" >}}.',
    },
  },
  "shortcode-not-open": {
    level: "error",
    title: "A closing tag for a shortcode that is not open",
    happened:
      "There is a closing tag, but no tag of its name was opened before it. Often one of the two names is misspelt; the message then says which tag was meant.",
    why: "A closing tag that nothing opened may mean that a call ends too early, or that an opening tag was lost. It stays on the page as text.",
    fix: "Correct the name, add the opening tag, or take the closing tag out.",
    message:
      'Unexpected "{{< /noet >}}", expected "{{< /note >}}" for the tag at 4:1; did you mean "note"?',
    example: {
      wrong: "{{< note >}}\nBack up first.\n{{< /noet >}}",
      right: "{{< note >}}\nBack up first.\n{{< /note >}}",
    },
  },
  "shortcode-crossed": {
    level: "warning",
    title: "A closing tag that crosses another shortcode",
    happened: "An outer call is closed before the call within it.",
    why: "As in Hugo, the first closing tag closes the innermost call whatever name it has. The page comes out, but perhaps not as you meant it.",
    fix: "Close the inner call first.",
    message:
      'Unexpected "{{< /note >}}" for the tag at 4:1, expected "{{< /tip >}}" first for the one at 4:13; it closes the inner one',
    example: {
      wrong: "{{< note >}}{{< tip >}}Use SSL.{{< /note >}}{{< /tip >}}",
      right: "{{< note >}}{{< tip >}}Use SSL.{{< /tip >}}{{< /note >}}",
    },
  },
  "shortcode-not-closed": {
    level: "error",
    title: "A shortcode with a body has no closing tag",
    happened:
      "A call that needs a body is still open where the text ends, or where the call around it is closed.",
    why: "Everything up to that place becomes the body: half of a page may disappear into a note or a tab.",
    fix: "Add the closing tag where the body ends. Look for a lost slash: an opening tag in place of the closing one gives this message too.",
    message: 'Unexpected end of the text, expected "{{< /note >}}" for this tag before it',
    example: {
      wrong: "{{< note >}}\nBack up first.\n\nThen install the program.",
      right: "{{< note >}}\nBack up first.\n{{< /note >}}\n\nThen install the program.",
    },
  },
  "shortcode-delimiter": {
    level: "warning",
    title: "Opening and closing tag use different delimiters",
    happened: "One of the two tags of a call is written with `<` and `>`, the other one with `%`.",
    why: "The opening tag decides how the result joins the page. The closing tag says something else, so one of them is a slip.",
    fix: "Write both tags in the same way.",
    message: 'Unexpected "{{% /note %}}", expected "{{< /note >}}" as in the opening tag at 4:1',
    example: {
      wrong: "{{< note >}}\nBack up first.\n{{% /note %}}",
      right: "{{< note >}}\nBack up first.\n{{< /note >}}",
    },
  },
} as const satisfies CatalogEntries;
