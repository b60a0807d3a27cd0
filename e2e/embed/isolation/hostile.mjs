// Blog styles that try to reach into the widget.

export const HOSTILE = {
  // All but the column, which gives the blog its width.
  'everything unset': '* { all: unset !important } main { display: block !important; width: 600px !important }',
  'elements shouted at': `button { background: lime !important; font: 40px serif !important; padding: 30px !important; border-radius: 0 !important }
    h2, h3, p, li, dl, dd { margin: 50px !important; color: red !important; text-transform: uppercase !important }
    article, section, div, span { border: 9px solid red !important; float: left !important; width: 10px !important }`,
  'a small root': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'letters and lines apart':
    'body { letter-spacing: 0.5em; word-spacing: 2em; line-height: 4; text-align: center; text-transform: uppercase }',
  'from right to left': 'html { direction: rtl; unicode-bidi: bidi-override } supple-routine { direction: rtl }',
  'a reset and the same names': `*, ::before, ::after { box-sizing: content-box; margin: 0; padding: 0; border: 0 }
    .button, .card, .hero, .stack, .player, .ring, .supple, .mounted { display: none !important }
    :root { --accent: red; --ink: red; --ground: red; --gap: 9em; --round: 0 }`,
  'print styles and columns':
    'main { column-count: 1; hyphens: auto; writing-mode: horizontal-tb; white-space: pre-wrap; quotes: none; cursor: wait }',
};

/** Puts styles into the text of host.html. The widget has the same width with all of them. */
export const dress = (styles) => (text) =>
  text.replace(
    '<!--styles-->',
    `<style>supple-routine { display: block; width: 600px }</style><style>${styles}</style>`,
  );
