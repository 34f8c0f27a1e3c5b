// Who signed out leaves no draft in this browser, nor the worker and the page it keeps; both come back
// with whoever signs in. What is kept for others stays: nobody else can read it.
import { beginningWith, within } from "./database.js";

const NAME = "signed_out=";
const person = document.cookie.split("; ").find((each) => each.startsWith(NAME))?.slice(NAME.length);

if (person) {
  await within("readwrite", (drafts) => drafts.delete(beginningWith(`${person} `)));
  document.cookie = `${NAME}; max-age=0; path=/`;
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((each) => each.unregister()));
  const kept = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(kept.map((each) => caches.delete(each)));
}
