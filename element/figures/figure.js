// <supple-figure shows="anchor">: the figure of an exercise. On a card it stays still until somebody wants to see it move. In the
// player it does what the session does: `shows="anchor hold left paused"` has the phase, the side, and whether time stands still.

import { exchanged, jointsOf, momentAt, pathOf } from "./outlines.js";

const NAME = "supple-figure";
/** The least and the most time between two pictures of a movement, in milliseconds: as many as film has are enough. */
const [LEAST_MS, MOST_MS] = [30, 100];

const wantsRest = matchMedia("(prefers-reduced-motion: reduce)");

const sight = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => target.see(isIntersecting)), {
  threshold: 1,
});

/** Adds an element of SVG. */
function add(parent, name, attributes) {
  const made = parent.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name));
  for (const attribute in attributes) made.setAttribute(attribute, attributes[attribute]);
  return made;
}

/** The muscles, each to be focused, with what there is to say about it. */
function addAnatomy(place, { text, width, height, shapes, muscles, named }) {
  const svg = add(place, "svg", { class: "anatomy", role: "group", "aria-label": text, viewBox: `0 0 ${width} ${height}` });
  const addAll = (parent, all) => all.forEach(([what, d]) => add(parent, "path", { class: what, d }));
  addAll(svg, shapes);
  for (const { id, x, y, shapes } of muscles) {
    const { name, text } = named.find((muscle) => muscle.id === id) ?? { name: id, text: "" };
    const muscle = add(svg, "g", { tabindex: 0, role: "img", "aria-label": `${name}. ${text}` });
    addAll(muscle, shapes);
    // Beside the leg, names grow away from it.
    add(muscle, "text", { x, y, "text-anchor": x > width / 2 ? "end" : "start" }).textContent = name;
  }
}

class Figure extends HTMLElement {
  static observedAttributes = ["shows"];

  #drawing;
  #shapes;
  #doing;
  #left = false;
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
      for (const event of ["pointerenter", "focusin", "click"]) card.addEventListener(event, this.#preview);
      sight.observe(this);
    }
    if (drawings instanceof Promise) drawings.then(this.#show);
    else this.#show(drawings);
  }

  disconnectedCallback() {
    this.#pause();
    sight.unobserve(this);
  }

  attributeChangedCallback() {
    const drawings = this.#drawings();
    if (drawings && !(drawings instanceof Promise)) this.#show(drawings);
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
    const [name, phase, side, paused] = (this.getAttribute("shows") ?? "").split(" ");
    const drawing = drawings[name];
    this.hidden = !drawing;
    if (!drawing) return this.#pause();
    if (drawing !== this.#drawing) {
      this.#drawing = drawing;
      this.#shapes = [];
      this.#doing = undefined;
      this.replaceChildren();
      if (drawing.muscles) return addAnatomy(this, drawing);
      this.#add(drawing);
      if (drawing.mistake && !phase) this.#add({ ...drawing, ...drawing.mistake });
      this.#draw(drawing.still, this.#left);
    }
    if (phase) this.#follow(phase, side === "left", paused);
  };

  /** A picture: what is around a body, the body, its partner. */
  #add({ text, frame, props, body, moments, partner, mistake, caption }) {
    const picture = this.appendChild(document.createElement("div"));
    const svg = add(picture, "svg", { class: "figure", role: "img", "aria-label": text, viewBox: frame.join(" ") });
    for (const d of props) add(svg, "path", { class: "prop", d });
    const addAll = (outlines, way, isPartner) => {
      for (const outline of outlines) {
        const [part] = outline;
        const path = add(svg, "path", isPartner ? { class: `partner ${part}`, transform: "scale(-1 1)" } : { class: part });
        this.#shapes.push({ outline, way, path, isPartner, isHamstring: part.endsWith("hamstring") });
      }
    };
    // A partner is on the other side, and only the nearer arm reaches around.
    const plain = body.outlines.filter(([part]) => !/-|guide/.test(part));
    if (partner) addAll(plain.slice(0, -1), partner, true);
    addAll(mistake ? body.outlines : body.outlines.filter(([part]) => part !== "guide"), moments);
    if (partner) addAll(plain.slice(-1), partner, true);
    if (caption) picture.append(Object.assign(document.createElement("p"), { textContent: caption }));
  }

  #draw(ms, left) {
    const { body, stretches, step, view } = this.#drawing;
    const poses = new Map();
    for (const { outline, way, path, isPartner, isHamstring } of this.#shapes) {
      // All shapes of a body share its joints.
      if (!poses.has(way)) {
        const moment = momentAt(way, ms, step);
        poses.set(way, [moment, jointsOf(body, left && !isPartner && view === "side" ? exchanged(moment) : moment)]);
      }
      const [moment, joints] = poses.get(way);
      path.setAttribute("d", pathOf(outline, body, joints));
      if (isHamstring) {
        const isWorking = stretches[+((outline[0] === "near-hamstring") === left)];
        path.setAttribute("fill-opacity", isWorking ? moment[1] / 100 : 0);
      }
    }
  }

  /** On a card: once through it all, and back to what tells most. */
  #preview = () => {
    if (!this.#drawing || wantsRest.matches) return;
    const { end, still, repeats } = this.#drawing;
    this.#move(repeats ? [[still, end], [0, end], [0, still]] : [[0, end]]);
  };

  /** In the player: what the phase asks for. */
  #follow(phase, left, isPaused) {
    const { end, rest, repeats } = this.#drawing;
    const before = this.#left;
    if (this.#doing !== phase || left !== before) {
      this.#doing = phase;
      this.#left = left;
      const ways = {
        prepare: [[0, end]],
        move: [[0, end]],
        hold: [],
        switch: repeats ? [] : [[end, 0, before], [0, end]],
        recover: [[end, rest], [rest, end]],
      };
      this.#move(ways[phase], repeats && phase === "move");
    }
    if (isPaused) this.#pause();
    else this.#resume();
  }

  /**
   * Goes ways, each from a time to another, with the leg that is given or else the present one; over and over, if asked to.
   * Without any it is at its end.
   */
  #move(ways, again) {
    let passed = 0;
    let last;
    const arrive = () => this.#draw(ways.at(-1)?.[1] ?? this.#drawing.end, this.#left);
    /** Draws where it is by now, and says whether there is more to come. */
    const goOn = () => {
      let ahead = passed;
      for (const [from, to, left = this.#left] of ways) {
        const length = Math.abs(to - from);
        if (ahead < length) {
          this.#draw(from + Math.sign(to - from) * ahead, left);
          return true;
        }
        ahead -= length;
      }
      passed = ahead;
      if (!again) arrive();
      return again;
    };
    this.#step = (now) => {
      const span = now - (last ?? now);
      let isMoving = true;
      if (!span || span >= LEAST_MS) {
        last = now;
        // While it was paused, and while nobody looked, no time has passed for it.
        passed += Math.min(span, MOST_MS);
        isMoving = goOn();
      }
      if (isMoving) this.#frame = requestAnimationFrame(this.#step);
      else this.#step = undefined;
    };
    if (wantsRest.matches || !ways.length) {
      this.#step = undefined;
      arrive();
    }
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
