/** What the server says of the page (`src/project/dev-state.ts`), and how editors are asked. */

export interface ShownPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path?: string;
}

export interface ShownDiagnostic extends ShownPlace {
  readonly id: string;
  readonly level: "error" | "warning" | "info";
  readonly title: string;
  readonly message: string;
  readonly suggestion?: string;
  readonly lines: readonly { number: number; before: string; marked: string; after: string }[];
  readonly chain: readonly ShownPlace[];
  readonly related: readonly (ShownPlace & { readonly what: string })[];
  readonly pages: readonly string[];
}

export interface DevState {
  readonly page?: ShownPlace;
  readonly here: readonly ShownDiagnostic[];
  readonly general: readonly ShownDiagnostic[];
  readonly elsewhere: { readonly errors: number; readonly warnings: number };
  /** Whether all pages were looked at. */
  readonly isWhole: boolean;
  /** What goes before a path in the address that opens an editor. */
  readonly open: string;
  /** The site's folder. */
  readonly root: string;
  /** The page with everything. */
  readonly list: string;
}

/** Asks for the state of this page; undefined while the server is away. */
export async function readState(): Promise<DevState | undefined> {
  const base = document.documentElement.dataset.base ?? "/";
  const page = encodeURIComponent(location.pathname);
  try {
    const response = await fetch(`${base}_waymark/state.json?page=${page}`);
    return response.ok ? ((await response.json()) as DevState) : undefined;
  } catch {
    return undefined;
  }
}

/** The address that opens an editor at a place; undefined for what no file holds. */
export function editorAddress(
  { open }: Pick<DevState, "open">,
  { path, line, column }: ShownPlace,
): string | undefined {
  if (path === undefined) return undefined;
  return open + encodeURIComponent(`${path}:${line}:${column}`);
}

/** Opens the editor and stays on the page. */
export async function openEditor(address: string): Promise<void> {
  await fetch(address).catch(() => undefined);
}
