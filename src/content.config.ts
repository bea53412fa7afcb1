/** Astro's content: one collection, filled with the project's pages. */
import { defineCollection } from "astro:content";
import { z } from "astro/zod";
import { currentProject, hasCurrentProject, setCurrentProject } from "./project/current.ts";
import type { PageEntry } from "./project/page-entry.ts";
import { pageEntry } from "./project/page-entry.ts";

const pages = defineCollection({
  loader: {
    name: "waymark",
    load: async ({ store, generateDigest }) => {
      // Tools that call Astro themselves (`astro check`) see this repository's site.
      if (!hasCurrentProject()) {
        const { Project } = await import("./project/project.ts");
        setCurrentProject(await Project.open(process.cwd()));
      }
      const project = currentProject();
      const ids = new Set<string>();
      for (const page of project.publishedPages) {
        const { html, ...data } = pageEntry(project, page);
        ids.add(page.url);
        const digest = generateDigest({ ...data, html });
        store.set({ id: page.url, data, digest, rendered: { html } });
      }
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
    },
  },
  schema: z.custom<Omit<PageEntry, "html">>(),
});

export const collections = { pages };
