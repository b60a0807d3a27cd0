// Changes one text node a second, and the title of the tab with it, unless the address has `?title=no`.
const text = document.querySelector('#seconds').firstChild;
const withTitle = new URLSearchParams(location.search).get('title') !== 'no';
let left = 200;

function tick() {
  left -= 1;
  text.data = String(left);
  if (withTitle) document.title = `${left} s`;
}

setInterval(tick, 1_000);
