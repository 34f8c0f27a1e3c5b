// Leaving a page with words that were not sent asks first.
let unsaved = false;
document.addEventListener("input", (event) => {
  if (event.target.matches("form[method=post] textarea")) unsaved = true;
});
document.addEventListener("submit", () => (unsaved = false));
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
