/** Links, images, and calls that name a page or a parameter of the site. */
import type { CatalogEntries } from "./entry.ts";

export const LINKS = {
  "link-missing": {
    level: "error",
    title: "A link to a page that this site does not have",
    happened:
      "A link within the site leads to no page, no alias and no file. Links in raw HTML and in the addresses that shortcodes take count too, and so do videos, sounds, frames and scripts.",
    why: "Readers would come to an error page.",
    fix: "Correct the address; the message offers the nearest one. If the page moved, link to where it is now. Pages that another site has can be left to it with the setting `upstream`.",
    message:
      'Unexpected address "/guides/instal/", expected a page of this site; did you mean "/guides/install/"?',
    example: {
      wrong: "First [install the program](/guides/instal/).",
      right: "First [install the program](/guides/install/).",
    },
  },
  "link-draft": {
    level: "error",
    title: "A link to a page that is not built",
    happened:
      "A link leads to a draft, to a page that is not published yet or has expired, or to one that gets no file by `build` in its front matter. Between pages that are not built, links are fine.",
    why: "Readers would come to an error page until the page is published.",
    fix: "Publish the page, or take the link out until then. The setting `buildDrafts` builds drafts for yourself.",
    message:
      'Unexpected link to "/guides/plans/", expected a page that gets a file: content/guides/plans.md is a draft',
    example: {
      wrong: "Read [our plans](/guides/plans/).",
      right: "Read [the guide](/guides/install/).",
    },
  },
  "link-redirected": {
    level: "warning",
    title: "A link to an alias of a page",
    happened: "A link leads to an address that a page has as an alias, so that it is redirected.",
    why: "Readers wait for one more page, and an alias may go away some day.",
    fix: "Link to where the page is now, as the message suggests.",
    message:
      'Unexpected address "/guides/setup/", which is redirected to /guides/install/; did you mean "/guides/install/"?',
    example: {
      wrong: "First [install the program](/guides/setup/).",
      right: "First [install the program](/guides/install/).",
    },
  },
  "link-case": {
    level: "warning",
    title: "A link in another case than the address",
    happened:
      "A link differs from the address of a page or a file in capital and small letters only. Waymark corrects it on the page.",
    why: "Most hosts tell capital and small letters apart, and so do other programs that read the source.",
    fix: "Write the address as the message suggests.",
    message:
      'Unexpected address "/Guides/Install/", expected the case of /guides/install/; did you mean "/guides/install/"?',
    example: {
      wrong: "First [install the program](/Guides/Install/).",
      right: "First [install the program](/guides/install/).",
    },
  },
  "link-slashes": {
    level: "warning",
    title: "A link with a doubled slash",
    happened: "The path of a link within the site has two or more slashes in a row.",
    why: "Waymark corrects it on the page, but hosts and search engines take such an address for another one.",
    fix: "Write one slash.",
    message:
      'Unexpected doubled slash in "/guides//install/", expected one; did you mean "/guides/install/"?',
    example: {
      wrong: "First [install the program](/guides//install/).",
      right: "First [install the program](/guides/install/).",
    },
  },
  "link-anchor": {
    level: "error",
    title: "A link to a heading that the page does not have",
    happened: "The page of a link exists, but nothing on it has the id after the `#`.",
    why: "Readers would come to the top of the page and search for the place.",
    fix: "Correct the id; the message offers the nearest one. Ids of headings change with their words, so give a heading that others link to an id of its own: `## Get the program {#get}`.",
    message: 'Unexpected link to "#gte", expected an id of /guides/install/; did you mean "#get"?',
    example: {
      wrong: "First [get the program](/guides/install/#gte).",
      right: "First [get the program](/guides/install/#get).",
    },
  },
  "image-missing": {
    level: "error",
    title: "An image that does not exist",
    happened:
      "The address of an image leads to no file in `static/` or `public/`, and to none beside the page. In raw HTML, `srcset` and `poster` count too.",
    why: "Readers would see a broken image.",
    fix: "Correct the address; the message offers the nearest one. Addresses leave `static/` out: `static/images/server.svg` is `/images/server.svg`.",
    message:
      'Unexpected address "/images/sevrer.svg", expected a file of this site; did you mean "/images/server.svg"?',
    example: {
      wrong: "![The server](/images/sevrer.svg)",
      right: "![The server](/images/server.svg)",
    },
  },
  "image-unused": {
    level: "info",
    title: "An image that no page shows",
    happened:
      "The name of an image in `static/`, `public/` or beside a page stands in no page, data file, partial, setting or style sheet. Icons that browsers ask for by name are left out. Only `npm run check` shows this remark.",
    why: "The image is published and loaded by nobody, and somebody may keep it up to date in vain.",
    fix: "Show it on a page, or remove the file.",
    message: "Unexpected image, expected a page that shows it",
  },
  "external-missing": {
    level: "error",
    title: "A link to another host where nothing is",
    happened:
      "The host of a link answers that nothing is at the address (404 or 410), or there is no host of this name. Only `npm run check -- --external` asks.",
    why: "Readers would come to an error page of somebody else.",
    fix: "Look for the page on the other site, or in an archive of the web, and correct the link or take it out.",
    message:
      'Unexpected address "https://tools.example.org/old/", which answers 404, expected one that answers',
  },
  "external-unreachable": {
    level: "warning",
    title: "A link to another host that cannot be reached",
    happened:
      "The host of a link gave no answer in time, broke the connection off, has a certificate that is not valid, or has a fault of its own (500 to 599). Waymark has tried again where that may help. Only `npm run check -- --external` asks.",
    why: "The page may be gone, or the host has a bad day. Nobody can tell from one answer.",
    fix: "Open the link in a browser, and run the check again later. A host that is only there for some people is left out with `externalLinks` in the settings.",
    message:
      'Unexpected address "https://tools.example.org/", which gives no answer within 20 seconds, expected one that answers',
  },
  "external-refused": {
    level: "info",
    title: "A link to another host that answers to nobody but browsers",
    happened:
      "The host of a link wants somebody to log in, or refuses programs (401, 403, 429 and the like). Only `npm run check -- --external` asks.",
    why: "Most such pages are there, but the check cannot know.",
    fix: "Open the link in a browser. If all is well, leave the host out with `externalLinks` in the settings, or excuse the place.",
    message:
      'Unexpected address "https://tools.example.org/account/", which answers 403, expected one that answers',
  },
  "external-moved": {
    level: "info",
    title: "A link to another host that has moved for good",
    happened:
      "The host of a link redirects to another address, and says that this is the right one for good (301 or 308). Only `npm run check -- --external` asks.",
    why: "Readers wait for one more page, and redirects go away some day.",
    fix: "See whether the new address shows what you link to: sites that took a page out often redirect to their home page. If it does, write the new address.",
    message:
      'Unexpected address "http://tools.example.org/", which has moved for good, expected the new one; did you mean "https://tools.example.org/"?',
  },
  "external-anchor": {
    level: "warning",
    title: "A link to a heading that a page of another host does not have",
    happened:
      "The page of a link is there, but nothing in its HTML has the id after the `#`. Pages that make their headings by script are left out. Only `npm run check -- --external` asks.",
    why: "Readers would come to the top of the page and search for the place.",
    fix: "Open the page and copy the address of the place, or link to the page as a whole.",
    message:
      'Unexpected link to "#instal", expected an id of https://tools.example.org/guide/; did you mean "#install"?',
  },
  "external-address": {
    level: "error",
    title: "A link to another host that is no address",
    happened:
      "A link begins like an address of the web, but its host or its port cannot be one. Only `npm run check -- --external` tells it.",
    why: "Browsers show an error, or take it for a page of this site.",
    fix: "Write the whole address, as your browser shows it.",
    message:
      'Unexpected address "https://tools.example.org:port/", expected one that a browser can go to',
  },
  "external-offline": {
    level: "error",
    title: "No other host can be reached",
    happened:
      "`npm run check -- --external` asked for links, and no host at all gave an answer. It is told once, at the first of these links.",
    why: "The machine has no network, or something between it and the web lets nothing through. Nothing is known of the links.",
    fix: "Run the check where there is a network. Without `--external` it needs none.",
    message:
      "Unexpected silence of all other hosts, expected a network: 12 addresses could not be asked for",
  },
  "ref-missing": {
    level: "error",
    title: "ref or relref names no page",
    happened:
      "The path in a `ref` or `relref` is not that of a page in `content/` that gets a file.",
    why: "The link would have no address.",
    fix: "Write the path of the file, from `content/` with a slash before it, or from the folder of the page. With the setting `refLinksErrorLevel: warning`, such links get the address of `refLinksNotFoundURL` and no message; with a level below `error` in the setting `diagnostics`, they get it with a message.",
    message:
      'Unexpected page "/guides/instal", expected the path of one in content/; did you mean "guides/install"?',
    example: {
      wrong: 'First [install the program]({{< ref "/guides/instal" >}}).',
      right: 'First [install the program]({{< ref "/guides/install" >}}).',
    },
  },
  "ref-ambiguous": {
    level: "error",
    title: "ref or relref names several pages",
    happened: "The name in a `ref` or `relref` is that of several files in different folders.",
    why: "Waymark does not choose between them, as which one is first may change with any new page.",
    fix: "Write the path from `content/` with a slash before it.",
    message:
      'Unexpected page name "install.md", which is ambiguous: content/guides/install.md, content/tools/install.md',
    example: {
      wrong: 'First [install the program]({{< ref "install.md" >}}).',
      right: 'First [install the program]({{< ref "/guides/install.md" >}}).',
    },
  },
  "section-missing": {
    level: "error",
    title: "cards names no section",
    happened: "The address in a `cards` is not that of a section.",
    why: "There are no pages to list.",
    fix: "Write the address of a folder of pages; the message offers the nearest one.",
    message: 'Unexpected section "/guide/", expected the address of one; did you mean "/guides/"?',
    example: {
      wrong: '{{< cards "/guide/" >}}',
      right: '{{< cards "/guides/" >}}',
    },
  },
  "site-param-missing": {
    level: "error",
    title: "param names no page or site parameter",
    happened:
      "A `param` names a parameter that neither the page nor the settings have, or one that is empty or `false`.",
    why: "The sentence around the call would have a gap.",
    fix: "Correct the name, or add the parameter below `params` in the front matter or in the settings.",
    message:
      'Unexpected parameter name "prodcut", expected one of the page or the site; did you mean "product"?',
    example: {
      wrong: 'Built by {{< param "prodcut" >}}.',
      right: 'Built by {{< param "product" >}}.',
    },
  },
} as const satisfies CatalogEntries;
