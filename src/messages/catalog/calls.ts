/** What a call of a shortcode means: its name, its body, its place, its parameters. */
import type { CatalogEntries } from "./entry.ts";

export const CALLS = {
  "shortcode-unknown": {
    level: "error",
    title: "No shortcode of this name",
    happened:
      "A call has a name that is neither that of a built-in shortcode nor that of a partial.",
    why: "The call shows nothing, and its body is lost.",
    fix: "Correct the name; the message offers the nearest one. A shortcode that came with a Hugo theme needs a partial of its name in `data/partials/` or `layouts/shortcodes/`.",
    message:
      'Unexpected shortcode "noet", expected the name of a built-in one or a partial; did you mean "note"?',
    example: {
      wrong: "{{< noet >}}\nBack up first.\n{{< /noet >}}",
      right: "{{< note >}}\nBack up first.\n{{< /note >}}",
    },
  },
  "shortcode-no-body": {
    level: "error",
    title: "A body for a shortcode that takes none",
    happened: "A call of a shortcode without a body has a closing tag.",
    why: "The text between the tags looks like a part of the call, but the shortcode would never read it.",
    fix: "Take the closing tag out, and give the shortcode what it needs as parameters.",
    message: 'Unexpected "{{< /param >}}", expected none: the shortcode at 4:10 takes no body',
    example: {
      wrong: 'Built by {{< param "product" >}}{{< /param >}}.',
      right: 'Built by {{< param "product" >}}.',
    },
  },
  "shortcode-needs-body": {
    level: "error",
    title: "A shortcode without the body that it needs",
    happened: "There is no text between the tags of a call whose shortcode shows its body.",
    why: "An empty note or an empty group of tabs says nothing to readers. A text has probably been lost.",
    fix: "Write the text between the tags, or take the call out.",
    message: 'Unexpected empty "note", expected text between its tags',
    example: {
      wrong: "{{< note >}}\n{{< /note >}}",
      right: "{{< note >}}\nBack up first.\n{{< /note >}}",
    },
  },
  "shortcode-child": {
    level: "error",
    title: "Something in a shortcode's body that cannot stand there",
    happened: "The body of `tabs` holds text outside of its tabs, or no tab at all.",
    why: "Only tabs have a place in the group, so the other text would not be shown.",
    fix: "Move the text into a tab, or to a place before or after the group.",
    message: 'Unexpected paragraph "Choose one:" in "tabs", expected "tab" only',
    example: {
      wrong:
        '{{< tabs >}}\nChoose one:\n{{< tab "Linux" >}}\nOpen a shell.\n{{< /tab >}}\n{{< /tabs >}}',
      right:
        'Choose one:\n\n{{< tabs >}}\n{{< tab "Linux" >}}\nOpen a shell.\n{{< /tab >}}\n{{< /tabs >}}',
    },
  },
  "shortcode-parent": {
    level: "error",
    title: "A shortcode outside of the one that it belongs to",
    happened:
      "A call stands where its shortcode has no meaning, such as a `tab` that no `tabs` encloses.",
    why: "A tab alone has no list of labels: readers could not choose it.",
    fix: "Put the call into the body of the shortcode that the message names.",
    message: 'Unexpected shortcode "tab" here, expected it inside of "tabs"',
    example: {
      wrong: '{{< tab "Linux" >}}\nOpen a shell.\n{{< /tab >}}',
      right: '{{< tabs >}}\n{{< tab "Linux" >}}\nOpen a shell.\n{{< /tab >}}\n{{< /tabs >}}',
    },
  },
  "shortcode-depth": {
    level: "error",
    title: "Shortcodes nested too deeply",
    happened: "Bodies of calls stand within each other more than 100 levels deep.",
    why: "No page needs this. The limit keeps a generated or damaged file from exhausting the build.",
    fix: "Look for closing tags that are missing again and again, or take levels out.",
    message: "Unexpected shortcodes 101 deep, expected at most 100",
  },
  "tab-duplicate": {
    level: "error",
    title: "Two tabs of one group have the same label",
    happened: "Two tabs of one group have the same label, or the same `key`.",
    why: "Labels tell tabs apart: in the list, in addresses, and when the choice of a reader is remembered.",
    fix: "Give each tab a label of its own. If labels are not the problem, look at the keys.",
    message: 'Unexpected second tab "Linux", expected a label of its own',
    example: {
      wrong:
        '{{< tabs >}}\n{{< tab "Linux" >}}\nUse apt.\n{{< /tab >}}\n{{< tab "Linux" >}}\nUse brew.\n{{< /tab >}}\n{{< /tabs >}}',
      right:
        '{{< tabs >}}\n{{< tab "Linux" >}}\nUse apt.\n{{< /tab >}}\n{{< tab "macOS" >}}\nUse brew.\n{{< /tab >}}\n{{< /tabs >}}',
    },
  },
  "tab-label": {
    level: "info",
    title: "The same choice under nearly the same label",
    happened:
      "Two labels of tabs differ in spelling, by a slip of a letter or two, in filling words such as “Use” or “with”, or in what stands in parentheses, and the choice of one is not remembered for the other. Only `npm run check` shows this remark.",
    why: "A reader who chose one of them on a page has to choose again on the next.",
    fix: "Write the same label everywhere, or give both the same key, with `key` at the tab or below `tabs.keys` in the settings.",
    message:
      'Unexpected label "Use Homebrew (macOS)" beside "Homebrew" of content/page.md:5, expected one label, or one key for both; did you mean "Homebrew"?',
    example: {
      wrong:
        '{{< tabs >}}\n{{< tab "Homebrew" >}}\nOne.\n{{< /tab >}}\n{{< /tabs >}}\n\n{{< tabs >}}\n{{< tab "Use Homebrew (macOS)" >}}\nTwo.\n{{< /tab >}}\n{{< /tabs >}}',
      right:
        '{{< tabs >}}\n{{< tab "Homebrew" >}}\nOne.\n{{< /tab >}}\n{{< /tabs >}}\n\n{{< tabs >}}\n{{< tab name="Use Homebrew (macOS)" key="homebrew" >}}\nTwo.\n{{< /tab >}}\n{{< /tabs >}}',
    },
  },
  "parameter-unknown": {
    level: "error",
    title: "No parameter of this name",
    happened:
      "A call gives a parameter that its shortcode does not have, or more positional parameters than it takes.",
    why: "The value would have no effect, and the author would not notice.",
    fix: "Use one of the names in the message. They are told apart by case.",
    message: 'Unexpected parameter "titel" of "note", expected "title"; did you mean "title"?',
    example: {
      wrong: '{{< note titel="Before you begin" >}}\nBack up first.\n{{< /note >}}',
      right: '{{< note title="Before you begin" >}}\nBack up first.\n{{< /note >}}',
    },
  },
  "parameter-missing": {
    level: "error",
    title: "A required parameter is missing",
    happened: "A call lacks a parameter without which its shortcode can do nothing.",
    why: "The call shows nothing.",
    fix: "Add the parameter that the message names.",
    message: 'Unexpected "include-example" without "example", expected this parameter',
    example: {
      wrong: '{{% include-example file="examples/backup" %}}',
      right: '{{% include-example file="examples/backup" example="run-backup" %}}',
    },
  },
  "parameter-type": {
    level: "error",
    title: "A parameter's value has the wrong type",
    happened: "A parameter that is a switch or a number has another value.",
    why: "The call shows nothing: any guess at the value could be wrong.",
    fix: "Give `true` or `false` to a switch, digits to a number.",
    message: 'Unexpected "yes" as "open", expected true or false',
    example: {
      wrong: '{{< details summary="Log" open=yes >}}\nOn the server.\n{{< /details >}}',
      right: '{{< details summary="Log" open=true >}}\nOn the server.\n{{< /details >}}',
    },
  },
  "parameter-value": {
    level: "error",
    title: "A parameter's value is not among the allowed ones",
    happened:
      "A parameter has a fixed set of values, and the given one is not among them. For `yaml-table` and `yaml-list`, these are the columns of the data file.",
    why: "The call shows nothing: any guess at the value could be wrong.",
    fix: "Use one of the values in the message.",
    message:
      'Unexpected "warnign" as "type", expected "note", "tip", "warning", "important" or "caution"; did you mean "warning"?',
    example: {
      wrong: '{{< callout type="warnign" >}}\nBack up first.\n{{< /callout >}}',
      right: '{{< callout type="warning" >}}\nBack up first.\n{{< /callout >}}',
    },
  },
  "parameter-repeated": {
    level: "warning",
    title: "A parameter is given twice; the last one counts",
    happened: "One call gives a named parameter more than once.",
    why: "As in Hugo, the last value counts. The others have no effect, so one of them is a slip.",
    fix: "Keep one value.",
    message: 'Unexpected second "alt", expected each parameter once; the last one counts',
    example: {
      wrong: '{{< figure src="/images/server.svg" alt="A box" alt="A server" >}}',
      right: '{{< figure src="/images/server.svg" alt="A server" >}}',
    },
  },
} as const satisfies CatalogEntries;
