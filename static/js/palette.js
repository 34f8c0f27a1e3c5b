// Ctrl K (⌘ K on a Mac), or Find in the menu, opens the palette, which is fetched then.
import { isCommand, isMac } from "./key.js";

const open = async () => (await import("./palette/dialog.js")).open();

for (const link of document.querySelectorAll("[data-palette]")) {
  if (isMac) link.dataset.keys = link.dataset.keys.replace("Ctrl", "⌘");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.closest("details")?.removeAttribute("open");
    open().catch(() => (location.href = link.href));
  });
}

document.addEventListener("keydown", (event) => {
  if (event.repeat || !isCommand(event, "k")) return;
  if (event.defaultPrevented || localStorage.getItem("keys are off")) return;
  if (!document.querySelector("[data-palette]") || document.querySelector("dialog:modal")) return;
  event.preventDefault();
  open().catch(() => null);
});
