// A press on a start button before the widget is there.

/** The card whose start button was pressed. A press opens the note beside it without any script. */
export function wantedCard(wrapper) {
  const note = CSS.supports("selector(:popover-open)") && wrapper.querySelector(":popover-open");
  return note ? note.dataset.card : undefined;
}
