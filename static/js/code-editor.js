// Code is written in an editor, with colours, brackets and indentation. The page works without.
import { isComposed } from "./key.js";
import { follow } from "./code-editor/language.js";
import { inSight } from "./code-editor/in-sight.js";
import { leaving } from "./code-editor/leaving.js";
import { mount } from "./code-editor/mount.js";
import { editorCommands, highlightBracketPairs, matchBrackets } from "../vendor/prism-code-editor-5.4.0/editor.js";

// What a composition has of the keys is not the editor's: its Enter chooses a word, and breaks no line.
const spare = (event) => isComposed(event) && event.stopImmediatePropagation();

for (const area of document.querySelectorAll("textarea.code")) {
  area.addEventListener("keydown", spare, { capture: true });
  const keys = leaving(area);
  const editor = mount(area, [inSight, matchBrackets(false), highlightBracketPairs(), editorCommands(keys)]);
  if (area.form.elements.language) follow(area.form.elements.language, editor);
}
