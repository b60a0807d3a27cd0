// JavaScript because it is a custom element and animates: <supple-figure shows="anchor"> shows the figure of an
// exercise. On a card the figure stands still until somebody takes an interest. In the player it does what the session
// does: then `shows="anchor hold left paused"` also has the phase, the side, and whether the session is paused.
// @ts-check

import { addAnatomy } from "./anatomy.js";
import { exchanged, jointsOf, momentAt, pathOf } from "./outlines.js";
import { add } from "./svg.js";

/** @import { Anatomy, Drawing, Drawings, Layer, Moment, OutlinePoint, Picture } from "./drawings.js" */

/**
 * A path that is drawn again when the figure moves.
 *
 * @typedef {object} MovingPath
 * @property {SVGElement} path
 * @property {Layer} layer
 * @property {OutlinePoint[]} outline
 * @property {Moment[]} moments
 */

/**
 * A part of a movement: from one time of the drawing to another, forward or backward, in milliseconds. Without `left`
 * the present leg works.
 *
 * @typedef {[from: number, to: number, left?: boolean]} Segment
 */

const NAME = "supple-figure";

/** The shortest time between two frames, in milliseconds: 30 frames a second are enough. */
const FRAME_MS_MIN = 30;
/** The longest time that a frame adds to a movement, so that a busy page doesn't make the figure jump. */
const FRAME_MS_MAX = 100;
/** The share of a figure that has to be in sight for it to show by itself how it moves. */
const WHOLE = 0.9;

const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

const visibility = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) /** @type {Figure} */ (entry.target).onVisibility(entry);
  },
  { threshold: [0, WHOLE] },
);

class Figure extends HTMLElement {
  static observedAttributes = ["shows"];

  /** @type {Drawing | Anatomy | undefined} */
  #shown;
  /** @type {Drawing | undefined} What the element shows, unless that is the picture of the muscles. */
  #drawing;
  /** @type {MovingPath[]} */
  #paths = [];
  /** @type {string | undefined} The session's phase, as far as the figure follows it. */
  #phase;
  /** Whether the left leg works. */
  #left = false;
  /** @type {Segment[]} What is left of the movement; empty while the figure stands still. */
  #segments = [];
  /** Whether the movement starts again when it ends. */
  #isEndless = false;
  /** Time since the movement began, in milliseconds. */
  #elapsed = 0;
  #isPaused = false;
  #isInSight = false;
  /** @type {boolean | undefined} Whether the whole figure has been in sight; undefined until the observer knows. */
  #wasWhole;
  /** @type {number | undefined} */
  #animationFrame;

  connectedCallback() {
    const drawings = this.#drawings();
    // The prerendered figure stays as it is until the widget takes its place.
    if (!drawings) return;
    // The same listener is added only once, however often the element is moved.
    for (const event of ["pointerenter", "focusin", "click"]) {
      this.closest("article")?.addEventListener(event, this.#preview);
    }
    this.#isInSight = true; // until the observer says otherwise
    visibility.observe(this);
    if (drawings instanceof Promise) drawings.then((drawn) => this.isConnected && this.#show(drawn));
    else this.#show(drawings);
  }

  disconnectedCallback() {
    visibility.unobserve(this);
    this.#isInSight = false;
    this.#continue();
  }

  attributeChangedCallback() {
    const drawings = this.#drawings();
    if (drawings && !(drawings instanceof Promise)) this.#show(drawings);
  }

  /** The drawings of the widget around this figure. `mount` sets them; see the entry of the widget in `element/`. */
  #drawings() {
    const place = /** @type {{ drawings?: Drawings | Promise<Drawings> } | null} */ (this.closest(".mounted"));
    return place?.drawings;
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

  /** @param {Drawings} drawings */
  #show(drawings) {
    const [name = "", phase, side, paused] = (this.getAttribute("shows") ?? "").split(" ");
    const shown = drawings[name];
    this.hidden = !shown;
    if (shown !== this.#shown) this.#replace(shown, phase);
    if (this.#drawing && phase) this.#follow(this.#drawing, phase, side === "left", Boolean(paused));
  }

  /**
   * Shows another drawing.
   *
   * @param {Drawing | Anatomy | undefined} shown
   * @param {string | undefined} phase
   */
  #replace(shown, phase) {
    this.#shown = shown;
    this.#drawing = undefined;
    this.#paths = [];
    this.#segments = [];
    this.#phase = undefined;
    this.replaceChildren();
    if (!shown) return;
    if ("muscles" in shown) {
      addAnatomy(this, shown);
      return;
    }
    this.#drawing = shown;
    // The player shows the right form alone.
    for (const picture of phase ? shown.pictures.slice(0, 1) : shown.pictures) this.#add(shown, picture);
    this.#draw(shown, shown.still, this.#left);
  }

  /**
   * Adds a picture, with paths that have yet to be drawn.
   *
   * @param {Drawing} drawing
   * @param {Picture} picture
   */
  #add({ frame, body, motions }, { label, caption, props, layers }) {
    const container = this.appendChild(document.createElement("div"));
    const viewBox = frame.join(" ");
    const svg = add(container, "svg", { class: "figure", role: "img", "aria-label": label, viewBox });
    for (const d of props) add(svg, "path", { class: "prop", d });
    for (const layer of layers) {
      const transform = layer.mirrored ? "scale(-1 1)" : undefined;
      const path = add(svg, "path", { class: layer.class, transform });
      this.#paths.push({ path, layer, outline: body.outlines[layer.outline], moments: motions[layer.motion] });
    }
    if (!caption) return;
    const text = Object.assign(document.createElement("p"), { textContent: caption });
    text.setAttribute("aria-hidden", "true"); // the label says it already
    container.append(text);
  }

  /**
   * Draws all paths as they are at a time of the drawing.
   *
   * @param {Drawing} drawing
   * @param {number} ms
   * @param {boolean} left whether the left leg works
   */
  #draw({ body, stretches, step, view }, ms, left) {
    /** All outlines of a body share its joints. */
    const poses = new Map();
    for (const { path, layer, outline, moments } of this.#paths) {
      let pose = poses.get(moments);
      if (!pose) {
        const moment = momentAt(moments, ms, step);
        // The partner doesn't change sides.
        const isExchanged = left && !layer.mirrored;
        pose = { joints: jointsOf(body, isExchanged ? exchanged(moment, view) : moment), tension: moment[1] / 100 };
        poses.set(moments, pose);
      }
      path.setAttribute("d", pathOf(outline, body, pose.joints));
      if (layer.class.endsWith("hamstring")) {
        const isWorking = stretches[(layer.class === "near-hamstring") === left ? 1 : 0];
        path.setAttribute("fill-opacity", String(isWorking ? pose.tension : 0));
      }
    }
  }

  /** On a card: goes through the whole exercise once, and back to the picture that explains most. */
  #preview = () => {
    const isBusy = this.#segments.length > 0;
    if (!this.#drawing || isBusy || !this.checkVisibility() || reducedMotion.matches) return;
    const { end, still, repeats } = this.#drawing;
    // Somebody is there, even if the observer doesn't know yet.
    this.#isInSight = this.#wasWhole = true;
    /** @type {Segment[]} */
    const whole = repeats ? [[still, end], [0, end], [0, still]] : [[0, end], [end, still]];
    this.#move(whole, false);
  };

  /**
   * In the player: moves as the phase of the session asks for.
   *
   * @param {Drawing} drawing
   * @param {string} phase
   * @param {boolean} left
   * @param {boolean} isPaused
   */
  #follow({ end, rest, repeats }, phase, left, isPaused) {
    this.#isPaused = isPaused;
    if (this.#phase === phase && left === this.#left) {
      this.#continue();
      return;
    }
    this.#phase = phase;
    this.#left = left;
    /** @type {Record<string, Segment[]>} */
    const movements = {
      prepare: [[0, end]],
      move: [[0, end]],
      hold: [[end, end]],
      switch: repeats ? [[end, end]] : [[end, 0, !left], [0, end]],
      recover: [[end, rest], [rest, end]],
    };
    this.#move(movements[phase], Boolean(repeats) && phase === "move");
  }

  /**
   * Starts a movement.
   *
   * @param {Segment[]} segments
   * @param {boolean} isEndless
   */
  #move(segments, isEndless) {
    this.#segments = segments;
    this.#isEndless = isEndless;
    this.#elapsed = 0;
    this.#continue();
  }

  /** Draws the present state, and goes on from there as long as there is something to do and somebody to see it. */
  #continue() {
    if (this.#animationFrame !== undefined) cancelAnimationFrame(this.#animationFrame);
    this.#animationFrame = undefined;
    this.#drawPresent();
    if (this.#segments.length === 0 || this.#isPaused || !this.#isInSight) return;
    /** @type {number | undefined} */
    let last;
    const step = (/** @type {number} */ now) => {
      last ??= now;
      if (now - last >= FRAME_MS_MIN) {
        this.#elapsed += Math.min(now - last, FRAME_MS_MAX);
        last = now;
        this.#drawPresent();
      }
      this.#animationFrame = this.#segments.length > 0 ? requestAnimationFrame(step) : undefined;
    };
    this.#animationFrame = requestAnimationFrame(step);
  }

  /** Draws the present state of the movement, and ends it where it has arrived. */
  #drawPresent() {
    const drawing = this.#drawing;
    const last = this.#segments[this.#segments.length - 1];
    if (!drawing || !last) return;
    let ahead = this.#isEndless ? this.#elapsed % drawing.end : this.#elapsed;
    if (!reducedMotion.matches) {
      for (const [from, to, left = this.#left] of this.#segments) {
        const length = Math.abs(to - from);
        if (ahead < length) {
          this.#draw(drawing, from + Math.sign(to - from) * ahead, left);
          return;
        }
        ahead -= length;
      }
    }
    this.#segments = [];
    // A repeated move ends as it began, which explains nothing to somebody who doesn't see it move.
    this.#draw(drawing, reducedMotion.matches && drawing.repeats ? drawing.still : last[1], this.#left);
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Figure);
