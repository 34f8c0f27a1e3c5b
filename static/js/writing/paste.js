// What is copied from a page, a mail or a document comes in as Markdown. Pasting with Shift brings
// plain words, as everywhere; so does pasting into code, and pasting what has no shape of its own.
import { inCode } from "./lists.js";
import { type } from "./type.js";

const LONGEST = 1_000_000;

export function pasteAsMarkdown(area) {
  area.addEventListener("paste", async (event) => {
    const [html, plain] = ["text/html", "text/plain"].map((kind) => event.clipboardData.getData(kind));
    if (!html || html.length > LONGEST || inCode(area.value.slice(0, area.selectionStart))) return;
    event.preventDefault();
    const text = await shaped(html).catch(() => "");
    type(area, { from: area.selectionStart, to: area.selectionEnd, text: text || plain.replace(/\r\n?/g, "\n") });
    area.blur();
    area.focus(); // the end of what was pasted comes into view
  });
}

async function shaped(html) {
  const { fromHtml } = await import("./from-html.js");
  return fromHtml(html);
}
