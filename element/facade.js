// JavaScript because it stands in for the widget until the WebAssembly has been loaded.
// @ts-check

import { facade_start, facade_waiting } from "../messages/en.json";
import { create } from "./create.js";
import { windowOf } from "./window-of.js";

// The facade brings the few styles it needs, so that an element that isn't used fetches nothing; where it stays until it is
// pressed, a figure invites to that.
const STYLE = `:host{display:block}
:host::before{all:initial;content:"a b";display:block;min-width:0;height:0;font-size:var(--supple-font-size,medium);
word-spacing:66em;visibility:hidden}
.supple{all:initial;display:block;flex:1 0 100%;width:100%;contain:inline-size;color-scheme:light dark}
[data-theme=light]{color-scheme:light}
[data-theme=dark]{color-scheme:dark}
.facade{box-sizing:border-box;min-height:var(--supple-height,34em);padding:1em;display:grid;place-content:center;
justify-items:center;gap:1em;text-align:center;
font:var(--supple-font-size,medium)/1.5 var(--supple-font,system-ui,sans-serif);
color:var(--supple-text,light-dark(#2b2520,#f3ece3));background:var(--supple-background,light-dark(#faf6f0,#191613))}
b{font-size:1.7em}
:host([loading=click]) b::before{display:block;height:5.4em;content:url(${new URL("./cover.svg", import.meta.url)})}
button{font:inherit;padding:1em 2em;border:0;border-radius:9em;
color:var(--supple-on-accent,light-dark(#fff,#10241e));background:light-dark(
oklch(from var(--supple-accent,#1f5c4d) min(l,.46) c h),
oklch(from var(--supple-accent,#8fd0bb) max(l,.8) c h))}
b~slot{display:none}
b,span,button{direction:ltr}
@media print{.facade{min-height:0}button{display:none}slot{display:contents!important}
::slotted(a)::after{content:" ("attr(href)")"}}`;

/**
 * Shows the routine's figure, its name, its length and a start button. For a routine of the page's own, the element's fallback
 * takes the place of name and length. On paper, where nothing can be loaded any more, it is there in any case.
 *
 * @param {HTMLElement} wrapper The wrapper in the element's shadow root.
 * @param {boolean} isFront Whether the element shows the front page's routine, whose name and length are known.
 * @param {() => void} start
 */
export function showFacade(wrapper, isFront, start) {
  const sheet = new (windowOf(wrapper).CSSStyleSheet)();
  sheet.replaceSync(STYLE);
  shadowRootOf(wrapper).adoptedStyleSheets = [sheet];
  const facade = create("div", "", "facade");
  const button = create("button", facade_start);
  button.addEventListener("click", () => {
    button.textContent = facade_waiting;
    start();
  });
  if (isFront) facade.append(create("b", FACADE_NAME), create("span", FACADE_LENGTH));
  facade.append(create("slot"), button);
  wrapper.replaceChildren(facade);
}

/**
 * Puts the element's fallback in the place of the facade and removes its styles.
 *
 * @param {HTMLElement} wrapper
 */
export function clearFacade(wrapper) {
  shadowRootOf(wrapper).adoptedStyleSheets = [];
  wrapper.querySelector(".facade")?.replaceWith(create("slot"));
}

/** @param {HTMLElement} wrapper */
const shadowRootOf = (wrapper) => /** @type {ShadowRoot} */ (wrapper.getRootNode());
