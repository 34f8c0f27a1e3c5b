// <a data-saves-first="form">: what is typed is saved before the link is followed, and the links
// become those of the page as saved. Where saving fails, the form is sent: the page then says why.
const links = [...document.querySelectorAll("[data-saves-first]")];
const form = document.getElementById(links[0]?.dataset.savesFirst);
let saved = form && words();

for (const link of links) {
  link.addEventListener("click", async (event) => {
    if (words() === saved) return;
    event.preventDefault();
    const typed = words();
    const page = await save();
    if (!page) return form.requestSubmit(form.querySelector("[data-save]"));
    form.elements.version.value = page.querySelector(`#${form.id} [name=version]`).value;
    for (const each of links) each.href = page.getElementById(each.id).href;
    saved = typed;
    document.dispatchEvent(new Event("submit")); // nothing is unsaved any more
    location.href = link.href;
  });
}

async function save() {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

function words() {
  return JSON.stringify([...form.querySelectorAll("textarea, [name=subject]")].map((field) => field.value));
}
