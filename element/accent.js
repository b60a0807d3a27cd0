// A blogger's one colour, made readable: as text it must stand out from the light ground and from the dark one, which no
// colour does by itself.

/** The grounds of style/tokens.css that are hardest to read on: `--sunken`. */
const LIGHT = [0xf1, 0xea, 0xe0];
const DARK = [0x2d, 0x28, 0x23];
const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];
/** WCAG 2.2 asks for 4.5 to 1 (1.4.3); labels lie on a tint of the accent, which takes some of it. */
const ENOUGH = 5.3;
const STEPS = 40;

/** The custom properties for a colour, `#rgb` or `#rrggbb`; empty ones for anything else. */
export function accentProperties(colour) {
  const rgb = parse(colour);
  if (!rgb) return { "--supple-accent": "", "--supple-on-accent": "" };
  const shades = [readable(rgb, LIGHT, BLACK), readable(rgb, DARK, WHITE)];
  const texts = shades.map((shade) => (contrast(shade, WHITE) >= contrast(shade, BLACK) ? "#ffffff" : "#000000"));
  return {
    "--supple-accent": `light-dark(${shades.map(hex).join(", ")})`,
    "--supple-on-accent": `light-dark(${texts.join(", ")})`,
  };
}

/** The colour, or the first shade on its way to another that can be read on the ground. */
function readable(rgb, ground, towards) {
  for (let step = 0; step < STEPS; step += 1) {
    const shade = rgb.map((value, i) => Math.round(value + ((towards[i] - value) * step) / STEPS));
    if (contrast(shade, ground) >= ENOUGH) return shade;
  }
  return towards;
}

function parse(colour) {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour || "")?.[1];
  if (!digits) return undefined;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  return pairs.map((pair) => parseInt(pair, 16));
}

const hex = (rgb) => `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;

/** From 1 to 21, as WCAG 2.2 defines it. */
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb) {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
