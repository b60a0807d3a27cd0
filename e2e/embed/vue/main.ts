import { createApp } from "vue";
import App from "./app.vue";

// A page may also load the element later than it draws: `?late` waits for a press.
const isLate = new URLSearchParams(location.search).has("late");
if (!isLate) await import("supple-routine");
createApp(App).mount("#app");
