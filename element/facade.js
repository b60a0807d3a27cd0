// What stands in the element's box until the widget does: its name, its length and a start button. It brings the few
// styles that it needs, so that an element that waits has fetched nothing.

// Filled in by `cargo xtask assemble`, from the built-in routine.
const NAME = FACADE_NAME;
const LENGTH = FACADE_LENGTH;

const STYLE = `:host{display:block}
.supple{all:initial;display:block;direction:ltr;color-scheme:light dark}
.supple[data-theme=light]{color-scheme:light}
.supple[data-theme=dark]{color-scheme:dark}
.facade{box-sizing:border-box;min-height:var(--supple-height,34em);padding:1em;display:grid;place-content:center;justify-items:center;gap:.7em;text-align:center;font:var(--supple-font-size,medium)/1.5 var(--supple-font,system-ui,sans-serif);color:var(--supple-text,light-dark(#2b2520,#f3ece3));background:var(--supple-background,light-dark(#faf6f0,#191613))}
b{font-size:1.7em}
button{font:inherit;padding:.8em 1.7em;border:0;border-radius:9em;cursor:pointer;color:var(--supple-on-accent,light-dark(#fff,#10241e));background:light-dark(oklch(from var(--supple-accent,#1f5c4d) min(l,.46) c h),oklch(from var(--supple-accent,#8fd0bb) max(l,.8) c h))}
@media print{.facade{min-height:0}button{display:none}}`;

const make = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });

/** Shows it, in a wrapper of a shadow root. For a routine of the page's own it says what the element's fallback says. */
export function showFacade(wrapper, isBuiltIn, start) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  wrapper.getRootNode().adoptedStyleSheets = [sheet];
  const facade = Object.assign(document.createElement("div"), { className: "facade" });
  const button = make("button", "Start routine");
  button.addEventListener("click", () => {
    button.textContent = "One moment …";
    start();
  });
  if (isBuiltIn) facade.append(make("b", NAME), make("span", LENGTH), button);
  else facade.append(make("slot"), button);
  wrapper.replaceChildren(facade);
}

/** Takes it away, with its styles. */
export function clearFacade(wrapper) {
  wrapper.getRootNode().adoptedStyleSheets = [];
  wrapper.querySelector(".facade")?.replaceWith(make("slot"));
}
