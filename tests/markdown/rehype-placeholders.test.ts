/** Placeholders in articles. */
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { rehypePlaceholders } from "../../src/markdown/rehype-placeholders.ts";
import type { PlaceholderNote } from "../../src/site/placeholders.ts";
import { isSecretName } from "../../src/site/secret-names.ts";

const processor = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypePlaceholders)
  .use(rehypeStringify)
  .freeze();

function through(
  html: string,
  isOn: boolean | null = true,
  notes: Readonly<Record<string, Partial<PlaceholderNote>>> = {},
): string {
  const file = new VFile(html);
  const full = Object.entries(notes).map(
    ([name, note]) =>
      [
        name,
        {
          description: undefined,
          example: undefined,
          initial: undefined,
          isSecret: undefined,
          ...note,
        },
      ] as const,
  );
  if (isOn !== null) file.data.placeholders = { isOn, notes: new Map(full) };
  return String(processor.processSync(file));
}

function ph(name: string, more = ""): string {
  return `<var class="ph" data-name="${name}"${more}>&#x3C;${name}></var>`;
}

const PANEL = '<div class="values"></div>';

describe("rehypePlaceholders", () => {
  test.each([
    ["<p>a &lt;host> b</p>", `${PANEL}<p>a ${ph("host")} b</p>`],
    ["<p>a <code>&lt;host></code> b</p>", `${PANEL}<p>a <code>${ph("host")}</code> b</p>`],
    [
      "<h2>A</h2><p>a</p><h2>B</h2><h3>C</h3><ul><li>&lt;b_c></li></ul>",
      `<h2>A</h2><p>a</p>${PANEL}<h2>B</h2><h3>C</h3><ul><li>${ph("b_c")}</li></ul>`,
    ],
    [
      '<pre><code class="language-sh"><span class="line"><span class="ts">"&lt;a_b</span>>"</span></code></pre>',
      `${PANEL}<pre><code class="language-sh"><span class="line"><span class="ts">"</span>${ph("a_b")}"</span></code></pre>`,
    ],
    // A certain use makes the doubtful ones certain, before it too
    [
      '<p>&lt;table></p><pre><code class="language-sql">&lt;table></code></pre>',
      `${PANEL}<p>${ph("table")}</p><pre><code class="language-sql">${ph("table")}</code></pre>`,
    ],
    // Strings and comments of languages with types
    [
      '<pre><code class="language-java">List&lt;Item> a = <span class="ts">"&lt;item>"</span></code></pre>',
      `${PANEL}<pre><code class="language-java">List&#x3C;Item> a = <span class="ts">"${ph("item")}"</span></code></pre>`,
    ],
  ])("%j", (html, expected) => {
    expect(through(html)).toBe(expected);
  });

  test.each([
    "<p>a</p>",
    "<p>&#x3C;table> <code>&#x3C;p></code></p>",
    "<h2>&#x3C;host></h2>",
    '<figure class="code out"><pre><code>&#x3C;host></code></pre></figure>',
    '<pre><code class="language-html">&#x3C;host></code></pre>',
    '<pre><code class="language-vue">&#x3C;host></code></pre>',
    '<pre><code class="language-rust">a &#x3C;b> c</code></pre>',
    "<script>&#x3C;host></script>".replace("&#x3C;", "<"),
    '<div data-placeholders="false"><p>&#x3C;host></p></div>',
  ])("leaves %j alone", (html) => {
    expect(through(html)).toBe(html);
  });

  test("is off where the page says so, but for what asks for it", () => {
    const html = '<p>&#x3C;host></p><div data-placeholders="true"><p>&#x3C;port></p></div>';
    expect(through(html, false)).toBe(
      `<p>&#x3C;host></p>${PANEL}<div data-placeholders="true"><p>${ph("port")}</p></div>`,
    );
    expect(through(html, null)).toBe(html);
  });

  test("the first of a name says what is known of it", () => {
    const html =
      "<p>&#x3C;PASSWORD> &#x3C;PASSWORD> &#x3C;secret_name> &#x3C;table> &#x3C;port></p>";
    const notes = {
      PASSWORD: { description: 'Of "the" role', example: "a<b" },
      secret_name: { isSecret: false },
      table: { isSecret: true },
      port: { initial: "5432" },
    };
    const about = ' data-about="Of &#x22;the&#x22; role" data-example="a<b" data-secret=""';
    expect(through(html, true, notes)).toBe(
      `${PANEL}<p>${ph("PASSWORD", about)} ${ph("PASSWORD")} ${ph("secret_name")} ${ph("table", ' data-secret=""')} ${ph("port", ' data-default="5432"')}</p>`,
    );
  });

  test("secrets are told by their names", () => {
    const secrets =
      "PASSWORD db_passwd apikey API_KEY access-token CLIENT_SECRET credentials user.pass".split(
        " ",
      );
    expect(secrets.filter((name) => !isSecretName(name))).toEqual([]);
    const others = "host user database compass passage region SSH_BASTION_HOST".split(" ");
    expect(others.filter(isSecretName)).toEqual([]);
  });
});
