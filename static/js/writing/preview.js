// The text as the server renders it, in the place of the box. Without it the page shows the same
// once it is saved.
import { make } from "./make.js";

const NOT_NOW = "The preview did not come. Your words are still here; try again in a moment.";

export async function show(area) {
  const pane = make("div", { dir: "auto", className: "prose preview", tabIndex: 0 });
  pane.setAttribute("role", "group");
  pane.setAttribute("aria-label", "Preview");
  const html = await rendered(area);
  if (html === null) pane.append(make("p", { className: "quiet-text" }, NOT_NOW));
  else pane.innerHTML = html; // made and cleaned by the server: journal/prose.py
  pane.style.minHeight = `${area.offsetHeight}px`; // what stands below stays where it is
  area.scrolled = area.scrollTop;
  const top = scrollY;
  area.hidden = true;
  area.after(pane);
  scrollTo(scrollX, top); // or the browser, holding on to what it saw below, moves the page
}

export function hide(area) {
  const top = scrollY;
  area.nextElementSibling.remove();
  area.hidden = false;
  scrollTo(scrollX, top);
  area.focus({ preventScroll: true });
  area.scrollTop = area.scrolled;
}

async function rendered(area) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", area.form.elements.csrfmiddlewaretoken.value);
  body.set("text", area.value);
  const answer = await fetch(area.dataset.markdown, { method: "POST", body }).catch(() => null);
  return [200, 422].includes(answer?.status) ? answer.text().catch(() => null) : null;
}
