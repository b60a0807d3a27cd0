// JavaScript because it reads the languages of the page and the reader, for which Rust would need no less code.
// @ts-check

// The regions in which weeks don't begin on Monday, for browsers that don't know (CLDR 45).
const SUNDAY =
  "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR " +
  "PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";
const SATURDAY = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";

/**
 * How dates are written: in the language of an element, as in the reader's region. The calendar is Gregorian and digits are
 * European everywhere, as they are in the calendar that is drawn.
 *
 * The browser takes a while over this, so it is done where there are dates to show.
 *
 * @param {Element} element
 * @returns {string} A BCP 47 tag.
 */
export function languageOf(element) {
  const { page, own } = localesOf(element);
  return new Intl.Locale(own ?? page, { calendar: "gregory", numberingSystem: "latn" }).toString();
}

/**
 * @param {Element} element
 * @returns {number} The first day of the week where the reader lives: 0 for Monday to 6 for Sunday.
 */
export function firstWeekdayOf(element) {
  const { page, readers, own } = localesOf(element);
  return firstWeekdayIn(own ?? readers.find((locale) => locale?.region) ?? page);
}

/**
 * A page may say anything, but an invalid tag would throw wherever a date is formatted.
 *
 * @param {Element} element
 */
function localesOf(element) {
  const declared = /** @type {HTMLElement | null} */ (element.closest("[lang]"))?.lang || "en";
  const page = localeFor(declared) ?? new Intl.Locale("en");
  const readers = (navigator.languages ?? []).map(localeFor);
  // Somebody who reads English in Britain wants British dates on an American page, too.
  const own = readers.find((locale) => locale?.language === page.language && locale.region);
  return { page, readers, own };
}

/** @param {string} tag */
function localeFor(tag) {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/**
 * @param {Intl.Locale} locale
 * @returns {number}
 */
function firstWeekdayIn(locale) {
  /** @typedef {{ firstDay: number }} WeekInfo With 1 for Monday to 7 for Sunday. */
  const { getWeekInfo, weekInfo } = /** @type {{ getWeekInfo?: () => WeekInfo, weekInfo?: WeekInfo }} */ (locale);
  const known = getWeekInfo?.call(locale) ?? weekInfo;
  if (known) return known.firstDay - 1;
  const { region = "" } = locale.maximize();
  if (region === "MV") return 4;
  if (SATURDAY.split(" ").includes(region)) return 5;
  return SUNDAY.split(" ").includes(region) ? 6 : 0;
}
