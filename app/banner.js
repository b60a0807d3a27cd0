// JavaScript because it belongs to the site's page and not to the widget, and works before the widget is there.
//
// A banner at the foot of the page: a sentence, and buttons to answer it. It is hidden during a session
// (style/page.css). Its buttons and texts look like the widget's because the page uses the widget's style sheet.
// @ts-check

import { create } from "../element/create.js";

/** @typedef {{ label: string, act?: (() => void) | undefined }} Answer */

const place = /** @type {HTMLElement} */ (document.querySelector("#offers"));

/**
 * Shows a banner in place of the one before. Each answer removes it.
 *
 * @param {string} sentence
 * @param {Answer[]} answers The first is the one suggested.
 */
export function showBanner(sentence, answers) {
  const banner = create("div", "", "supple-page-offer");
  const buttons = answers.map(({ label, act }, index) => {
    const button = create("button", label, index === 0 ? "button primary" : "button");
    button.type = "button";
    button.addEventListener("click", () => {
      banner.remove();
      act?.();
    });
    return button;
  });
  banner.append(create("p", sentence), ...buttons);
  place.replaceChildren(banner);
}

/** Whether the page runs as an installed app, without a browser around it. */
export const isInstalled = () => matchMedia("(display-mode: standalone)").matches || isStandalone() === true;

/** Safari on iPhone and iPad, and nothing else, says whether the page was opened from the home screen. */
export const isStandalone = () => /** @type {{ standalone?: boolean }} */ (navigator).standalone;
