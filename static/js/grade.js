// The keys 1 to 4 grade an attempt, unless one is writing or has switched keys off (keys.js).
import { keyOf } from "./key.js";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || localStorage.getItem("keys are off")) return;
  if (event.target.closest("input, textarea, select, dialog")) return;
  document.querySelector(`[data-grades] button[value="${CSS.escape(keyOf(event))}"]`)?.click();
});
