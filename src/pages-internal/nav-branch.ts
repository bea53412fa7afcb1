/** A branch of the navigation as HTML, fetched when a reader opens it. */
import type { APIRoute, GetStaticPaths } from "astro";
import { branchPages } from "../project/nav-branches.ts";

export const getStaticPaths: GetStaticPaths = () =>
  branchPages().map(({ name, html }) => ({ params: { branch: name }, props: { html } }));

export const GET: APIRoute = ({ props }) =>
  new Response(String(props.html), { headers: { "Content-Type": "text/html; charset=utf-8" } });
