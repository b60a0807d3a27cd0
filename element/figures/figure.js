// <supple-figure shows="anchor">: the figure of an exercise. On a card it stays still until somebody wants to see it move. In the
// player it does what the session does: `shows="anchor hold left paused"` has the phase, the side, and whether time stands still.

import { exchanged, jointsOf, momentAt, pathOf } from "./outlines.js";

const NAME = "supple-figure";
/** The least and the most time between two pictures of a movement, in milliseconds: as many as film has are enough. */
const [LEAST_MS, MOST_MS] = [30, 100];

const wantsRest = matchMedia("(prefers-reduced-motion: reduce)");

/** How much of a figure is to be seen before it shows by itself how it moves. */
const WHOLE = 0.9;
const sight = new IntersectionObserver((entries) => entries.forEach((entry) => entry.target.see(entry)), { threshold: [0, WHOLE] });

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
  #shapes = [];
  #doing;
  #left = false;
  /** Where it goes from here; see `#move`. */
  #ways = [];
  #isEndless;
  #passed;
  #isPaused;
  #isInSight;
  /** Undefined until it is known whether it was to be seen from the beginning. */
  #wasWhole;
  #frame;

  connectedCallback() {
    const drawings = this.#drawings();
    // What was prerendered stays as it is, until the widget takes its place.
    if (!drawings) return;
    // Once each, however often it is moved about.
    for (const event of ["pointerenter", "focusin", "click"]) this.closest("article")?.addEventListener(event, this.#preview);
    this.#isInSight = true; // until something else is known
    sight.observe(this);
    if (drawings instanceof Promise) drawings.then((drawn) => this.isConnected && this.#show(drawn));
    else this.#show(drawings);
  }

  disconnectedCallback() {
    sight.unobserve(this);
    this.#isInSight = false;
    this.#goOn();
  }

  attributeChangedCallback() {
    const drawings = this.#drawings();
    if (drawings && !(drawings instanceof Promise)) this.#show(drawings);
  }

  /** What the widget around has got; see `element/mounting.js`. */
  #drawings() {
    return this.closest(".mounted")?.drawings;
  }

  /** It moves only while it is to be seen; and once on a card that comes into sight. */
  see({ isIntersecting, intersectionRatio }) {
    this.#isInSight = isIntersecting;
    const isWhole = intersectionRatio >= WHOLE;
    if (isWhole && this.#wasWhole === false && this.closest("article")) this.#preview();
    this.#wasWhole ||= isWhole;
    this.#goOn();
  }

  #show = (drawings) => {
    const [name, phase, side, paused] = (this.getAttribute("shows") ?? "").split(" ");
    const drawing = drawings[name];
    this.hidden = !drawing;
    if (drawing !== this.#drawing) {
      this.#drawing = drawing;
      this.#shapes = [];
      this.#ways = [];
      this.#doing = undefined;
      this.replaceChildren();
      if (!drawing) return;
      if (drawing.muscles) return addAnatomy(this, drawing);
      this.#add(drawing);
      if (drawing.mistake && !phase) this.#add({ ...drawing, ...drawing.mistake, partner: undefined });
      this.#draw(drawing.still, this.#left);
    }
    if (drawing && phase) this.#follow(phase, side === "left", paused);
  };

  /** A picture: what is around a body, the body, its partner. */
  #add({ text, frame, props, body, moments, partner, mistake, caption, stretches }) {
    const picture = this.appendChild(document.createElement("div"));
    const label = caption ? `${caption}. ${text}` : text;
    const svg = add(picture, "svg", { class: "figure", role: "img", "aria-label": label, viewBox: frame.join(" ") });
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
    const isShown = ([part]) => (part.endsWith("hamstring") ? stretches.includes(true) : mistake || part !== "guide");
    addAll(body.outlines.filter(isShown), moments);
    if (partner) addAll(plain.slice(-1), partner, true);
    if (caption) picture.append(Object.assign(document.createElement("p"), { textContent: caption, ariaHidden: true }));
  }

  #draw(ms, left) {
    const { body, stretches, step, view } = this.#drawing;
    const poses = new Map();
    for (const { outline, way, path, isPartner, isHamstring } of this.#shapes) {
      // All shapes of a body share its joints.
      if (!poses.has(way)) {
        const moment = momentAt(way, ms, step);
        poses.set(way, [moment, jointsOf(body, left && !isPartner ? exchanged(moment, view) : moment)]);
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
    if (!this.#shapes.length || this.#ways.length || !this.checkVisibility() || wantsRest.matches) return;
    const { end, still, repeats } = this.#drawing;
    // Somebody is there; the observer may know it only later.
    this.#isInSight = this.#wasWhole = true;
    this.#move(repeats ? [[still, end], [0, end], [0, still]] : [[0, end], [end, still]]);
  };

  /** In the player: what the phase asks for. */
  #follow(phase, left, isPaused) {
    const { end, rest, repeats } = this.#drawing;
    this.#isPaused = isPaused;
    if (this.#doing === phase && left === this.#left) return this.#goOn();
    this.#doing = phase;
    this.#left = left;
    const ways = {
      prepare: [[0, end]],
      move: [[0, end]],
      hold: [[end, end]],
      switch: repeats ? [[end, end]] : [[end, 0, !left], [0, end]],
      recover: [[end, rest], [rest, end]],
    };
    this.#move(ways[phase], repeats && phase === "move");
  }

  /** Goes ways, each from a time to another, with the leg that is given or else the present one; over and over, if asked to. */
  #move(ways, isEndless) {
    this.#ways = ways;
    this.#isEndless = isEndless;
    this.#passed = 0;
    this.#goOn();
  }

  /** Draws where it is by now, and goes on from there while there is somewhere to go, and somebody to see it. */
  #goOn() {
    cancelAnimationFrame(this.#frame);
    this.#drawPresent();
    if (!this.#ways.length || this.#isPaused || !this.#isInSight) return;
    let last;
    const step = (now) => {
      last ??= now;
      if (now - last >= LEAST_MS) {
        this.#passed += Math.min(now - last, MOST_MS);
        last = now;
        this.#drawPresent();
      }
      if (this.#ways.length) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** Draws where it is on its ways. Once it has arrived, it has none. */
  #drawPresent() {
    const ways = this.#ways;
    if (!ways.length) return;
    const { end, still, repeats } = this.#drawing;
    const last = ways.at(-1)[1];
    let ahead = this.#isEndless ? this.#passed % end : this.#passed;
    if (!wantsRest.matches) {
      for (const [from, to, left = this.#left] of ways) {
        const length = Math.abs(to - from);
        if (ahead < length) return this.#draw(from + Math.sign(to - from) * ahead, left);
        ahead -= length;
      }
    }
    this.#ways = [];
    // A move ends as it began, and tells nothing there to whom it doesn't move.
    this.#draw(wantsRest.matches && repeats ? still : last, this.#left);
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Figure);
