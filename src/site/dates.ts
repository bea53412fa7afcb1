/** Dates of front matter. Hugo: hugofs/htime takes these forms; the zone is the date's own, else UTC. */

/** `2026-05-01`, with a time, fractions and a zone if there are any. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ]+(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?: ?(Z|z|[+-]\d\d:?\d\d))?(?: [A-Z]{3,5})?)?$/;

/** `1 May 2026`, and the date lines of mails. */
const MAIL =
  /^(?:[A-Z][a-z]{2,8},? )?(\d{1,2})[ -]([A-Z][a-z]{2})[ -](\d{4})(?: (\d\d):(\d\d)(?::(\d\d))? ?(GMT|UTC|Z|[+-]\d{4})?)?$/;

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The moment that a text names; undefined if it names none, also for the 30th of February. */
export function parseDate(text: string): Date | undefined {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    const time = [hour, minute, second, fraction === undefined ? "0" : `0.${fraction}`];
    return moment([year, month, day], time, zone);
  }
  const mail = MAIL.exec(trimmed);
  if (mail === null) return undefined;
  const [, day, name = "", year, hour, minute, second, zone] = mail;
  return moment([year, String(MONTHS.indexOf(name) + 1), day], [hour, minute, second, "0"], zone);
}

type Parts = readonly (string | undefined)[];

function moment(date: Parts, time: Parts, zone: string | undefined): Date | undefined {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const [hour = 0, minute = 0, second = 0, fraction = 0] = time.map((part) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const start = new Date(Date.UTC(year, month - 1, day));
  if (start.getUTCMonth() !== month - 1 || start.getUTCDate() !== day) return undefined;
  const seconds = (hour * 60 + minute - zoneMinutes(zone)) * 60 + second + fraction;
  return new Date(start.getTime() + Math.round(seconds * 1_000));
}

/** Minutes east of UTC. */
function zoneMinutes(zone: string | undefined): number {
  const parts = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? "");
  if (parts === null) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return parts[1] === "-" ? -minutes : minutes;
}
