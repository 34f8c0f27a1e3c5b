// What is copied from a page, a mail or a document comes in as Markdown. Pasting with Shift brings
// plain words, as everywhere; so does pasting into code, and pasting what has no shape of its own.
import { inCode } from "./lists.js";
import { make } from "./make.js";
import { type } from "./type.js";

const NO_PICTURE = "A text keeps no pictures, and yours is as it was. Under Practice, a design problem takes them: solve it again, then add a drawing from a file.";
const LONGEST = 1_000_000;

export function pasteAsMarkdown(area) {
  area.addEventListener("paste", async (event) => {
    const [html, plain] = ["text/html", "text/plain"].map((kind) => event.clipboardData.getData(kind));
    if (!plain && event.clipboardData.files.length) return sayNo(area, event);
    if (!html || html.length > LONGEST || inCode(area.value.slice(0, area.selectionStart))) return;
    event.preventDefault();
    const text = (await shaped(html).catch(() => "")) || plain.replace(/\r\n?/g, "\n");
    if (!text.trim()) return sayNo(area, event);
    type(area, { from: area.selectionStart, to: area.selectionEnd, text });
    area.blur();
    area.focus(); // the end of what was pasted comes into view
  });
}

// What was selected stays.
function sayNo(area, event) {
  event.preventDefault();
  area.parentElement.querySelector(".no-picture")?.remove();
  const note = make("p", { className: "no-picture quiet-text small", role: "status" }, NO_PICTURE);
  area.after(note);
  area.addEventListener("input", () => note.remove(), { once: true });
}

async function shaped(html) {
  const { fromHtml } = await import("./from-html.js");
  return fromHtml(html);
}
