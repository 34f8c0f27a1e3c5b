// <p data-under-way role="status"> says how a letter goes; it is asked for again until the letter
// has gone or has not. What the page shows then, it shows from the beginning.
const MOST = 60;
const status = document.querySelector("[data-under-way]");
let asked = 0;

async function look() {
  if (document.hidden) return wait();
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok || answer.redirected) return wait();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("[data-under-way]");
  if (!now) return location.reload();
  if (now.textContent !== status.textContent) status.textContent = now.textContent;
  wait();
}

function wait() {
  if (++asked < MOST) setTimeout(look, asked < 15 ? 2000 : 10000);
}

if (status) wait();
