import { createRoot } from "react-dom/client";
import { App } from "./app";

// A page may load the element after drawing it: `?late` waits for a press.
const isLate = new URLSearchParams(location.search).has("late");
if (!isLate) await import("supple-routine");
createRoot(document.getElementById("app")!).render(<App />);
