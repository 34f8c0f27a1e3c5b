// <a data-saves-first="form">: what is typed is saved before the link is followed, and the links
// become those of the page as saved. Where saving fails, the line by the field says why.
const links = [...document.querySelectorAll("[data-saves-first]")];
const form = document.getElementById(links[0]?.dataset.savesFirst);
let saved = form && words();

for (const link of links) {
  link.addEventListener("click", async (event) => {
    if (words() === saved) return;
    event.preventDefault();
    const typed = words();
    await import("./writing/keep.js").catch(() => null); // it may still be on its way
    if (!form.settle) return (location.href = link.href);
    const page = (await form.settle()) && (await anew());
    if (!page) return;
    for (const each of links) each.href = page.getElementById(each.id).href;
    saved = typed;
    if (nowTooLong(page) && link.protocol === "mailto:") return; // what stands there says what else to do
    location.href = link.href;
  });
}

function nowTooLong(page) {
  const notes = [...document.querySelectorAll("[data-too-long]")];
  const grown = notes.filter((note) => note.hidden && !page.getElementById(note.id).hidden);
  for (const note of notes) note.hidden = page.getElementById(note.id).hidden;
  return grown.length > 0;
}

async function anew() {
  const answer = await fetch(form.action).catch(() => null);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

function words() {
  return JSON.stringify([...form.querySelectorAll("textarea, [name=subject]")].map((field) => field.value));
}
