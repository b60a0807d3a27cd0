// Compiled but never run: uses that the package's types accept, and uses that they reject.
import "supple-routine";
import type { SuppleRoutine } from "supple-routine";

export const right = [
  <supple-routine key="1" className="wide" theme="auto" loading="click" lang="de" compact no-persist />,
  <supple-routine key="2" onsupple-complete={({ detail }) => console.log(detail.heldLeftMs.toFixed())} />,
  <supple-routine key="3" onsupple-error={({ detail }) => console.log(detail.message)} />,
];

export const wrong = [
  // @ts-expect-error There is no such theme.
  <supple-routine key="1" theme="pink" />,
  // @ts-expect-error A flag is either there or absent.
  <supple-routine key="2" compact="yes" />,
  // @ts-expect-error Before a session there is no phase.
  <supple-routine key="3" onsupple-ready={({ detail }) => console.log(detail.phase.length)} />,
];

/** Without a framework, TypeScript knows the element and its events by their names. */
export function withoutFramework(): SuppleRoutine | null {
  const routine = document.querySelector("supple-routine");
  routine?.addEventListener("supple-phase", ({ detail }) => console.log(detail.repeat.toFixed()));
  // @ts-expect-error An exercise is named by its id.
  routine?.start(3);
  return routine;
}
