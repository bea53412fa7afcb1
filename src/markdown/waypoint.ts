/** Waypoints: the letter or number that a guide's heading starts with. */

/** "A. " or "1. " before more text. */
const WAYPOINT = /^([A-Z]|\d{1,2})\.[ \t\u00a0]+(?=\S)/;

export interface Waypoint {
  /** `A` of "A. Configure", `1` of "1. Enable". */
  readonly name: string;
  /** What it takes of the text: name, dot, blanks. */
  readonly length: number;
}

/** The waypoint that a heading's text starts with. */
export function waypointOf(text: string): Waypoint | undefined {
  const [found, name] = WAYPOINT.exec(text) ?? [];
  return found === undefined || name === undefined ? undefined : { name, length: found.length };
}
