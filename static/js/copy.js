// <button type="button" data-copy="#letter" hidden>Copy</button> copies a field or an element.
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.textContent;
  button.hidden = !navigator.clipboard;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const source = document.querySelector(button.dataset.copy);
    const copying = navigator.clipboard.writeText(source.value ?? source.textContent);
    button.textContent = await copying.then(() => "Copied", () => "The browser refused; select and copy");
    setTimeout(() => (button.textContent = label), 2500);
  });
}
