// Ctrl K (⌘ K on a Mac), or Find in the menu, opens the palette, which is fetched then.
const isMac = /Mac|iP/.test(navigator.platform);
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
  const held = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!held || event.key.toLowerCase() !== "k" || event.altKey || event.shiftKey || event.repeat) return;
  if (event.defaultPrevented || localStorage.getItem("keys are off")) return;
  if (!document.querySelector("[data-palette]") || document.querySelector("dialog:modal")) return;
  event.preventDefault();
  open().catch(() => null);
});
