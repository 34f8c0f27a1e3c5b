// A textarea grows with what is typed, where CSS (field-sizing) does not see to it.
function grow(area) {
  if (area.scrollHeight > area.clientHeight) area.style.height = `${area.scrollHeight + 4}px`;
}

if (!CSS.supports("field-sizing", "content")) {
  document.querySelectorAll("textarea").forEach(grow);
  document.addEventListener("input", (event) => event.target.matches("textarea") && grow(event.target));
  // What was folded away had no height yet.
  document.addEventListener("toggle", (event) => event.target.querySelectorAll?.("textarea").forEach(grow), true);
}
