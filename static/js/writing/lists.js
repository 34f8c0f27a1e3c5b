// Enter at the end of an item begins the next one; on an item with nothing in it, it ends the list.
// With Shift it is a line break and no more. Quotes go on likewise. Tab stays the browser's own.
import { type } from "./type.js";

const ITEM = /^([ \t]*(?:> ?)*)([-*+] (?:\[[ xX]\] )?|\d{1,9}\. )?/;

// As type.js takes it; nothing where a plain line break is wanted. Pure.
export function onward(text, at) {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const [start, lead, mark = ""] = ITEM.exec(text.slice(from, at));
  if (!start.trim() || inCode(text.slice(0, from))) return null;
  const to = (text.indexOf("\n", at) + 1 || text.length + 1) - 1;
  // What follows an item with no empty line between would still belong to it.
  if (!text.slice(from + start.length, to).trim()) return { from, to, text: from ? "\n" : "" };
  return { from: at, to: at, text: `\n${lead}${next(mark)}` };
}

const next = (mark) => mark.replace(/\d+/, (number) => Number(number) + 1).replace(/\[.\]/, "[ ]");

// \x60 is a backtick; as itself it would hide the imports below from what names files by their hash.
export const inCode = (before) => (before.match(/^ {0,3}(\x60{3}|~{3})/gm) ?? []).length % 2 === 1;

export function continueLists(area) {
  let shift = false;
  area.addEventListener("keydown", (event) => (shift = event.shiftKey));
  area.addEventListener("beforeinput", (event) => {
    if (event.inputType !== "insertLineBreak" || shift || area.selectionStart !== area.selectionEnd) return;
    const made = onward(area.value, area.selectionStart);
    if (!made) return;
    event.preventDefault();
    type(area, made);
  });
}
