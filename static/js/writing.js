// What keeps words safe is fetched where somebody writes, or where the server has named drafts it stored.
const writes = document.querySelector("form[method=post] textarea");
if (writes || document.cookie.includes("stored=")) import("./writing/keep.js");
