// Words of a feedback are selected, or a sentence is tapped, and a small bar asks what they are.
// It fills in the form that works without any of this. The server counts code points, the browser
// UTF-16 units; they are converted here.
import "./evidence/notes.js";
import { keyOf } from "./key.js";

const CHOICES = [["gap", "Gap"], ["strength", "Strength"], ["aside", "Set aside"]];

// What the server would refuse is asked for while the dialog is open.
const MISSING = {
  gap: ["name", "Give the gap a name."],
  strength: ["name", "Give the strength a name."],
  aside: ["aside", "Say why you set it aside."],
};

const make = (name, fields = {}, ...children) => {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...children);
  return made;
};

const bar = make("div", { className: "select-bar" });
bar.setAttribute("role", "group");
bar.setAttribute("aria-label", "What are these words to you?");
for (const [what, label] of CHOICES) {
  bar.append(make("button", { type: "button", textContent: label, value: what }));
}

const dialog = make("dialog", { className: "sheet" });
dialog.setAttribute("aria-label", "What are these words to you?");
const quoted = make("blockquote", { dir: "auto", className: "said" });
dialog.append(quoted);
document.body.append(dialog);

let chosen = null;
let held = false;

class Words {
  constructor(element) {
    this.element = element;
    this.fold = document.getElementById(element.dataset.words);
    this.form = this.fold.querySelector("form");
    this.text = element.textContent;
    element.tabIndex = 0;
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", "Their words. Arrow keys choose a sentence, Enter marks it.");
    const keys = make("p", { className: "keys", textContent: "Arrow keys choose a sentence, Enter marks it." });
    keys.setAttribute("aria-hidden", "true");
    element.after(keys);
    this.form.addEventListener("submit", (event) => this.submit(event), { capture: true });
    this.form.addEventListener("input", () => this.said?.remove());
    element.addEventListener("click", (event) => this.tap(event));
    element.addEventListener("keydown", (event) => this.key(event));
  }

  // The form lists the sentences; their places are its values.
  get sentences() {
    this.places ??= this.inUnits(
      Array.from(this.form.querySelectorAll("[name=sentence]"), (radio) => radio.value.split("-").map(Number)),
    );
    return this.places;
  }

  inUnits(places) {
    const units = [0];
    for (const letter of this.text) units.push(units.at(-1) + letter.length);
    return places.map(([start, end]) => [units[start], units[end]]);
  }

  offset(node, at) {
    const range = document.createRange();
    range.setStart(this.element, 0);
    range.setEnd(node, at);
    return range.toString().length;
  }

  // What of the selection lies in these words, without the space at its ends.
  selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !selection.containsNode(this.element, true)) return null;
    const range = selection.getRangeAt(0);
    const inside = (node) => this.element.contains(node);
    let start = inside(range.startContainer) ? this.offset(range.startContainer, range.startOffset) : 0;
    let end = inside(range.endContainer) ? this.offset(range.endContainer, range.endOffset) : this.text.length;
    while (start < end && !this.text[start].trim()) start += 1;
    while (start < end && !this.text[end - 1].trim()) end -= 1;
    return start < end ? [start, end] : null;
  }

  range([start, end]) {
    const range = document.createRange();
    const walker = document.createTreeWalker(this.element, NodeFilter.SHOW_TEXT);
    let passed = 0;
    let begun = false;
    while (walker.nextNode()) {
      const length = walker.currentNode.length;
      if (!begun && start < passed + length) {
        range.setStart(walker.currentNode, start - passed);
        begun = true;
      }
      if (end <= passed + length) {
        range.setEnd(walker.currentNode, end - passed);
        break;
      }
      passed += length;
    }
    return range;
  }

  select(place) {
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(this.range(place));
  }

  tap(event) {
    if (event.target.closest("a") || !getSelection().isCollapsed) return;
    const caret = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(event.clientX, event.clientY)
      : document.caretRangeFromPoint?.(event.clientX, event.clientY);
    const node = caret?.offsetNode ?? caret?.startContainer;
    if (!node || !this.element.contains(node)) return;
    const at = this.offset(node, caret.offset ?? caret.startOffset);
    const place = this.sentences.find(([start, end]) => start <= at && at <= end);
    if (place) this.select(place);
  }

  key(event) {
    if (event.target !== this.element || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[keyOf(event)];
    if (step) {
      event.preventDefault();
      this.walk(step);
    } else if (keyOf(event) === "Enter" && this.selected()) {
      event.preventDefault();
      show(this);
      bar.firstElementChild.focus();
    }
  }

  walk(step) {
    const now = this.selected();
    const at = this.sentences.findIndex(([start, end]) => now && start < now[1] && now[0] < end);
    const next = this.sentences[now ? at + step : 0];
    if (!next) return;
    this.select(next);
    this.range(next).startContainer.parentElement.scrollIntoView({ block: "nearest" });
  }

  // The same form, in a dialog, with the words filled in.
  open(what, [start, end]) {
    const { form, text } = this;
    const points = (units) => [...text.slice(0, units)].length;
    const set = (name, value) => (form.querySelector(`[name=${name}]`).value = value);
    set("quote", text.slice(start, end));
    set("start", points(start));
    set("end", points(end));
    for (const radio of form.querySelectorAll("[name=sentence]")) radio.checked = false;
    form.querySelector(`[name=what][value=${what}]`).checked = true;
    quoted.textContent = `“${text.slice(start, end)}”`;
    dialog.append(form);
    dialog.showModal();
    form.querySelector(what === "aside" ? "[name=aside]" : "[name=name]").focus();
    dialog.onclose = () => {
      this.said?.remove();
      for (const name of ["quote", "start", "end"]) set(name, "");
      this.fold.append(form);
      this.element.focus({ preventScroll: true });
      this.select([start, end]);
    };
  }

  submit(event) {
    const [name, words] = MISSING[this.form.elements.what.value] ?? [];
    if (!dialog.open || !name || this.form.elements[name].value.trim()) return;
    event.preventDefault();
    this.said?.remove();
    this.said = make("p", { className: "errorlist", textContent: words });
    this.said.setAttribute("role", "alert");
    const control = this.form.querySelector(`[name=${name}]`);
    control.closest(".field > *").before(this.said);
    control.focus();
  }
}

const all = Array.from(document.querySelectorAll("[data-words]"), (element) => new Words(element));

function show(words) {
  const place = words.selected();
  if (!place) return hide();
  chosen = { words, place };
  const frame = words.element.parentElement;
  words.element.after(bar);
  const around = frame.getBoundingClientRect();
  const lines = Array.from(words.range(place).getClientRects());
  const first = lines[0] ?? around;
  const last = lines.at(-1) ?? around;
  const room = first.top - bar.offsetHeight - 8;
  // A finger's own menu opens above the words, so the bar goes below.
  const below = matchMedia("(pointer: coarse)").matches || room < 0;
  const top = below ? last.bottom + 8 : room;
  const left = Math.min(below ? last.left : first.left, around.right - bar.offsetWidth);
  bar.style.top = `${top - around.top}px`;
  bar.style.left = `${Math.max(0, left - around.left)}px`;
}

function hide() {
  chosen = null;
  bar.remove();
}

function look() {
  if (held || dialog.open || bar.contains(document.activeElement)) return;
  const words = all.find((each) => each.selected());
  if (words) show(words);
  else hide();
}

let waiting;
const lookSoon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, 120);
};
document.addEventListener("selectionchange", lookSoon);
document.addEventListener("pointerdown", (event) => (held = event.pointerType === "mouse" && !bar.contains(event.target)));
document.addEventListener("pointerup", () => {
  held = false;
  lookSoon();
});
document.addEventListener("keydown", (event) => {
  if (keyOf(event) !== "Escape" || !chosen || dialog.open) return;
  chosen.words.element.focus();
  getSelection().removeAllRanges();
  hide();
});
addEventListener("resize", () => chosen && show(chosen.words));

// The selection stays while the bar is pressed.
bar.addEventListener("pointerdown", (event) => event.preventDefault());
bar.addEventListener("mousedown", (event) => event.preventDefault());
bar.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button || !chosen) return;
  const { words, place } = chosen;
  hide();
  words.open(button.value, place);
});

dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.matches(".cancel")) dialog.close();
});
for (const { form } of all) {
  form.querySelector(".actions").append(make("button", { type: "button", className: "quiet cancel", textContent: "Cancel" }));
}

// A name I have already brings its kind along.
const names = new Map(Array.from(document.querySelectorAll("#gap-names option"), (each) => [each.value, each.dataset.kind]));
document.addEventListener("input", (event) => {
  const kind = event.target.name === "name" && names.get(event.target.value);
  if (kind) event.target.form.querySelector(`[name=kind][value=${kind}]`).checked = true;
});

// A note and its words light up together.
for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) {
  document.addEventListener(type, (event) => {
    const row = event.target.closest?.("[data-row]")?.dataset.row;
    if (!row) return;
    const lit = type === "pointerover" || type === "focusin";
    for (const each of document.querySelectorAll(`[data-row="${row}"]`)) each.classList.toggle("lit", lit);
  });
}
