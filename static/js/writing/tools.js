// A few quiet tools by each box that holds Markdown, seen while one writes there. With the keyboard
// they are one stop after the box: Tab, then the arrows.
import { isCommand, isMac, keyOf } from "../key.js";
import { EYE, PENCIL, TOOLS } from "./kit.js";
import { continueLists } from "./lists.js";
import { make } from "./make.js";
import { pasteAsMarkdown } from "./paste.js";
import { hide, show } from "./preview.js";
import { type } from "./type.js";

const BACK = "Back to writing";

function tool(name, path, onclick) {
  const button = make("button", { type: "button", tabIndex: -1, onclick });
  return called(button, name, path);
}

function called(button, name, path, words = "") {
  button.title = name;
  button.setAttribute("aria-label", name);
  button.innerHTML = `<svg viewBox="0 0 20 20" aria-hidden="true"><path d="${path}"/></svg>`;
  button.append(make("span", {}, words));
  return button;
}

class Tools {
  constructor(area) {
    this.area = area;
    this.isBegun = document.activeElement === area;
    this.bar = make("div", { className: "writing-tools" }, this.more(), ...TOOLS.map((each) => this.mark(...each)), this.preview());
    this.bar.setAttribute("role", "toolbar");
    this.bar.setAttribute("aria-label", "Formatting");
    this.bar.setAttribute("aria-controls", area.id);
    const field = area.closest(".field") ?? area.parentElement;
    field.classList.add("has-tools");
    field.append(this.bar);
    this.stop(this.reachable()[0]);
    this.listen(field);
  }

  listen(field) {
    this.area.addEventListener("keydown", (event) => this.shortcut(event));
    this.area.addEventListener("focus", () => ((this.isBegun = true), this.stop(this.reachable()[0])));
    this.area.addEventListener("invalid", () => this.area.hidden && this.write());
    this.bar.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    this.bar.addEventListener("keydown", (event) => this.move(event));
    field.addEventListener("focusout", (event) => field.contains(event.relatedTarget) || this.fold());
  }

  // On a narrow screen the marks are behind this one.
  more() {
    this.opener = make("button", { type: "button", tabIndex: -1, className: "more", title: "Format", onclick: () => this.fold(!this.isOpen) }, "Aa");
    this.opener.setAttribute("aria-label", "Format");
    this.opener.setAttribute("aria-expanded", "false");
    return this.opener;
  }

  get isOpen() {
    return this.bar.classList.contains("open");
  }

  fold(open = false) {
    this.bar.classList.toggle("open", open);
    this.opener.setAttribute("aria-expanded", String(open));
  }

  mark(name, act, path, key) {
    const button = tool(name, path, () => this.apply(act));
    if (key) {
      button.title = `${name} (${isMac ? "⌘" : "Ctrl+"}${key})`;
      button.setAttribute("aria-keyshortcuts", `${isMac ? "Meta" : "Control"}+${key}`);
    }
    return button;
  }

  // A box where nobody has put the caret yet is written on at its end.
  apply(act) {
    const { area } = this;
    if (!this.isBegun) area.setSelectionRange(area.value.length, area.value.length);
    this.fold();
    type(area, act(area.value, area.selectionStart, area.selectionEnd));
  }

  preview() {
    this.eye = tool("Preview", EYE, () => (this.area.hidden ? this.write() : this.read()));
    return this.eye;
  }

  async read() {
    if (this.isComing) return;
    this.isComing = true;
    this.fold();
    await show(this.area);
    this.isComing = false;
    this.bar.classList.add("previewing");
    called(this.eye, BACK, PENCIL, BACK);
    this.go(this.eye);
  }

  write() {
    this.bar.classList.remove("previewing");
    called(this.eye, "Preview", EYE);
    hide(this.area);
  }

  shortcut(event) {
    const found = TOOLS.find(([, , , key]) => key && isCommand(event, key.toLowerCase()));
    if (!found) return;
    event.preventDefault();
    this.apply(found[1]);
  }

  reachable() {
    return [...this.bar.children].filter((each) => getComputedStyle(each).display !== "none");
  }

  stop(button) {
    for (const each of this.bar.children) each.tabIndex = each === button ? 0 : -1;
  }

  move(event) {
    const key = keyOf(event);
    const all = this.reachable();
    const at = all.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[key];
    if (key === "Escape") this.leave();
    else if (to === undefined) return;
    else this.go(all.at(to % all.length));
    event.preventDefault();
  }

  leave() {
    this.fold();
    if (this.area.hidden) this.write();
    else this.area.focus();
  }

  go(button) {
    this.stop(button);
    button.focus({ preventScroll: true });
  }
}

for (const area of document.querySelectorAll("textarea[data-markdown]:not(.code)")) {
  new Tools(area);
  continueLists(area);
  pasteAsMarkdown(area);
}
