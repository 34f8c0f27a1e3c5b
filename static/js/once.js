// A double click sends a form once. Coming back with Back makes it ready again.
const sent = new WeakSet();
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (sent.has(event.target)) event.preventDefault();
  else if (event.target.method === "post") sent.add(event.target);
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
