// Keys for links and buttons that carry data-keys ("n", "g t"), and a sheet that lists them on "?",
// with those that another script obeys (aria-keyshortcuts) before them.
// They rest while one writes, and can be switched off: single letters trip up who speaks to the browser.
import { keyOf } from "./key.js";

const OFF = "keys are off";
const NOT_ALONE = new Set(["Shift", "CapsLock", "AltGraph"]);
const all = new Map();
for (const link of document.querySelectorAll("[data-keys]")) {
  if (!all.has(link.dataset.keys)) all.set(link.dataset.keys, link);
}

const make = (name, fields = {}, ...children) => {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...children);
  return made;
};

let sheet;
function show() {
  sheet ??= build();
  sheet.showModal();
}

function build() {
  const others = [...document.querySelectorAll("[aria-keyshortcuts]")];
  const here = others.map((button) => [button.getAttribute("aria-keyshortcuts"), button.firstChild]);
  const rows = [...here, ...all, ["?", { textContent: "This list" }]].flatMap(([keys, { textContent, dataset }]) => {
    const each = keys.split(" ").flatMap((key) => [make("kbd", { textContent: key }), " "]);
    return [make("dt", {}, ...each), make("dd", { textContent: dataset?.called ?? textContent })];
  });
  const active = make("input", { type: "checkbox", id: "keys-on", checked: !localStorage.getItem(OFF) });
  active.addEventListener("change", () => {
    if (active.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "yes");
  });
  const dialog = make(
    "dialog",
    { className: "sheet" },
    make("h2", { id: "keys-title", className: "section-title", textContent: "By keyboard" }),
    make("dl", { className: "key-list" }, ...rows),
    make("div", { className: "field check" }, active, make("label", { htmlFor: "keys-on", textContent: "Use these keys in this browser" })),
    make("form", { method: "dialog", className: "form" }, make("div", { className: "actions" }, make("button", { textContent: "Close" }))),
  );
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  return dialog;
}

let before = "";
let forget;
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
  const key = keyOf(event);
  if (!key || NOT_ALONE.has(key) || !all.size || localStorage.getItem(OFF)) return;
  const link = all.get(`${before}${key}`) ?? all.get(key);
  clearTimeout(forget);
  before = "";
  if (key === "?") show();
  else if (link) link.click();
  else {
    before = `${key} `;
    forget = setTimeout(() => (before = ""), 1500);
    return;
  }
  event.preventDefault();
});

for (const button of document.querySelectorAll("[data-show-keys]")) {
  button.hidden = !matchMedia("(any-hover: hover)").matches;
  button.addEventListener("click", () => {
    button.closest("details")?.removeAttribute("open");
    show();
  });
}
