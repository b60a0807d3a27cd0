// A stretching page as somebody would write it in an afternoon, without any framework: cards, a player that counts
// down, and a log. It shows the widget's own routine and is what the widget is compared with; see minute.mjs.

const LOG = 'stretching-log';
const WORDS = { prepare: 'Get ready', move: 'Move', hold: 'Hold', switch: 'Switch legs', recover: 'Come back up' };
const SIDES = { none: ['none'], together: ['both'], alternating: ['both'], each: ['left', 'right'] };
const LEGS = { left: 'Left leg', right: 'Right leg', both: 'Both legs', none: '' };
const LOOK_MS = 250;

const $ = (selector) => document.querySelector(selector);
const create = (tag, textContent = '') => Object.assign(document.createElement(tag), { textContent });

const routine = await (await fetch('/routines/hamstring.json')).json();
const exercises = routine.sections.flatMap((section) => section.exercises).filter(({ partner }) => !partner);
const pageTitle = document.title;

let phases = [];
let at = 0;
let endsAt = 0;
let leftMs = 0;
let timer;

function showCards() {
  $('h1').textContent = routine.name;
  $('#summary').textContent = routine.summary;
  for (const exercise of exercises) {
    const card = create('article');
    card.id = exercise.id;
    const steps = create('ol');
    steps.append(...exercise.steps.map((step) => create('li', step)));
    const button = create('button', 'Start here');
    button.addEventListener('click', () => start(exercise.id));
    card.append(create('h3', exercise.name), create('p', dose(exercise)), steps, create('p', exercise.key), button);
    $('#cards').append(card);
  }
}

const dose = ({ dose: { seconds, repeats } }) => (repeats ? `${repeats.default} × ${seconds} s` : `${seconds} s`);

/** The phases of one exercise: preparation, then each leg and each repeat with what comes between them. */
function phasesOf(exercise) {
  const { kind, seconds, repeats } = exercise.dose;
  const pace = Number($('#pace').value);
  const all = [];
  SIDES[exercise.sides].forEach((side, turn) => {
    for (let repeat = 1; repeat <= (repeats?.default ?? 1); repeat += 1) {
      const before = repeat > 1 ? 'recover' : turn > 0 ? 'switch' : 'prepare';
      all.push({ exercise, side, kind: before, ms: routine.times[before] * 1_000 });
      all.push({ exercise, side, kind, ms: seconds * pace * 1_000 });
    }
  });
  return all;
}

function start(id = exercises[0].id) {
  phases = exercises.slice(exercises.findIndex((it) => it.id === id)).flatMap(phasesOf);
  $('#overview').hidden = true;
  $('#player').hidden = false;
  enter(0);
  resume();
}

function enter(index) {
  at = index;
  const phase = phases[at];
  if (!phase) {
    finish();
    return;
  }
  leftMs = phase.ms;
  endsAt = Date.now() + leftMs;
  $('#player').dataset.kind = phase.kind;
  $('#what').textContent = WORDS[phase.kind];
  $('h2').textContent = phase.exercise.name;
  $('#side').textContent = LEGS[phase.side];
  show();
}

function resume() {
  endsAt = Date.now() + leftMs;
  timer = setInterval(look, LOOK_MS);
  $('#player').classList.remove('paused');
  $('#pause').textContent = 'Pause';
}

function pause() {
  clearInterval(timer);
  timer = undefined;
  $('#player').classList.add('paused');
  $('#pause').textContent = 'Resume';
}

function look() {
  leftMs = endsAt - Date.now();
  if (leftMs <= 0) next();
  else show();
}

/** Changes the page only when the second does. */
function show() {
  const seconds = String(Math.ceil(leftMs / 1_000));
  if ($('#seconds').textContent === seconds && document.title.startsWith(seconds)) return;
  $('#seconds').textContent = seconds;
  document.title = `${seconds} s · ${WORDS[phases[at].kind]}`;
}

function next() {
  const { exercise, side, kind, ms } = phases[at];
  const doneMs = ms - Math.max(0, leftMs);
  if ((kind === 'hold' || kind === 'move') && doneMs > 1_000) {
    const log = readLog();
    log.push({ exercise: exercise.id, side, kind, ms: doneMs, at: Date.now() });
    try {
      localStorage.setItem(LOG, JSON.stringify(log));
    } catch {
      // A full or forbidden storage must not stop the session.
    }
  }
  enter(at + 1);
}

function finish() {
  pause();
  $('#player').hidden = true;
  $('#overview').hidden = false;
  document.title = pageTitle;
  showLog();
}

function readLog() {
  try {
    return JSON.parse(localStorage.getItem(LOG)) ?? [];
  } catch {
    return [];
  }
}

function showLog() {
  const total = readLog().reduce((sum, { ms }) => sum + ms, 0);
  $('#log').textContent = total > 0 ? `So far: ${Math.round(total / 1_000)} s of stretching.` : '';
}

$('#start').addEventListener('click', () => start());
$('#pause').addEventListener('click', () => (timer ? pause() : resume()));
$('#next').addEventListener('click', next);
$('#stop').addEventListener('click', finish);
showCards();
showLog();
