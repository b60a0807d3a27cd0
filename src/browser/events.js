// What happens to the page around the widget.

/** Listens for an event of the page; calls back with the key that it names, if any, and gives what ends the listening. */
export function listen(kind, heard) {
  const target = kind === "visibilitychange" ? document : window;
  const hear = ({ key }) => heard(key ?? undefined);
  target.addEventListener(kind, hear);
  return () => target.removeEventListener(kind, hear);
}
