// Where a key wrote more than its letter, the browser may leave the caret out of sight: after a long
// line, at the start of the next. The editor asks its extension named `cursor` to look after that; the
// one it brings along carries a style attribute, which the content security policy forbids.
import { make } from "../writing/make.js";

export function inSight(editor) {
  editor.extensions.cursor = { scrollIntoView: () => show(editor) };
}

// As far to the right as the caret stands comes what is written before it.
function show({ getSelection, value, lines, activeLine }) {
  const [start, end, direction] = getSelection();
  const upTo = value.slice(0, direction === "backward" ? start : end);
  const caret = make("span", {}, " ");
  const before = make("span", { className: "before-caret" }, upTo.slice(upTo.lastIndexOf("\n") + 1), caret);
  lines[activeLine].prepend(before);
  caret.scrollIntoView({ block: "nearest", inline: "nearest" });
  before.remove();
}
