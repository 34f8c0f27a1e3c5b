// The language is a free text: what it is called here, and how it is indented. One that is not known
// is plain text.
import { whenFilled } from "./filled.js";
import { languages } from "../../vendor/prism-code-editor-5.4.0/editor.js";

const CALLED = new Map([
  ["c++", "cpp"],
  ["c#", "csharp"],
  ["golang", "go"],
  ["node", "javascript"],
  ["node.js", "javascript"],
  ["postgresql", "sql"],
  ["mysql", "sql"],
  ["sqlite", "sql"],
]);
const NARROW = new Set(["javascript", "js", "typescript", "ts", "ruby", "rb"]);

export function follow(field, editor) {
  const set = () => editor.setOptions(optionsFor(field.value));
  field.addEventListener("input", set);
  whenFilled(field, set);
  set();
}

function optionsFor(words) {
  const name = words.toLowerCase().replace(/[\s\d.]*$/, "").trim(); // Python 3.13 is Python
  const known = CALLED.get(name) ?? name;
  const language = Object.hasOwn(languages, known) ? known : "text";
  return { language, tabSize: NARROW.has(language) ? 2 : 4, insertSpaces: language !== "go" };
}
