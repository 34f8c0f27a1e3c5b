// <button type="button" data-share="#letter" data-subject="…" hidden>Share…</button> hands a field to
// the programs of a phone, with the subject as typed where there is a field for it.
for (const button of document.querySelectorAll("[data-share]")) {
  button.hidden = !navigator.share;
  button.addEventListener("click", () => {
    const subject = button.form?.querySelector("[name=subject]")?.value ?? button.dataset.subject;
    const text = document.querySelector(button.dataset.share).value;
    navigator.share({ title: subject, text }).catch(() => null); // one who changes their mind is no mishap
  });
}
