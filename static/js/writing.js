// What keeps words safe is fetched where somebody writes, or where the server has named drafts it stored.
const writes = document.querySelector("form[method=post] textarea");
if (writes || document.cookie.includes("stored=")) import("./writing/keep.js");
if (document.cookie.includes("signed_out=")) import("./writing/forget.js");

// The tools come when somebody is about to write in Markdown; with no connection, they do not.
const come = (near) => near?.matches?.("textarea[data-markdown]") && import("./writing/tools.js").catch(() => null);
for (const sign of ["focusin", "pointerover"]) document.addEventListener(sign, (event) => come(event.target));
come(document.activeElement);
