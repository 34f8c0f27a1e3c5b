// Leaving a page with words that were not sent asks first; sending one form leaves those of another.
const unsaved = new Set();
document.addEventListener("input", (event) => {
  if (event.target.matches("form[method=post] textarea")) unsaved.add(event.target.form);
});
document.addEventListener("submit", (event) => {
  if (event.target === document) unsaved.clear();
  else unsaved.delete(event.target);
});
addEventListener("beforeunload", (event) => {
  if (unsaved.size) event.preventDefault();
});
