// What comes with the WebAssembly and not before: its JavaScript, and what puts the widget into its place.
export { default, mount } from "supple-glue";
export { fold } from "./fold.js";
export { readView, replaceView } from "./view.js";
