// Marked words lead to their note. No browser begins a selection on a link, so each becomes a link in
// all but its address, which another one keeps.
import { keyOf } from "../key.js";

for (const link of document.querySelectorAll("mark a")) {
  const kept = link.cloneNode();
  link.removeAttribute("href");
  link.setAttribute("role", "link");
  link.tabIndex = 0;
  link.addEventListener("click", () => getSelection().isCollapsed && kept.click());
  link.addEventListener("keydown", (event) => keyOf(event) === "Enter" && kept.click());
}

// Where there is room beside the words, each note stands at their height, or below the one above it.
const beside = matchMedia("(min-width: 56.01rem)");

function place(reading) {
  const notes = [...reading.querySelectorAll(".margin-note")];
  for (const note of notes) note.style.marginTop = "";
  if (!beside.matches) return;
  for (const note of notes) {
    const words = reading.querySelector(`#mark-${note.dataset.row}`)?.getClientRects()[0];
    const below = words ? words.top - note.getBoundingClientRect().top : 0;
    if (below > 0) note.style.marginTop = `${parseFloat(getComputedStyle(note).marginTop) + below}px`;
  }
}

for (const reading of document.querySelectorAll(".reading")) {
  const sizes = new ResizeObserver(() => place(reading));
  for (const each of reading.querySelectorAll(".verbatim, .margin-note")) sizes.observe(each);
}
