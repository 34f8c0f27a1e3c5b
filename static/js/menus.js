// A menu closes on Escape and on a click elsewhere.
import { keyOf } from "./key.js";

const close = (menu) => menu.removeAttribute("open");
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (!menu.contains(event.target)) close(menu);
  }
});
document.addEventListener("keydown", (event) => {
  if (keyOf(event) !== "Escape") return;
  for (const menu of document.querySelectorAll(".menu[open]")) {
    close(menu);
    menu.querySelector("summary").focus();
  }
});
