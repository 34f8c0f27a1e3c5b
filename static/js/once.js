// A double click sends a form once. Coming back with Back makes it ready again; so does waiting,
// for an answer may never come.
const PATIENCE = 8000;
const sent = new WeakMap();
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (event.timeStamp - sent.get(event.target) < PATIENCE) event.preventDefault();
  else sent.set(event.target, event.timeStamp);
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
