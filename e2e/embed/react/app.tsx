import { useRef, useState } from "react";
import type { SuppleDetail, SuppleLoading, SuppleRoutine, SuppleTheme } from "supple-routine";

/** Passed to the element, and changed while it is there. */
interface Settings {
  theme: SuppleTheme;
  loading: SuppleLoading;
  storageKey: string;
  compact: boolean;
  noPersist: boolean;
  src: string | undefined;
}

const FIRST: Settings = {
  theme: "dark", loading: "eager", storageKey: "app", compact: true, noPersist: false, src: undefined,
};

export function App() {
  const routine = useRef<SuppleRoutine>(null);
  const [isShown, setShown] = useState(true);
  const [settings, setSettings] = useState(FIRST);
  const [heard, setHeard] = useState<string[]>([]);

  const change = (changed: Partial<Settings>) => setSettings((before) => ({ ...before, ...changed }));
  const hear = ({ type, detail }: CustomEvent<SuppleDetail>) =>
    setHeard((before) => [...before, `${type} ${detail.state} ${detail.exerciseId} ${detail.phase}`]);

  return (
    <>
      <h1>Stretch with React</h1>
      <p>
        <button onClick={() => setShown(!isShown)}>{isShown ? "Hide" : "Show"}</button>
        <button onClick={() => import("supple-routine")}>Load</button>
        <button onClick={() => routine.current?.start("anchor")}>Begin</button>
        <button onClick={() => routine.current?.pause()}>Wait</button>
        <button onClick={() => change({ theme: "light", compact: false })}>Change looks</button>
        <button onClick={() => change({ storageKey: "other", noPersist: true })}>Change storage</button>
        <button onClick={() => change({ src: "routine.json" })}>Change routine</button>
      </p>
      {isShown && (
        <supple-routine
          ref={routine}
          theme={settings.theme}
          loading={settings.loading}
          storage-key={settings.storageKey}
          compact={settings.compact}
          no-persist={settings.noPersist}
          src={settings.src}
          onsupple-ready={hear}
          onsupple-start={hear}
          onsupple-phase={hear}
          onsupple-pause={hear}
        >
          <a href="https://example.org/supple/">Open the hamstring routine</a>
        </supple-routine>
      )}
      <ol>{heard.map((line, index) => <li key={index}>{line}</li>)}</ol>
    </>
  );
}
