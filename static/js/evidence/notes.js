// Marked words lead to their note. No browser begins a selection on a link, so each becomes a link in
// all but its address, which another one keeps.
for (const link of document.querySelectorAll("mark a")) {
  const kept = link.cloneNode();
  link.removeAttribute("href");
  link.setAttribute("role", "link");
  link.tabIndex = 0;
  link.addEventListener("click", () => getSelection().isCollapsed && kept.click());
  link.addEventListener("keydown", (event) => event.key === "Enter" && kept.click());
}
