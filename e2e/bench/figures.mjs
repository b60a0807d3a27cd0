// Measurements as rows of a table, each with its budget if DESIGN.md has one.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The percentile: the value that this share of all values doesn't exceed. */
export const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1];

export const milliseconds = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
export const times = (value) => `${value.toFixed(2)} times`;

/** One row. `value` and `limit` are numbers in the same unit; `shown` formats them. */
export const figure = (what, value, shown, limit) => ({ what, value, shown, limit });

/** Prints the rows and returns whether all are within budget. */
export function print(title, rows) {
  console.log(`\n${title}`);
  let within = true;
  for (const { what, value, shown, limit } of rows) {
    const over = limit !== undefined && !(value <= limit);
    const verdict = limit === undefined ? '' : `of ${shown(limit)}: ${over ? 'OVER' : 'within'}`;
    console.log(`  ${what.padEnd(62)}${shown(value).padStart(12)}  ${verdict}`.trimEnd());
    within &&= !over;
  }
  return within;
}
