/** Files beside pages in dev: made for those who ask for one, and never before an open page is shown. */
import type { Connect, ViteDevServer } from "vite";
import { expect, test } from "vitest";
import { setCurrentProject } from "../../src/project/current.ts";
import { devOutputs } from "../../src/project/dev-outputs.ts";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";

const FILES = {
  "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
  "content/one.md": "---\ntitle: One\n---\nFirst.\n",
  "content/two.md": "---\ntitle: Two\n---\nSecond.\n",
};

/** What the plugin answers to a request for a path; undefined if it leaves that to others. */
function answering(project: Project): (path: string) => string | undefined {
  let handle: Connect.NextHandleFunction = () => {};
  const server = {
    middlewares: {
      use: (handler: Connect.NextHandleFunction) => {
        handle = handler;
      },
    },
  };
  const { configureServer } = devOutputs(project);
  if (typeof configureServer !== "function") throw new Error("Expected a hook.");
  void configureServer.call({} as never, server as unknown as ViteDevServer);
  return (path) => {
    let text: string | undefined;
    const response = {
      setHeader: () => {},
      end: (body: string) => {
        text = body;
      },
    };
    handle({ url: path } as never, response as never, () => {});
    return text;
  };
}

test("a request for a page makes no other page; one for a twin makes its own", async () => {
  await withSite(FILES, async (root) => {
    const project = await Project.open(root, { isDev: true });
    setCurrentProject(project);
    const ask = answering(project);
    const made = (): number =>
      project.publishedPages.filter((page) => project.uses.known(page) !== undefined).length;
    for (const path of ["/one/", "/", "/one", "/src/dev/main.ts", "/own.css?t=1"])
      expect(ask(path)).toBeUndefined();
    expect(made()).toBe(0);
    expect(ask("/one/index.md")).toContain("First.");
    expect(ask("/robots.txt")).toContain("User-agent");
    expect(ask("/llms.txt")).toContain("Two");
  });
});
