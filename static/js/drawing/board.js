// The dialog to draw in. What is on the paper stays there until it is kept or thrown away, whatever
// closes the dialog.
import { keyOf } from "../key.js";
import { signIn } from "../writing/door.js";
import { make } from "../writing/make.js";
import { Label } from "./label.js";
import { Paper } from "./paper.js";

const KINDS = ["Pen", "Box", "Arrow", "Words", "Eraser"];
const THICKNESS = { thin: "Thin", thick: "Thick" };
const NOT_YET = "Not kept yet, still here. The server does not answer, or you are signed out by now; try again in a moment.";

const button = (textContent, onclick, more) => make("button", { type: "button", textContent, onclick, ...more });

function group(label, ...buttons) {
  const tools = make("div", { className: "board-tools" }, ...buttons);
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", label);
  return tools;
}

// Of several buttons one is pressed.
function choice(label, names, choose) {
  const buttons = Object.entries(names).map(([value, name]) => button(name, () => press(value), { value }));
  const press = (value) => {
    for (const each of buttons) each.setAttribute("aria-pressed", String(each.value === value));
    choose(value);
  };
  press(buttons[0].value);
  return group(label, ...buttons);
}

const canvas = make("canvas", { className: "board-paper" });
canvas.setAttribute("role", "img");
canvas.setAttribute("aria-label", "The paper");
const stage = make("div", { className: "board-stage" }, canvas);
const label = new Label(stage, () => pressed().focus());
canvas.addEventListener("pointerdown", () => label.done());
const paper = new Paper(canvas, (at) => label.write(paper, at));

const shows = make("input", { type: "text", dir: "auto", maxLength: 300, placeholder: "What it shows, if you like" });
shows.setAttribute("aria-label", "What it shows");
const keeps = button("Keep the drawing", keep, { className: "primary" });
const end = make("div", { className: "board-end" }, shows, keeps, button("Cancel", leave, { className: "quiet" }));
const stays = button("Go on drawing", () => ask(false));
const asks = make("div", { className: "board-end", hidden: true }, make("p", {}, "The drawing is not kept yet."), stays, button("Throw it away", discard));
asks.setAttribute("role", "group");
asks.setAttribute("aria-label", "Throw the drawing away?");
const said = make("p", { className: "board-said" });
said.setAttribute("role", "status");
const dialog = make(
  "dialog",
  { className: "board" },
  make("h2", { id: "board-title", className: "visually-hidden", textContent: "Draw" }),
  make(
    "div",
    { className: "board-head" },
    choice("Draw with", Object.fromEntries(KINDS.map((each) => [each, each])), (kind) => (paper.kind = kind)),
    choice("How thick", THICKNESS, (thickness) => (paper.thickness = thickness)),
    group("Take back", button("Undo", () => paper.undo()), button("Clear", () => paper.clear())),
  ),
  stage,
  end,
  asks,
  said,
);
dialog.setAttribute("aria-labelledby", "board-title");
document.body.append(dialog);

let gives;
let isGiven = false;
let isAsked = false;
const pressed = () => dialog.querySelector("[aria-pressed=true]");

// `keep` gets the picture and the words.
export function open({ shows: words, keep }) {
  gives = keep;
  if (words) shows.value = words;
  ask(false);
  said.textContent = "";
  dialog.showModal();
  paper.spread(stage);
  pressed().focus();
}

async function keep() {
  label.done();
  if (paper.isBlank) return (said.textContent = "Nothing is drawn yet.");
  if (isAsked) return null;
  isAsked = true;
  const came = await signIn().finally(() => (isAsked = false));
  if (came !== "in") return (said.textContent = NOT_YET);
  isGiven = true;
  dialog.close();
  return gives(paper.picture(), shows.value);
}

function leave() {
  label.done();
  if (paper.isBlank) dialog.close();
  else ask(asks.hidden);
}

function ask(whether) {
  asks.hidden = !whether;
  end.hidden = whether;
  if (dialog.open) (whether ? stays : keeps).focus();
}

function discard() {
  paper.forget();
  dialog.close();
}

canvas.addEventListener("drawn", () => {
  isGiven = false;
  said.textContent = "";
});
dialog.addEventListener("keydown", (event) => {
  if (keyOf(event) === "Escape") leave();
  else if ((event.ctrlKey || event.metaKey) && keyOf(event) === "z" && event.target.type !== "text") paper.undo();
  else return;
  event.preventDefault();
});
// The way back of a phone.
dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  leave();
});
addEventListener("beforeunload", (event) => {
  if (!paper.isBlank && !isGiven) event.preventDefault();
});
