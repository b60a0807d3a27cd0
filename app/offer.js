// Something that the page offers, at its foot: a sentence and what can be answered. A session hides it (style/page.css).
// What it has in common with the widget comes from the widget's own style sheet.

const place = document.querySelector("#offers");

/** Shows an offer in place of the one before. Each answer is a word and what it does; all of them take the offer away. */
export function offer(sentence, answers) {
  const box = make("div", "supple-page-offer");
  const buttons = Object.entries(answers).map(([word, act], i) => {
    const button = make("button", i === 0 ? "button primary" : "button", word);
    button.type = "button";
    button.addEventListener("click", () => {
      box.remove();
      act?.();
    });
    return button;
  });
  box.append(make("p", "", sentence), ...buttons);
  place.replaceChildren(box);
}

/** A new element. */
export function make(tag, className, textContent = "") {
  return Object.assign(document.createElement(tag), { className, textContent });
}

/** Whether this is the app, with no browser around it. */
export const isInstalled = () => matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
