// <supple-figure name="anchor">: the figure of an exercise. On a card it stays still until somebody wants to see it move; in the
// player it does what the session does: `play` is the phase, `side` the leg, `paused` is there while it is.

import { exchanged, jointsOf, momentAt, pathOf } from "./outlines.js";

const NAME = "supple-figure";
/** The least time between two pictures of a movement, in milliseconds: as many as film has are enough. */
const FRAME_MS = 30;
/** The most. */
const MOST_MS = 100;

const wantsRest = matchMedia("(prefers-reduced-motion: reduce)");

const sight = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => target.see(isIntersecting)), {
  threshold: 1,
});

const make = (name, attributes) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const attribute in attributes) made.setAttribute(attribute, attributes[attribute]);
  return made;
};

class Figure extends HTMLElement {
  static observedAttributes = ["name", "play", "side", "paused"];

  #drawing;
  #shapes;
  #doing;
  #left = false;
  #isAsked;
  #wasInSight;
  #frame;
  #step;

  connectedCallback() {
    const drawings = this.#drawings();
    // What was prerendered stays as it is, until the widget takes its place.
    if (!drawings) return;
    const card = this.closest("article");
    if (card) {
      // Once each, however often it is moved about.
      card.addEventListener("pointerenter", this.#preview);
      card.addEventListener("focusin", this.#preview);
      this.addEventListener("click", this.#preview);
      sight.observe(this);
    }
    if (drawings.then) drawings.then(this.#show);
    else this.#show(drawings);
  }

  disconnectedCallback() {
    this.#pause();
    sight.unobserve(this);
  }

  /** Attributes that change together come one by one. */
  attributeChangedCallback() {
    if (!this.#drawing || this.#isAsked) return;
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
      if (this.isConnected) this.#show(this.#drawings());
    });
  }

  /** What the widget around has got; see `element/mounting.js`. */
  #drawings() {
    return this.closest(".mounted")?.drawings;
  }

  /** Moves once when it comes into sight. What is there from the beginning stays still until somebody asks. */
  see(isInSight) {
    if (isInSight && this.#wasInSight === false) {
      this.#preview();
      sight.unobserve(this);
    }
    this.#wasInSight ??= isInSight;
  }

  #show = (drawings) => {
    const drawing = drawings[this.getAttribute("name")];
    this.hidden = !drawing;
    if (!drawing) return;
    const play = this.getAttribute("play");
    if (drawing !== this.#drawing) {
      this.#drawing = drawing;
      this.#shapes = [];
      this.replaceChildren();
      this.#add(drawing);
      if (drawing.mistake && !play) this.#add({ ...drawing, ...drawing.mistake });
      this.#draw(drawing.still, this.#left);
    }
    if (play) this.#follow(play);
  };

  /** A picture: what is around a body, the body, its partner. */
  #add({ text, frame, props, body, moments, partner, mistake, caption }) {
    const svg = make("svg", { class: "figure", role: "img", "aria-label": text, viewBox: frame.join(" ") });
    const shape = (attributes) => svg.appendChild(make("path", attributes));
    for (const d of props) shape({ class: "prop", d });
    for (const way of partner ? [moments, partner] : [moments]) {
      const isPartner = way === partner;
      for (const outline of body.outlines) {
        const [part] = outline;
        const isHamstring = part.endsWith("hamstring");
        if (isPartner ? isHamstring || part === "guide" : part === "guide" && !mistake) continue;
        const path = shape(isPartner ? { class: `partner ${part}`, transform: "scale(-1 1)" } : { class: part });
        this.#shapes.push({ outline, way, path, isPartner, isHamstring });
      }
    }
    const picture = this.appendChild(document.createElement("div"));
    picture.append(svg);
    if (caption) picture.append(Object.assign(document.createElement("p"), { textContent: caption }));
  }

  #draw(ms, left) {
    const { body, stretches, step } = this.#drawing;
    for (const { outline, way, path, isPartner, isHamstring } of this.#shapes) {
      const moment = momentAt(way, ms, step);
      path.setAttribute("d", pathOf(outline, body, jointsOf(body, left && !isPartner ? exchanged(moment) : moment)));
      if (isHamstring) {
        const isWorking = stretches[+((outline[0] === "near-hamstring") === left)];
        path.setAttribute("fill-opacity", isWorking ? moment[1] / 100 : 0);
      }
    }
  }

  /** On a card: once through it all, and back to what tells most. */
  #preview = () => {
    const { moments, still, repeats } = this.#drawing ?? {};
    if (!moments || wantsRest.matches) return;
    const end = moments.at(-1)[0];
    this.#move(repeats ? [[still, end], [0, end], [0, still]] : [[0, end]]);
  };

  /** In the player: what the phase asks for. */
  #follow(phase) {
    const { moments, rest, still, repeats } = this.#drawing;
    const end = moments.at(-1)[0];
    const left = this.getAttribute("side") === "left";
    const doing = [this.getAttribute("name"), phase, left].join();
    if (doing !== this.#doing) {
      const before = this.#left;
      this.#doing = doing;
      this.#left = left;
      const ways = {
        prepare: [[0, end]],
        move: [[0, end]],
        switch: repeats ? [[0, 0]] : [[end, 0, before], [0, end]],
        recover: [[end, rest], [rest, end]],
      };
      this.#move(ways[phase] ?? [[end, end]], repeats && phase === "move");
    }
    if (this.hasAttribute("paused")) this.#pause();
    else this.#resume();
  }

  /** Goes ways, each from a time to another, the last leg given or the present one; over and over, if asked to. */
  #move(ways, again) {
    this.#pause();
    const { still } = this.#drawing;
    let passed = 0;
    let last;
    /** Draws where it is by now, and says whether there is more to come. */
    const goOn = () => {
      let ahead = passed;
      for (const [from, to, left = this.#left] of ways) {
        const length = Math.abs(to - from);
        if (ahead < length) return this.#draw(from + Math.sign(to - from) * ahead, left) ?? true;
        ahead -= length;
      }
      if (again) passed = ahead;
      else this.#draw(ways.at(-1)[1], this.#left);
      return again;
    };
    if (wantsRest.matches) {
      this.#step = undefined;
      return this.#draw(again ? still : ways.at(-1)[1], this.#left);
    }
    this.#step = (now) => {
      const span = now - (last ?? now);
      if (!span || span >= FRAME_MS) {
        last = now;
        // After a pause, or while nobody looked, no time has passed for it.
        passed += Math.min(span, MOST_MS);
        if (!goOn()) return (this.#step = undefined);
      }
      this.#frame = requestAnimationFrame(this.#step);
    };
    this.#resume();
  }

  #pause() {
    cancelAnimationFrame(this.#frame);
  }

  #resume() {
    this.#pause();
    if (this.#step) this.#frame = requestAnimationFrame(this.#step);
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Figure);
