import { mount } from "svelte";
import App from "./app.svelte";

// A page may load the element after drawing it: `?late` waits for a press.
const isLate = new URLSearchParams(location.search).has("late");
if (!isLate) await import("supple-routine");
mount(App, { target: document.getElementById("app")! });
