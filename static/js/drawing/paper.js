// The paper: what is on it, as a list of marks, and the pen that makes them. Each mark can be taken back.
import { draw, follow } from "./marks.js";

const SHARP = 2; // dots a unit: it may be looked at on a finer screen
const LONGEST = 900; // units, so that words can be read where the picture is shown small

export class Paper {
  // `writes(at)` is asked for words, where words are wanted.
  constructor(canvas, writes) {
    Object.assign(this, { canvas, writes, marks: [], kind: "Pen", thickness: "thin" });
    this.context = canvas.getContext("2d");
    canvas.addEventListener("pointerdown", (event) => this.down(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => this.up());
  }

  // Once something is on it, it stays as large as it is.
  spread({ clientWidth, clientHeight }) {
    if (this.marks.length) return;
    const dots = SHARP * Math.min(1, LONGEST / Math.max(clientWidth, clientHeight));
    Object.assign(this.canvas, { width: clientWidth * dots, height: clientHeight * dots });
    this.context.scale(SHARP, SHARP);
    this.show();
  }

  get isBlank() {
    return !this.marks.length || this.marks.at(-1).kind === "Clear";
  }

  get scale() {
    return this.canvas.width / SHARP / this.canvas.clientWidth;
  }

  // Where the pen is, in units of the paper.
  at({ clientX, clientY }) {
    const { left, top } = this.canvas.getBoundingClientRect();
    return { x: (clientX - left) * this.scale, y: (clientY - top) * this.scale };
  }

  down(event) {
    if (!event.isPrimary || event.button) return;
    event.preventDefault();
    if (this.kind === "Words") return this.writes(this.at(event));
    this.canvas.setPointerCapture(event.pointerId);
    this.mark = this.add(this.at(event));
  }

  move(event) {
    if (!this.mark || !event.isPrimary) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const each of all.length ? all : [event]) follow(this.mark, this.at(each));
    this.soon ??= requestAnimationFrame(() => this.show());
  }

  up() {
    this.mark = null;
  }

  add(at, more = {}) {
    const { kind, thickness } = this;
    const mark = { kind, thickness, points: [at], ...more };
    this.marks.push(mark);
    this.show();
    return mark;
  }

  undo() {
    this.mark = null;
    this.marks.pop();
    this.show();
  }

  clear() {
    if (!this.isBlank) this.add(null, { kind: "Clear" });
  }

  forget() {
    this.marks = [];
    this.show();
  }

  show() {
    this.soon = null;
    for (const mark of [{ kind: "Clear" }, ...this.marks]) draw(this.context, mark);
    this.canvas.dispatchEvent(new Event("drawn"));
  }

  // At once: toBlob waits for the browser to be idle, which has taken seven seconds.
  picture() {
    const base64 = this.canvas.toDataURL("image/png").split(",")[1];
    return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: "image/png" });
  }
}
