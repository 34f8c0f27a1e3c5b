// A box to type in, on the paper where the words will stand.
import { keyOf } from "../key.js";
import { make } from "../writing/make.js";
import { height } from "./marks.js";

export class Label {
  // `leaves()` is told when the keyboard ends it.
  constructor(stage, leaves) {
    this.leaves = leaves;
    this.box = make("input", { type: "text", dir: "auto", className: "board-label", maxLength: 120, hidden: true, autocomplete: "off" });
    this.box.setAttribute("aria-label", "Words on the drawing");
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("blur", () => this.done());
    stage.append(this.box);
  }

  write(paper, at) {
    this.done();
    Object.assign(this, { paper, at, thickness: paper.thickness });
    const { canvas, scale } = paper;
    const size = height(paper.thickness) / scale;
    const [left, top] = [canvas.offsetLeft + at.x / scale, canvas.offsetTop + at.y / scale];
    Object.assign(this.box.style, { left: `${left}px`, top: `${top}px` });
    this.box.style.setProperty("--size", `${size}px`);
    this.box.hidden = false;
    this.box.focus();
  }

  key(event) {
    const key = keyOf(event);
    if (!["Enter", "Escape"].includes(key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === "Escape") this.box.value = "";
    this.leaves(); // which ends it: the focus is elsewhere
  }

  done() {
    const text = this.box.value.trim();
    this.box.value = "";
    this.box.hidden = true;
    if (text) this.paper.add(this.at, { kind: "Words", text, thickness: this.thickness });
  }
}
