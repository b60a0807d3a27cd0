// A calendar file as a calendar understands it, parsed by a well-kept library.
import ICAL from 'ical.js';

/** The days' names in the file, in the order of `getUTCDay`. */
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The single event of a calendar file, with its alarm. */
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
    alarm: {
      action: alarm.getFirstPropertyValue('action'),
      atSeconds: alarm.getFirstPropertyValue('trigger').toSeconds(),
    },
    /** The first times at which it occurs, like "2026-11-22T18:00:00". */
    times(count) {
      const iterator = event.iterator();
      return Array.from({ length: count }, () => iterator.next().toString());
    },
  };
}

/** The expected times: the first ones on these days from a date on, computed without any time zone. */
export function timesOf({ from, days, time, count }) {
  const times = [];
  for (let day = new Date(`${from}T00:00:00Z`); times.length < count; day.setUTCDate(day.getUTCDate() + 1)) {
    if (days.includes(DAYS[day.getUTCDay()])) times.push(`${day.toISOString().slice(0, 10)}T${time}:00`);
  }
  return times;
}

/** The unfolded lines of a file. */
export const linesOf = (text) => text.replaceAll('\r\n ', '').split('\r\n');
