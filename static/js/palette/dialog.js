// The palette: one box; the places of this page at once, and what is called so as the server finds it.
import { keyOf } from "../key.js";
import { make } from "../writing/make.js";
import { places } from "./places.js";

const AFTER = 150;
const KINDS = new URL("find/", document.querySelector("[data-palette]").href);

const list = make("div", { id: "palette-list", className: "palette-list" });
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Places and names");
const box = make("input", { type: "text", dir: "auto", className: "palette-box", placeholder: "Go to, or find by name", autocomplete: "off", spellcheck: false });
for (const [name, value] of Object.entries({
  role: "combobox",
  "aria-label": "Go to, or find by name",
  "aria-controls": "palette-list",
  "aria-autocomplete": "list",
  "aria-expanded": "false",
})) box.setAttribute(name, value);
const said = make("p", { className: "palette-said" });
said.setAttribute("role", "status");
const dialog = make("dialog", { className: "palette" }, box, list, said);
dialog.setAttribute("aria-label", "Go to");
document.body.append(dialog);

let found = [];
let active = null;
let stepped = false; // chosen by an arrow or the pointer, and not just the first there is
let waiting = false;
let entered = false; // Enter came before the answer did
let timer;
let asked;

export function open() {
  box.value = "";
  found = [];
  waiting = entered = stepped = false;
  dialog.showModal();
  box.focus();
  show();
}

box.addEventListener("input", () => {
  clearTimeout(timer);
  asked?.abort();
  waiting = Boolean(box.value.trim());
  entered = stepped = false;
  if (!waiting) found = [];
  show();
  if (waiting) timer = setTimeout(ask, AFTER);
});

// The last answer wins: whoever types on takes back what was asked before.
async function ask() {
  const mine = (asked = new AbortController());
  const answer = await names(mine.signal).catch(() => null);
  if (mine.signal.aborted) return;
  waiting = false;
  found = answer ?? [];
  show();
  say(answer ? counted(options().length) : "Names cannot be looked through right now. The places are still here.");
  if (entered) active?.click();
}

async function names(signal) {
  const query = new URLSearchParams({ q: box.value });
  const answer = await fetch(`${KINDS}?${query}`, { signal, headers: { Accept: "application/json" } });
  return (await answer.json()).kinds;
}

function show() {
  const kinds = [{ name: "Go to", found: places(box.value) }, ...found].filter((kind) => kind.found.length);
  const before = stepped && active?.href;
  list.replaceChildren(...kinds.map(group));
  list.hidden = !kinds.length;
  box.setAttribute("aria-expanded", String(kinds.length > 0));
  choose(options().find((each) => each.href === before) ?? options()[0]);
  if (!box.value.trim()) say("");
}

function group(kind, at) {
  const title = make("p", { className: "palette-kind", textContent: kind.name });
  title.setAttribute("aria-hidden", "true");
  const whole = make("div", {}, title, ...kind.found.map((each, nth) => option(each, `palette-${at}-${nth}`)));
  whole.setAttribute("role", "group");
  whole.setAttribute("aria-label", kind.name);
  return whole;
}

function option({ name, about, address, keys }, id) {
  const link = make("a", { id, href: address, tabIndex: -1 }, make("span", { dir: "auto", textContent: name }));
  if (about) link.append(make("small", { dir: "auto", textContent: about }));
  if (keys) link.append(make("kbd", { textContent: keys, ariaHidden: "true" }));
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  link.addEventListener("pointermove", () => ((stepped = true), choose(link)));
  return link;
}

const options = () => [...list.querySelectorAll("[role=option]")];

function choose(link) {
  active?.setAttribute("aria-selected", "false");
  active = link ?? null;
  link?.setAttribute("aria-selected", "true");
  if (link) box.setAttribute("aria-activedescendant", link.id);
  else box.removeAttribute("aria-activedescendant");
}

function step(by) {
  const all = options();
  if (!all.length) return;
  stepped = true;
  choose(all.at((all.indexOf(active) + by) % all.length));
  active.scrollIntoView({ block: "nearest" });
}

box.addEventListener("keydown", (event) => {
  const key = keyOf(event);
  if (key === "ArrowDown") step(1);
  else if (key === "ArrowUp") step(-1);
  else if (key === "Enter") enter();
  else return;
  event.preventDefault();
});

// What the server finds comes after the places, so only where none fits is there something to wait for.
function enter() {
  if (waiting && !stepped && !places(box.value).length) entered = true;
  else active?.click();
}

dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
dialog.addEventListener("close", () => {
  box.blur(); // or the next key would still be typed into it
  clearTimeout(timer);
  asked?.abort();
});
// Back brings the page as it was left; without this, with the palette over it.
addEventListener("pagehide", () => dialog.close());

const say = (words) => (said.textContent = words);
const counted = (many) => (many ? `${many} found` : "Nothing is called that.");
