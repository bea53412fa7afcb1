/**
 * Configurations of the peers: the same parts of a page for each (navigation, article,
 * contents of the page, search), nothing for show.
 */

type Files = Readonly<Record<string, string>>;

const callout = (name: string): string =>
  `<aside class="callout ${name}">{{ .Inner | .Page.RenderString (dict "display" "block") }}</aside>\n`;

export const HUGO_FILES: Files = {
  "config.yaml": `baseURL: http://127.0.0.1/
title: Tidewater guides
languageCode: en
disableKinds: [taxonomy, term, RSS]
params:
  navigationCached: false
markup:
  goldmark: { renderer: { unsafe: true } }
  highlight: { noClasses: false }
`,
  "layouts/_default/baseof.html": `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header><a href="/">{{ site.Title }}</a></header>
<nav>
{{ if site.Params.navigationCached }}{{ partialCached "navigation.html" (dict "entries" site.Menus.main) }}{{ else }}{{ partial "navigation.html" (dict "entries" site.Menus.main "page" .) }}{{ end }}
</nav>
<main data-pagefind-body>
<h1>{{ .Title }}</h1>
{{ block "main" . }}{{ .Content }}{{ end }}
</main>
<aside>{{ .TableOfContents }}</aside>
</body>
</html>
`,
  "layouts/_default/single.html": `{{ define "main" }}{{ .Content }}{{ end }}\n`,
  "layouts/_default/list.html": `{{ define "main" }}{{ .Content }}
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`,
  "layouts/index.html": `{{ define "main" }}{{ .Content }}{{ end }}\n`,
  "layouts/partials/navigation.html": `{{- $page := .page -}}
<ul>
{{- range .entries -}}
{{- $entry := . -}}
{{- $isHere := false -}}{{- $isAbove := false -}}
{{- with $page -}}{{- $isHere = .IsMenuCurrent "main" $entry -}}{{- $isAbove = .HasMenuCurrent "main" $entry -}}{{- end -}}
<li>{{ if .HasChildren }}<details{{ if or $isHere $isAbove }} open{{ end }}><summary><a href="{{ .URL }}"{{ if $isHere }} aria-current="page"{{ end }}>{{ .Name }}</a></summary>
{{- partial "navigation.html" (dict "entries" .Children "page" $page) }}</details>
{{- else }}<a href="{{ .URL }}"{{ if $isHere }} aria-current="page"{{ end }}>{{ .Name }}</a>{{ end }}</li>
{{- end -}}
</ul>
`,
  "layouts/shortcodes/note.html": callout("note"),
  "layouts/shortcodes/tip.html": callout("tip"),
  "layouts/shortcodes/warning.html": callout("warning"),
  "layouts/shortcodes/tabs.html": `{{- $inner := .Inner -}}
{{- $group := .Ordinal -}}
<div class="tabs"><div role="tablist">
{{- range $at, $tab := .Scratch.Get "tabs" }}<button role="tab" id="tab-{{ $group }}-{{ $at }}" aria-controls="panel-{{ $group }}-{{ $at }}">{{ $tab.label }}</button>{{ end -}}
</div>
{{- range $at, $tab := .Scratch.Get "tabs" }}<div role="tabpanel" id="panel-{{ $group }}-{{ $at }}" aria-labelledby="tab-{{ $group }}-{{ $at }}">{{ $tab.body }}</div>{{ end -}}
</div>
`,
  "layouts/shortcodes/tab.html": `{{- $body := .Inner | .Page.RenderString (dict "display" "block") -}}
{{- .Parent.Scratch.Add "tabs" (slice (dict "label" (.Get 0) "body" $body)) -}}
`,
  "layouts/shortcodes/include-md.html": `{{- readFile (.Get "file") | safeHTML -}}\n`,
  "layouts/shortcodes/include-from-yaml.html": `{{- $entries := index site.Data (split (.Get "data") "/") -}}
{{- with index (where $entries "name" (.Get "name")) 0 }}{{ .content | safeHTML }}{{ end -}}
`,
  "layouts/shortcodes/include-example.html": `{{- $entries := index site.Data (split (.Get "file") "/") -}}
{{- with index (where $entries "name" (.Get "example")) 0 }}{{ .description | safeHTML }}

\`\`\`sql
{{ .code | safeHTML }}
\`\`\`
{{ end -}}
`,
  "static/site.css":
    "body { margin: 0 auto; max-width: 75rem; font-family: system-ui, sans-serif; }\n",
};

const packages = (dependencies: Readonly<Record<string, string>>): string =>
  JSON.stringify({ private: true, type: "module", dependencies });

export const STARLIGHT_FILES: Files = {
  "package.json": packages({ "@astrojs/starlight": "^0.42.0", astro: "^7.3.0" }),
  "astro.config.mjs": `import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "http://127.0.0.1",
  integrations: [starlight({ title: "Tidewater guides" })],
});
`,
  "src/content.config.ts": `import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro:content";

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
};

export const VITEPRESS_FILES: Files = {
  "package.json": packages({ vitepress: "^1.6.4" }),
  "docs/.vitepress/config.mjs": `import { readFileSync } from "node:fs";

export default {
  title: "Tidewater guides",
  cleanUrls: true,
  themeConfig: {
    outline: [2, 4],
    search: { provider: "local" },
    sidebar: JSON.parse(readFileSync(new URL("../../sidebar.json", import.meta.url), "utf8")),
  },
};
`,
};
