/** What definitions may ask for: the host's answers, reported and noted as uses. */
import type { RootContent } from "mdast";
import type { MappedText } from "../text/mapped.ts";
import { tabKey } from "./nodes/tabs.ts";
import type { Session } from "./session.ts";
import type { Call, Context, FoundOr, Use } from "./types.ts";

/** The context of one page; `parse` makes a document of a text that a call brought in. */
export function createContext(
  session: Session,
  parse: (text: MappedText, target: string, call: Call) => RootContent[],
): (call: Call) => Context {
  const { host } = session;
  return (call) => {
    const argument = (name: string): string => String(call.arguments[name] ?? "");
    const answer = <T extends object | string>(
      found: FoundOr<T>,
      parameter: string,
      kind: Use["kind"] | undefined,
    ): T | undefined => {
      if (!found.ok) {
        session.report(found.complaint, call.argumentSpan(parameter));
        if (found.target !== undefined)
          session.use({ kind: "data", target: found.target, span: call.span });
        return "instead" in found ? found.instead : undefined;
      }
      const { value } = found;
      if (kind !== undefined) {
        const target = typeof value === "object" && "target" in value ? value.target : undefined;
        session.use({ kind, target: String(target ?? argument(parameter)), span: call.span });
      }
      return value;
    };
    return {
      report: (complaint, at) => session.report(complaint, at),
      entry: (_, file, name) => {
        const found = host.entry(argument(file), argument(name));
        const isFile = !found.ok && !found.complaint.id.startsWith("entry-");
        return answer(found, isFile ? file : name, "entry");
      },
      data: (_, parameter) => answer(host.data(argument(parameter)), parameter, "data"),
      file: (_, parameter) =>
        answer(host.file(argument(parameter), call.span.source.path), parameter, "file"),
      page: (_, parameter) => answer(host.page(argument(parameter)), parameter, "page"),
      pages: (_, parameter, having) =>
        answer(host.pages(argument(parameter), having), parameter, "page"),
      ref: (_, parameter, kind) =>
        answer(host.ref(argument(parameter), kind), parameter, undefined),
      siteParameter: (_, parameter) =>
        answer(host.siteParameter(argument(parameter)), parameter, undefined),
      tabKey: (label) => host.tabKey(tabKey(label)) ?? tabKey(label),
      diagram: (_, parameter) => answer(host.diagram(argument(parameter)), parameter, "diagram"),
      definition: (name) => host.definition(name),
      names: () => host.names(),
      parse: (text, target) => parse(text, target, call),
    };
  };
}
