// The whole screen for the widget. A browser that refuses leaves everything as it is, and the person sees that.

/** Whether there is such a thing here. */
export const isPossible = () => !!document.fullscreenEnabled;

/** Fills the screen with the widget in which something was pressed, or gives the screen back. */
export async function toggle({ currentTarget }) {
  if (leave(currentTarget)) return;
  try {
    await currentTarget.closest(".supple").requestFullscreen();
  } catch {
    // Refused.
  }
}

/** Gives the screen back if the widget of this element fills it, and says whether it did. */
export function leave(element) {
  const fills = !!element.closest(":fullscreen");
  if (fills) document.exitFullscreen().catch(() => {});
  return fills;
}
