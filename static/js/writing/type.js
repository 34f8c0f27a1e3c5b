// Writes into a box as if by hand: the browser's own undo takes it back in one step, and whoever
// listens hears `input`. "insertText" would do, but takes seconds for a thousand lines; a box has no
// HTML, so "insertHTML" puts the same characters there at once. Where a browser does neither, the
// text still stands there.
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function type(area, { from, to, text, select = [from + text.length] }) {
  const wanted = area.value.slice(0, from) + text + area.value.slice(to);
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  if (!text) document.execCommand("delete");
  else if (!document.execCommand("insertHTML", false, escaped(text))) document.execCommand("insertText", false, text);
  if (area.value !== wanted) {
    area.value = wanted;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  area.setSelectionRange(select[0], select.at(-1));
}
