// What comes with the WebAssembly and not before: its JavaScript, and what puts the widget into its place.

import { mount as mountInto } from "supple-glue";
import { language } from "./language.js";

export { default } from "supple-glue";
export { takeOver } from "./view.js";

/** Mounts the widget of an element in a place, and gives its handle. `tell` hears of events; `site` is where the app is. */
export function mount(element, place, routine, tell, site) {
  const key = element.hasAttribute("no-persist") ? undefined : (element.getAttribute("storage-key") ?? "default");
  return mountInto(place, routine, key, language(element), (event, detail) => tell(event, JSON.parse(detail)), site, () => {});
}
