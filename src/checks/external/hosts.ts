/** Hosts by what can be said of them without asking. */

/** Names that lead nowhere by agreement (RFC 2606, RFC 6761): examples in texts. */
const EXAMPLE = /(?:^|\.)(?:example(?:\.(?:com|net|org|edu))?|test|invalid)$/;

/** Names and numbers of networks that only their own machines can reach (RFC 1918, 4193, 6762, 8375). */
const PRIVATE =
  /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[f[cd]|\[fe[89ab])|\.(?:local|internal|lan|home\.arpa|localdomain|intranet|corp)$/;

/** The machine itself. */
const OWN = /^(?:127\.|0\.0\.0\.0$|\[::1?\]$)|(?:^|\.)localhost$/;

/** Whether an address is an example of one. */
export function isExample({ hostname }: URL): boolean {
  return EXAMPLE.test(bare(hostname));
}

/** Whether an address leads to the machine that asks. */
export function isOwnMachine({ hostname }: URL): boolean {
  return OWN.test(bare(hostname));
}

/** Whether other machines would find something else at the address, or nothing. */
export function isPrivate(url: URL): boolean {
  const host = bare(url.hostname);
  return isOwnMachine(url) || PRIVATE.test(host) || !/[.:]/.test(host);
}

/** A name may end with the dot of the root. */
function bare(hostname: string): string {
  return hostname.replace(/\.$/, "");
}
