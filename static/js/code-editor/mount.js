// The editor comes around the form's own box, as if the server had rendered both: label, name, errors,
// drafts and saving stay what they were.
import { make } from "../writing/make.js";
import { whenFilled } from "./filled.js";
import { mountEditorsUnder } from "../../vendor/prism-code-editor-5.4.0/editor.js";

const WIDE = matchMedia("(min-width: 40rem)");

export function mount(area, extensions) {
  const caret = [area.selectionStart, area.selectionEnd, area.selectionDirection];
  const hadFocus = document.activeElement === area;
  const around = area.parentElement;
  surround(area, { value: area.value, lineNumbers: WIDE.matches });
  const [editor] = mountEditorsUnder(around, () => extensions);
  delete editor.keyCommandMap.Escape; // it would take the focus away, and the next letters would be keys of the page
  whenFilled(area, () => editor.update());
  WIDE.addEventListener("change", () => editor.setOptions({ lineNumbers: WIDE.matches }));
  area.setSelectionRange(...caret);
  if (hadFocus) area.focus({ preventScroll: true });
  return editor;
}

function surround(area, options) {
  const frame = make("div", { className: "prism-code-editor language-text" });
  const line = make("div", { className: "pce-line" }, "\n");
  const box = make("div", { className: "pce-overlays" });
  line.setAttribute("aria-hidden", "true");
  frame.dataset.options = JSON.stringify(options);
  frame.append(make("div", { className: "pce-wrapper" }, box, line));
  area.replaceWith(frame);
  area.classList.add("pce-textarea");
  box.append(area);
}
