// A new account starts in the zone of the browser; in Settings that one is a tap away.
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const input of document.querySelectorAll("input[name=time_zone][type=hidden]")) {
  input.value ||= here ?? "";
}
for (const select of document.querySelectorAll("select[name=time_zone]")) {
  if (!here || select.value === here) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = `Use this browser’s: ${here.replaceAll("_", " ")}`;
  button.addEventListener("click", () => {
    // A browser may know a place by an older name.
    if (![...select.options].some((option) => option.value === here)) select.add(new Option(here, here));
    select.value = here;
    select.focus();
    button.remove();
  });
  select.after(button);
}
