/** `tabs.keys`: labels of tabs that mean the same. */
import { expect, test } from "vitest";
import { headline } from "../../src/messages/report.ts";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";

/** The tabs of a page of a site with these settings, as `label=key`, and what is told. */
async function keysIn(
  settings: string,
  group: string,
): Promise<{ keys: string[]; lines: string[] }> {
  const files = {
    "data/site.yml": settings,
    "content/_index.md": `---\ntitle: Home\n---\n\n${group}\n`,
  };
  return withSite(files, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    const html = project.publishedPages.map((page) => project.article(page).html).join("");
    const keys = [...html.matchAll(/<a class="tab" href="[^"]*" data-key="([^"]*)">([^<]*)/g)];
    return {
      keys: keys.map(([, key, label]) => `${label}=${key}`),
      lines: project.diagnostics().map(headline),
    };
  });
}

const group = (...tags: string[]): string =>
  `{{< tabs >}}\n${tags.map((tag) => `{{< tab ${tag} >}}\ntext\n{{< /tab >}}`).join("\n")}\n{{< /tabs >}}`;

const KEYS = `tabs:
  keys:
    aws-privatelink:
      - Use AWS PrivateLink (Cloud-only)
      - AWS private link
    ssh: Use an SSH tunnel
`;

test("labels of one key are one choice, however they are written; a key of its own wins", async () => {
  const { keys, lines } = await keysIn(
    KEYS,
    group('"AWS PrivateLink"') +
      "\n\n" +
      group('"Use AWS  privatelink (cloud only)"', '"Use an SSH tunnel"') +
      "\n\n" +
      group('label="AWS private link" key="own, key"', '"Other"'),
  );
  expect(lines).toEqual([]);
  expect(keys).toEqual([
    "AWS PrivateLink=aws-privatelink",
    "Use AWS  privatelink (cloud only)=aws-privatelink",
    "Use an SSH tunnel=ssh",
    "AWS private link=own-key",
    "Other=other",
  ]);
});

test("two tabs of one group cannot have one key", async () => {
  const { lines } = await keysIn(KEYS, group('"AWS PrivateLink"', '"AWS private link"'));
  expect(lines).toEqual([
    'content/_index.md:9:1: error: Unexpected tab "AWS private link" with the key "aws-privatelink" of "AWS PrivateLink", expected a key of its own [tab-duplicate]',
  ]);
});

test("faulty entries are told at their place, and the others count", async () => {
  const settings = `tabs:
  key: {}
  keys:
    "a, b": [One]
    none: []
    map: { x: y }
    first: [Same, Fine]
    second: [SAME]
`;
  const { keys, lines } = await keysIn(
    settings,
    `${group('"Same"', '"One"')}\n\n${group('"Fine"')}`,
  );
  expect(keys).toEqual(["Same=first", "One=one", "Fine=first"]);
  expect(lines).toEqual([
    'data/site.yml:2:3: warning: Unexpected setting "key" in "tabs", expected keys; did you mean "keys"? [settings-unknown]',
    'data/site.yml:4:5: error: Unexpected key "a, b" in "tabs", expected one without blanks and commas; did you mean "a-b"? [settings-type]',
    'data/site.yml:5:11: error: Unexpected list in "none", expected a list of labels [settings-type]',
    'data/site.yml:6:10: error: Unexpected map in "map", expected a list of labels [settings-type]',
    'data/site.yml:8:14: error: Unexpected label "SAME" for the key "second", expected one that "first" does not have [settings-type]',
  ]);
});
