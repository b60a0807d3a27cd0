// Dates, as people of a language write them.

/** Some milliseconds of UTC, with options of `Intl.DateTimeFormat` as JSON. */
export const format = (ms, lang, options) =>
  new Date(ms).toLocaleString(lang, { ...JSON.parse(options), timeZone: "UTC" });
