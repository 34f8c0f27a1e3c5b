// <a data-saves-first="form">: what is typed is saved before the link is followed, and the link is
// the one of the page as saved. Where saving fails, the form is sent, so that the page says why.
const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

for (const link of document.querySelectorAll("[data-saves-first]")) {
  const form = document.getElementById(link.dataset.savesFirst);
  let begun = words(form);
  link.addEventListener("click", async (event) => {
    if (words(form) === begun) return;
    event.preventDefault();
    const now = words(form);
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
    if (!answer?.ok) return form.requestSubmit(form.querySelector("[data-save]"));
    const fresh = parsed(await answer.text());
    form.elements.version.value = fresh.querySelector(`#${form.id} [name=version]`).value;
    begun = now;
    document.dispatchEvent(new Event("submit"));
    location.href = fresh.getElementById(link.id).href;
  });
}

function words(form) {
  return JSON.stringify([...form.querySelectorAll("textarea, input[name=subject]")].map((field) => field.value));
}
