/** The files that are made of the settings of a site's look: its accent, its icon. */
import type { APIRoute, GetStaticPaths } from "astro";
import { currentProject } from "../project/current.ts";
import type { LookFile } from "../site/look.ts";

export const getStaticPaths: GetStaticPaths = () => {
  const { sheet, icon } = currentProject().site.look;
  return [sheet, icon].flatMap((file) =>
    file === undefined ? [] : [{ params: { file: file.name }, props: { ...file } }],
  );
};

export const GET: APIRoute<Pick<LookFile, "text" | "type">> = ({ props: { text, type } }) =>
  new Response(text, { headers: { "Content-Type": type } });
