// Tab indents, so there is another way on for who has no mouse, and it is said below the editor.
import { make } from "../writing/make.js";
import { defaultKeymap, isMac, setIgnoreTab } from "../../vendor/prism-code-editor-5.4.0/editor.js";

const [KEY, CALLED] = isMac ? ["10+m", "Ctrl+Shift+M"] : ["2+m", "Ctrl+M"];

// What the keys do in an editor that comes around this box.
export function leaving(area) {
  const hint = make("p", { className: "help way-out", id: `${area.id}_way_out` });
  hint.setAttribute("aria-live", "polite");
  let isOpen;
  const open = (whether) => {
    isOpen = whether;
    setIgnoreTab(isOpen);
    hint.textContent = isOpen ? "Tab leaves the editor now." : `${CALLED}, then Tab, leaves the editor.`;
    return true;
  };
  open(false);
  area.after(hint);
  area.addEventListener("blur", () => open(false));
  area.setAttribute("aria-describedby", `${area.getAttribute("aria-describedby") ?? ""} ${hint.id}`.trim());
  return { ...defaultKeymap, [KEY]: () => open(!isOpen) };
}
