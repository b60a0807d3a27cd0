// Measurements as rows of a table, each with its budget if DESIGN.md has one.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of one property. */
export const medianOf = (all, name) => median(all.map((it) => it[name]));

/** The percentile: the value that this share of all values doesn't exceed. */
export const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1];

export const milliseconds = (value) => `${value.toFixed(Math.abs(value) < 100 ? 1 : 0)} ms`;
export const times = (value) => `${value.toFixed(2)} times`;
export const kilobytes = (value) => `${Math.round(value / 1_000).toLocaleString('en')} KB`;
export const count = (value) => value.toLocaleString('en');

/** One row. `value` and `limit` are numbers in the same unit; `shown` formats them. */
export const figure = (what, value, shown, limit) => ({ what, value, shown, limit });

/** A row in words. */
export const note = (what, text) => ({ what, text });

/** A row that has a budget, and no value: it is neither within nor over. */
export const notMeasured = (what) => ({ what, text: 'not measured', isMissing: true });

/** Prints the rows, and returns what is over budget and what was not measured. */
export function print(title, rows) {
  console.log(`\n${title}`);
  const isOver = ({ value, limit }) => limit !== undefined && !(value <= limit);
  for (const row of rows) {
    const { what, text, value, shown, limit } = row;
    const verdict = limit === undefined ? '' : `of ${shown(limit)}: ${isOver(row) ? 'OVER' : 'within'}`;
    console.log(`  ${what.padEnd(66)}${(text ?? shown(value)).padStart(12)}  ${verdict}`.trimEnd());
  }
  const name = ({ what }) => what.trim();
  return { over: rows.filter(isOver).map(name), missing: rows.filter(({ isMissing }) => isMissing).map(name) };
}
