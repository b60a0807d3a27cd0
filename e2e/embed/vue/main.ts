import { createApp } from "vue";
import App from "./app.vue";

// A page may load the element after drawing it: `?late` waits for a press.
const isLate = new URLSearchParams(location.search).has("late");
if (!isLate) await import("supple-routine");
createApp(App).mount("#app");
