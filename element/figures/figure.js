// JavaScript because it is a custom element and animates: <supple-figure shows="anchor"> shows the figure of an
// exercise. On a card the figure stands still until somebody takes an interest. In the player it does what the session
// does: then `shows="anchor hold left paused"` also has the phase, the side, and whether the session is paused. The card of
// an exercise for the left side alone has the side without a phase: `shows="anchor  left"`.
// @ts-check

import { addAnatomy } from "./anatomy.js";
import { durationOf } from "./frames.js";
import { addPicture, drawPicture } from "./picture.js";
import { Strips } from "./strip.js";
import { windowOf } from "../window-of.js";

/** @import { Anatomy, Drawing, Drawings } from "./drawings.js" */
/** @import { Segment } from "./frames.js" */

/** @typedef {Element & { drawings?: Drawings }} FiguresPlace Where a widget is mounted, or a part of it, with what its figures draw. */

export const NAME = "supple-figure";

/** The share of a figure that has to be in sight for it to show by itself how it moves. */
const WHOLE = 0.9;

const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

/** @type {WeakMap<Window, IntersectionObserver>} One for each window: an observer sees nothing of another. */
const observers = new WeakMap();

/** @param {Figure} figure */
function observerFor(figure) {
  const page = windowOf(figure);
  const existing = observers.get(page);
  if (existing) return existing;
  /** @param {IntersectionObserverEntry[]} entries */
  const tell = (entries) => {
    for (const entry of entries) /** @type {Figure} */ (entry.target).onVisibility(entry);
  };
  const observer = new page.IntersectionObserver(tell, { threshold: [0, WHOLE] });
  observers.set(page, observer);
  return observer;
}

export class Figure extends HTMLElement {
  static observedAttributes = ["shows"];

  /** @type {Drawing | Anatomy | undefined} */
  #shown;
  /** @type {Drawing | undefined} What the element shows, unless that is the picture of the muscles. */
  #drawing;
  /** What the pictures that stand still show at present: a time of the drawing, and which leg works. */
  #drawn = "";
  /** @type {string | undefined} The session's phase, as far as the figure follows it. */
  #phase;
  /** Whether the left leg works. */
  #left = false;
  /** @type {Segment[]} The movement; empty while the figure stands still. */
  #segments = [];
  /** Whether the movement starts again when it ends. */
  #isEndless = false;
  /** @type {Strips | undefined} What moves; drawn when the movement begins. */
  #strips;
  #isPaused = false;
  /** @type {IntersectionObserver | undefined} What tells whether it is in sight. */
  #visibility;
  #isInSight = false;
  /** @type {boolean | undefined} Whether the whole figure has been in sight; undefined until the observer knows. */
  #wasWhole;

  connectedCallback() {
    this.show();
  }

  disconnectedCallback() {
    this.#visibility?.unobserve(this);
    reducedMotion.removeEventListener("change", this.#continue);
    this.#rest();
    // What has been moved to another place of the page begins again.
    this.#phase = undefined;
  }

  attributeChangedCallback() {
    this.show();
  }

  /**
   * The figure moves only while it is in sight; and on a card, once when it comes into sight.
   *
   * @param {IntersectionObserverEntry} entry
   */
  onVisibility({ isIntersecting, intersectionRatio }) {
    this.#isInSight = isIntersecting;
    const isWhole = intersectionRatio >= WHOLE;
    if (isWhole && this.#wasWhole === false && this.closest("article")) this.#preview();
    this.#wasWhole ||= isWhole;
    this.#continue();
  }

  /** Shows what the attribute says, once the widget around it has drawings. A prerendered figure stays until then. */
  show() {
    const place = /** @type {FiguresPlace | null} */ (this.closest(".with-figures, .mounted"));
    if (!place?.drawings || !this.isConnected) return;
    const [name = "", phase, side, paused] = (this.getAttribute("shows") ?? "").split(" ");
    const shown = place.drawings[name];
    this.hidden = !shown;
    if (!phase) this.#left = side === "left"; // a card
    if (shown !== this.#shown) this.#replace(shown, phase);
    this.#listen();
    if (this.#drawing && phase) this.#follow(this.#drawing, phase, side === "left", Boolean(paused));
  }

  /** Notices interest and visibility. What is observed already isn't observed twice, however often it is shown. */
  #listen() {
    for (const event of ["pointerenter", "focusin", "click"]) {
      this.closest("article")?.addEventListener(event, this.#preview);
    }
    reducedMotion.addEventListener("change", this.#continue);
    this.#isInSight ||= this.#wasWhole === undefined; // until the observer says otherwise
    this.#visibility = observerFor(this);
    this.#visibility.observe(this);
  }

  /**
   * Shows another drawing.
   *
   * @param {Drawing | Anatomy | undefined} shown
   * @param {string | undefined} phase
   */
  #replace(shown, phase) {
    this.#rest();
    const isPrerendered = !this.#shown && this.firstElementChild;
    this.#shown = shown;
    this.#drawing = undefined;
    this.#phase = undefined;
    if (!isPrerendered || !shown) this.replaceChildren();
    if (!shown) return;
    if ("muscles" in shown) {
      if (!isPrerendered) addAnatomy(this, shown);
      return;
    }
    this.#drawing = shown;
    this.#drawn = isPrerendered ? poseOf(shown.still, false) : "";
    if (isPrerendered) return;
    // The player shows the right form alone.
    for (const picture of phase ? shown.pictures.slice(0, 1) : shown.pictures) addPicture(this, shown, picture);
    if (!phase) this.#draw(shown, shown.still, this.#left);
  }

  /**
   * Draws the pictures that stand still.
   *
   * @param {Drawing} drawing
   * @param {number} ms
   * @param {boolean} left whether the left leg works
   */
  #draw(drawing, ms, left) {
    const pose = poseOf(ms, left);
    if (pose === this.#drawn) return;
    this.#drawn = pose;
    drawing.pictures.forEach((picture, n) => {
      const svg = this.children[n]?.firstElementChild;
      if (svg) drawPicture(svg, drawing, picture, ms, left);
    });
  }

  /** On a card: goes through the whole exercise once, and back to the picture that explains most. */
  #preview = () => {
    const isBusy = this.#segments.length > 0;
    const isThumbnail = Boolean(this.closest("summary"));
    if (!this.#drawing || isBusy || isThumbnail || !this.checkVisibility() || reducedMotion.matches) return;
    const { end, still, repeats } = this.#drawing;
    // Somebody is there, even if the observer doesn't know yet.
    this.#isInSight = this.#wasWhole = true;
    const ways = repeats
      ? [
          [still, end],
          [0, end],
          [0, still],
        ]
      : [
          [0, end],
          [end, still],
        ];
    this.#move(
      ways.map(([from, to]) => ({ from, to, left: this.#left })),
      false,
    );
  };

  /**
   * In the player: moves as the phase of the session asks for.
   *
   * @param {Drawing} drawing
   * @param {string} phase
   * @param {boolean} left
   * @param {boolean} isPaused
   */
  #follow(drawing, phase, left, isPaused) {
    const { end, rest, repeats } = drawing;
    this.#isPaused = isPaused;
    if (this.#phase === phase && left === this.#left) {
      this.#continue();
      return;
    }
    this.#phase = phase;
    this.#left = left;
    /** @type {Record<string, Segment[]>} */
    const movements = {
      prepare: [{ from: 0, to: end, left }],
      move: [{ from: 0, to: end, left }],
      hold: [{ from: end, to: end, left }],
      switch: repeats
        ? [{ from: end, to: end, left }]
        : [
            { from: end, to: 0, left: !left },
            { from: 0, to: end, left },
          ],
      recover: [
        { from: end, to: rest, left },
        { from: rest, to: end, left },
      ],
    };
    const [{ from, left: isFirstLeft }] = movements[phase];
    if (!reducedMotion.matches) this.#draw(drawing, from, isFirstLeft);
    this.#move(movements[phase], Boolean(repeats) && phase === "move");
  }

  /**
   * Starts a movement.
   *
   * @param {Segment[]} segments
   * @param {boolean} isEndless
   */
  #move(segments, isEndless) {
    this.#strips?.remove();
    this.#strips = undefined;
    this.#segments = segments;
    this.#isEndless = isEndless;
    this.#continue();
  }

  /** Goes on with the movement as long as there is something to do and somebody to see it. */
  #continue = () => {
    if (!this.#drawing || this.#segments.length === 0) return;
    if (reducedMotion.matches || durationOf(this.#segments) === 0) {
      this.#rest();
      return;
    }
    const isMoving = !this.#isPaused && this.#isInSight;
    if (isMoving) {
      this.#strips ??= new Strips([...this.children], this.#drawing, this.#segments, this.#isEndless, this.#rest);
    }
    this.#strips?.setMoving(isMoving);
  };

  /** Stands still where the movement ends. */
  #rest = () => {
    const last = this.#segments[this.#segments.length - 1];
    if (!this.#drawing || !last) return;
    // A repeated move ends as it began, which explains nothing to somebody who doesn't see it move.
    const isExplaining = reducedMotion.matches && this.#drawing.repeats;
    this.#draw(this.#drawing, isExplaining ? this.#drawing.still : last.to, last.left);
    this.#segments = [];
    this.#strips?.remove();
    this.#strips = undefined;
  };
}

const poseOf = (/** @type {number} */ ms, /** @type {boolean} */ left) => `${ms} ${left}`;

if (!customElements.get(NAME)) customElements.define(NAME, Figure);
