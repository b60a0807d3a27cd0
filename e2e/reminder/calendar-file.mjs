// What a calendar makes of the file: read by a library that others keep.
import ICAL from 'ical.js';

/** The days as the file names them, as `getUTCDay` counts them. */
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The one event of a calendar file, with its reminder. */
export function eventOf(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [component, ...more] = calendar.getAllSubcomponents();
  if (more.length > 0) throw new Error('There is more than one event.');
  const event = new ICAL.Event(component);
  const [alarm] = component.getAllSubcomponents('valarm');
  return {
    uid: event.uid,
    title: event.summary,
    description: event.description,
    link: component.getFirstPropertyValue('url'),
    minutes: event.duration.toSeconds() / 60,
    stamp: component.getFirstPropertyValue('dtstamp').toString(),
    rule: component.getFirstPropertyValue('rrule').toString(),
    isTransparent: component.getFirstPropertyValue('transp') === 'TRANSPARENT',
    isLocal: event.startDate.zone === ICAL.Timezone.localTimezone,
    alarm: { action: alarm.getFirstPropertyValue('action'), atSeconds: alarm.getFirstPropertyValue('trigger').toSeconds() },
    /** The first times that it comes, "2026-11-22T18:00:00". */
    times(count) {
      const iterator = event.iterator();
      return Array.from({ length: count }, () => iterator.next().toString());
    },
  };
}

/** The same from the words of the person: the first times on these days, from a day on. Reckoned without any time zone. */
export function timesOf({ from, days, time, count }) {
  const times = [];
  for (let day = new Date(`${from}T00:00:00Z`); times.length < count; day.setUTCDate(day.getUTCDate() + 1)) {
    if (days.includes(DAYS[day.getUTCDay()])) times.push(`${day.toISOString().slice(0, 10)}T${time}:00`);
  }
  return times;
}

/** The lines of a file as they were before they were folded. */
export const linesOf = (text) => text.replaceAll('\r\n ', '').split('\r\n');
