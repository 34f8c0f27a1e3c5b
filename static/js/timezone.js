// A new account starts in the zone of the browser.
for (const input of document.querySelectorAll("input[name=time_zone][type=hidden]")) {
  input.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}
