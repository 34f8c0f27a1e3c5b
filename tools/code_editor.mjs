// What static/js/code-editor uses of prism-code-editor; esbuild leaves out the rest.
export { mountEditorsUnder } from "prism-code-editor/client";
export { defaultKeymap, editorCommands, setIgnoreTab } from "prism-code-editor/commands";
export { highlightBracketPairs } from "prism-code-editor/highlight-brackets";
export { matchBrackets } from "prism-code-editor/match-brackets";
export { languages } from "prism-code-editor/prism";
export { isMac } from "prism-code-editor/utils";

// How a language is coloured...
import "prism-code-editor/prism/languages/bash";
import "prism-code-editor/prism/languages/cpp";
import "prism-code-editor/prism/languages/csharp";
import "prism-code-editor/prism/languages/go";
import "prism-code-editor/prism/languages/java";
import "prism-code-editor/prism/languages/javascript";
import "prism-code-editor/prism/languages/kotlin";
import "prism-code-editor/prism/languages/python";
import "prism-code-editor/prism/languages/ruby";
import "prism-code-editor/prism/languages/rust";
import "prism-code-editor/prism/languages/sql";
import "prism-code-editor/prism/languages/swift";
import "prism-code-editor/prism/languages/typescript";

// ... and how it is indented and commented: clike is all that have braces.
import "prism-code-editor/languages/bash";
import "prism-code-editor/languages/clike";
import "prism-code-editor/languages/kotlin";
import "prism-code-editor/languages/python";
import "prism-code-editor/languages/ruby";
import "prism-code-editor/languages/rust";
import "prism-code-editor/languages/sql";
import "prism-code-editor/languages/swift";
