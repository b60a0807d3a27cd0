// JavaScript because a task of its own is the browser's to give: long work yields to input and to painting there.
// @ts-check

/** Settled in the next task; unlike a timer's, it is delayed by nothing. */
export async function nextTask() {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}
