/** What is told of links to other hosts, by what came of asking. */
import type { Finding } from "../../messages/diagnostic.ts";
import type { ExternalLinkSettings } from "../../site/types.ts";
import { type Fault, findingAt } from "../place.ts";
import { askedUrl, isLeftOut, parsed } from "./questions.ts";
import type { Answer, ExternalLink, There } from "./types.ts";

const ID = {
  missing: "external-missing",
  unreachable: "external-unreachable",
  refused: "external-refused",
} as const;

/** Findings for links, with the answers by address. */
export function findingsOf(
  links: readonly ExternalLink[],
  answers: ReadonlyMap<string, Answer>,
  settings: ExternalLinkSettings,
): Finding[] {
  return links.flatMap((link): Finding[] => {
    if (isLeftOut(link.url, settings)) return [];
    return faultsOf(link, answers).map((fault) => findingAt(fault, link.span));
  });
}

function faultsOf({ url }: ExternalLink, answers: ReadonlyMap<string, Answer>): Fault[] {
  const address = parsed(url);
  if (address === undefined) {
    const message = `Unexpected address "${url}", expected one that a browser can go to`;
    return [{ id: "external-address", message }];
  }
  const answer = answers.get(askedUrl(address));
  if (answer === undefined) return [];
  if (answer.kind === "there") return thereFaults(url, address, answer);
  const message = `Unexpected address "${url}", which ${answer.what}, expected one that answers`;
  return [{ id: ID[answer.kind], message }];
}

function thereFaults(url: string, { hash }: URL, { moved, missing }: There): Fault[] {
  const faults: Fault[] = [];
  if (moved !== undefined) {
    const suggestion = `${moved}${hash}`;
    const message = `Unexpected address "${url}", which has moved for good, expected the new one`;
    faults.push({ id: "external-moved", message, suggestion });
  }
  const lack = missing.find(({ fragment }) => fragment === hash.slice(1));
  if (lack !== undefined) {
    const message = `Unexpected link to "${hash}", expected an id of ${url.replace(/#.*/s, "")}`;
    const suggestion = lack.suggestion === undefined ? undefined : `#${lack.suggestion}`;
    faults.push({ id: "external-anchor", message, suggestion });
  }
  return faults;
}

/** That no host at all could be reached, told once: at the first link. */
export function offlineFinding({ span }: ExternalLink, count: number): Finding {
  const asked = count === 1 ? "1 address" : `${count} addresses`;
  const message = `Unexpected silence of all other hosts, expected a network: ${asked} could not be asked for`;
  return findingAt({ id: "external-offline", message }, span);
}
