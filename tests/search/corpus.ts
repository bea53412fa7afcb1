/** A little site for search: a few pages that say the same things in different places. */
import type { SearchPage } from "../../src/search/records.ts";

export interface CorpusPage {
  readonly page: SearchPage;
  readonly article: string;
}

const POSTGRES = ["Ingest data", "PostgreSQL"];

const code = (label: string, lines: readonly string[], file?: string): string =>
  `<figure class="code"><figcaption class="code-head"><span>${label}</span>${file === undefined ? "" : `<span class="code-title">${file}</span>`}<button class="copy" type="button">Copy</button></figcaption><pre tabindex="0"><code>${lines
    .map((line) => `<span class="line">${line}</span>`)
    .join("\n")}</code></pre></figure>`;

const heading = (depth: number, id: string, mark: string, text: string): string =>
  `<h${depth} id="${id}" class="way"><b>${mark}<span class="sr">.</span></b> <span>${text}<a class="anchor" href="#${id}" aria-label="Link to section">#</a></span></h${depth}>`;

const panel = (id: string, path: string, content: string): string =>
  `<section class="panel" id="${id}" data-key="${id}"><p class="panel-title">${path}</p>${content}</section>`;

const tabs = (labels: readonly string[], panels: readonly string[]): string =>
  `<div class="tabs" data-sync="tabs"><div class="tablist">${labels
    .map((label) => `<a class="tab" href="#x">${label}</a>`)
    .join("")}</div>${panels.join("")}</div>`;

export const CORPUS: readonly CorpusPage[] = [
  {
    page: {
      url: "/ingest-data/postgres/self-hosted/",
      title: "Self-hosted PostgreSQL",
      description: "Stream tables from a server that you run yourself.",
      trail: POSTGRES,
    },
    article: [
      heading(2, "a-configure-postgresql", "A", "Configure PostgreSQL"),
      heading(3, "1-enable-logical-replication", "1", "Enable logical replication"),
      "<ol><li><p>Ask for the current setting:</p>",
      code("PostgreSQL", ["SHOW wal_level;"]),
      "</li><li><p>Write the new one and restart the server:</p>",
      code("Text", ["wal_level = logical", "max_replication_slots=10"], "postgresql.conf"),
      "</li></ol>",
      heading(3, "2-create-a-publication", "2", "Create a publication"),
      "<p>A publication names the tables to stream.</p>",
      heading(2, "b-configure-network-security", "B", "Configure network security"),
      "<p>There are several ways to let connections in.</p>",
      tabs(
        ["Cloud", "Self-Managed"],
        [
          panel(
            "b-cloud",
            "Cloud",
            tabs(
              ["Allow addresses", "SSH tunnel"],
              [
                panel(
                  "b-cloud-allow-addresses",
                  "Cloud › Allow addresses",
                  "<p>Add the egress addresses to <code>pg_hba.conf</code>.</p>",
                ),
                panel(
                  "b-cloud-ssh-tunnel",
                  "Cloud › SSH tunnel",
                  '<p>Put a bastion host between both networks and append the keys to <code>authorized_keys</code>.</p><h4 id="check-the-tunnel">Check the tunnel</h4><p>Ask the bastion for the port of the database.</p>',
                ),
              ],
            ),
          ),
          panel("b-self-managed", "Self-Managed", "<p>Open the firewall for your own cluster.</p>"),
        ],
      ),
      "<p>Whatever you chose, keep TLS on.</p>",
    ].join("\n"),
  },
  {
    page: {
      url: "/ingest-data/postgres/rds/",
      title: "Amazon RDS",
      description: "Stream tables from a managed instance.",
      trail: POSTGRES,
    },
    article: [
      heading(2, "a-configure-rds", "A", "Configure the instance"),
      "<p>Set the parameter <code>rds.logical_replication</code> to 1 in its parameter group, and look at <code>wal_level</code> after.</p>",
      heading(2, "b-configure-network-security", "B", "Configure network security"),
      tabs(
        ["Allow addresses", "SSH tunnel"],
        [
          panel("b-rds-allow", "Allow addresses", "<p>Edit the security group.</p>"),
          panel(
            "b-rds-ssh-tunnel",
            "SSH tunnel",
            "<p>Launch a small EC2 instance as a bastion in the same VPC.</p>",
          ),
        ],
      ),
    ].join("\n"),
  },
  {
    page: {
      url: "/ingest-data/postgres/faq/",
      title: "Frequently asked questions",
      trail: POSTGRES,
    },
    article:
      '<h2 id="how-large">How large may a table be?</h2><p>There is no limit. A publication of all tables is fine, and so is a publication of one table; a publication may be changed at any time.</p><h2 id="lag">Why does the source lag?</h2><p>Look at the replication slot, the network and the size of the cluster.</p>',
  },
  {
    page: {
      url: "/sql/create-connection/",
      title: "CREATE CONNECTION",
      description: "Describes how to reach another system.",
      trail: ["SQL reference"],
    },
    article: [
      '<h2 id="network-security">Network security</h2><h3 id="ssh-tunnel-options">SSH tunnel options</h3>',
      '<div class="scroll"><table><thead><tr><th>Name</th><th>Meaning</th></tr></thead><tbody><tr><td>HOST</td><td>the bastion</td></tr><tr><td>PORT</td><td>22 by default</td></tr></tbody></table></div>',
      '<h2 id="examples">Examples</h2>',
      code("Materialize", [
        "CREATE CONNECTION ssh_bastion TO SSH TUNNEL (",
        "    HOST &#x27;bastion.example&#x27;",
        ");",
      ]),
    ].join("\n"),
  },
  {
    page: { url: "/sql/create-source/", title: "CREATE SOURCE", trail: ["SQL reference"] },
    article:
      '<p>A source reads from a connection.</p><h2 id="options">Options</h2><dl><dt>PUBLICATION</dt><dd>The publication to read.</dd></dl>',
  },
  {
    page: { url: "/", title: "Little docs", description: "All there is to know.", trail: [] },
    article: "<p>Welcome. Start with a guide.</p>",
  },
];
