// Once all else is there comes what later pages should not have to wait for: the italic, and what
// keeps words safe. Fetched, because Firefox holds a prefetch to default-src, which allows nothing.
const soon = globalThis.requestIdleCallback ?? setTimeout;
const later = document.querySelector("meta[name=ahead]")?.content;
function fetchAhead() {
  document.fonts.load("italic 1rem Literata").catch(() => null);
  if (later) fetch(later, { priority: "low" }).catch(() => null);
}
if (!navigator.connection?.saveData) addEventListener("load", () => soon(fetchAhead));
