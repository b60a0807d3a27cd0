import { mount } from "svelte";
import App from "./app.svelte";

// A page may also load the element later than it draws: `?late` waits for a press.
const isLate = new URLSearchParams(location.search).has("late");
if (!isLate) await import("supple-routine");
mount(App, { target: document.getElementById("app")! });
