/**
 * Build times as bars, an SVG for the manual. It takes the color of the text around it, so
 * that it fits each theme; what it shows stands in words too, so that no color is needed.
 */

/** One subject's times. */
export interface ChartRow {
  readonly name: string;
  /** Not a number: not measured. */
  readonly cold: number;
  readonly edited: number;
}

const WIDTH = 680;
const BAR = 16;
const ROW = 2 * BAR + 40;
const TOP = 8;
/** To the right of the longest bar: its value. */
const VALUE_ROOM = 190;

/** Bars for each row, the times as multiples of the first row's cold build. */
export function chartOf(title: string, rows: readonly ChartRow[]): string {
  const one = rows[0]?.cold ?? Number.NaN;
  const values = rows.flatMap(({ cold, edited }) => [cold, edited]).filter(Number.isFinite);
  const scale = (WIDTH - VALUE_ROOM) / Math.max(...values);
  const height = TOP + rows.length * ROW;
  const bars = rows.map(({ name, cold, edited }, at) => {
    const top = TOP + at * ROW;
    return [
      `  <text x="0" y="${top + 12}" font-weight="600">${escaped(name)}</text>`,
      bar(top + 20, cold, 1, `${times(cold / one)} cold`),
      bar(top + 20 + BAR + 2, edited, 0.5, `${times(edited / one)} after one edit`),
    ].join("\n");
  });
  const words = rows
    .map(
      ({ name, cold, edited }) =>
        `${name}: ${times(cold / one)} cold, ${times(edited / one)} after one edit.`,
    )
    .join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="13" fill="currentColor">
  <title>${escaped(title)}</title>
  <desc>${escaped(words)}</desc>
${bars.join("\n")}
</svg>
`;

  function bar(y: number, value: number, opacity: number, label: string): string {
    const width = Number.isFinite(value) ? Math.max(1, value * scale) : 0;
    return [
      `  <rect x="0.5" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2" fill-opacity="${opacity * 0.7}" stroke="currentColor"/>`,
      `  <text x="${(width + 8).toFixed(1)}" y="${y + 12.5}">${escaped(label)}</text>`,
    ].join("\n");
  }
}

function times(value: number): string {
  return Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 0) : "not measured,";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
