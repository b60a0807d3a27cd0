// What comes with the WebAssembly and not before: its JavaScript, and what puts the widget into its place.
export { default, mount } from "supple-glue";
export { language } from "./language.js";
export { takeOver } from "./view.js";
