// Sign in again in place. A page is asked for: whatever form stands between (the password, a
// second factor) is shown in a dialog until the page answers, with fresh tokens for every form.
import { make } from "./make.js";

// A page that every signed-in person has, with a token in it.
const HOME = "/";

let dialog;

// Fresh tokens, where the person is still signed in.
export async function renew() {
  return look(await fetch(HOME).catch(() => null));
}

// Resolves to "in" once signed in again, to "another" where somebody else is; else the person gave up.
export async function signIn() {
  const { signedIn, another, page, address } = await renew();
  if (!page) return another ? "another" : signedIn && "in";
  dialog ??= document.body.appendChild(make("dialog", { className: "sheet" }));
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue);
    dialog.returnValue = "";
    show(page, address);
    dialog.showModal();
    dialog.querySelector("input:not([type=hidden])")?.focus();
  });
}

async function look(answer) {
  if (!answer) return { signedIn: false };
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const arrived = new URL(answer.url).pathname === HOME;
  if (!arrived) return { signedIn: false, page, address: answer.url };
  if (!answer.ok) return { signedIn: false };
  if (person(page) !== person(document)) return { signedIn: false, another: true };
  const fresh = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (fresh) document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((each) => (each.value = fresh));
  return { signedIn: true };
}

// The name drafts go by: this page belongs to whoever was signed in when it came.
const person = (page) => page.querySelector("meta[name=drafts]")?.dataset.person;

function show(page, address) {
  const form = page.querySelector("main form[method=post]");
  form.action = new URL(form.getAttribute("action") || address, address);
  const later = make("button", { type: "button", className: "quiet", onclick: () => dialog.close() }, "Later");
  form.addEventListener("submit", send);
  form.querySelector(".actions")?.append(later);
  const lead = make("p", {}, "Your words are still here, and are saved as soon as you are back.");
  dialog.replaceChildren(make("h2", { id: "door", className: "section-title" }, "Sign in again"), lead, form);
  dialog.setAttribute("aria-labelledby", "door");
}

async function send(event) {
  event.preventDefault();
  event.stopPropagation();
  const { target: form, submitter } = event;
  const body = new FormData(form, submitter);
  const { signedIn, another, page, address } = await look(await fetch(form.action, { method: "POST", body }).catch(() => null));
  if (signedIn || another) return dialog.close(signedIn ? "in" : "another");
  if (!page) return form.append(make("p", { role: "alert" }, "That did not get through. Try again."));
  show(page, address);
  dialog.querySelector("[aria-invalid=true], input:not([type=hidden])")?.focus();
}
