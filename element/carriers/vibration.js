// Vibration, where there is one: it can be told apart with the eyes closed.

/** How long it vibrates and pauses in turn, in milliseconds. */
const PATTERNS = {
  ready: [100, 100, 100],
  next: [100, 100, 100],
  begin: [400],
  halfway: [60],
  last: [30],
  switch: [200, 100, 200],
  recover: [200],
  done: [200, 100, 200, 100, 600],
};

/** Cues to be felt. */
export const vibration = {
  cue({ kind }, { settings }) {
    if (settings.vibration && !document.hidden) navigator.vibrate?.(PATTERNS[kind]);
  },
};
