// The italic comes once all else is there, so that no later page has to wait for it.
const soon = globalThis.requestIdleCallback ?? setTimeout;
if (!navigator.connection?.saveData) {
  addEventListener("load", () => soon(() => document.fonts.load("italic 1rem Literata").catch(() => null)));
}
