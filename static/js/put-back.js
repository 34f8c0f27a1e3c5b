// What a browser puts back into a field is not typing. With Back, a reload, or a tab that is opened
// again it fills in what stood there before, on a page that may hold a newer text by now. Forms over
// what is stored ask it not to (autocomplete="off"); not every browser listens, and some tell the page
// of it as of a key. So a field that nobody touched here goes back to what stood there.
//
// Whoever keeps the words of a form (writing/keep.js) comes later: form.putBack is a promise of each
// such field with the text, [[field, text]]; the event "putback" says that another was added. It says
// in turn when it has filled a form itself, with the event "filled".
import { holds, isAsSent, isField, put, same, sent } from "./writing/fields.js";

const touched = new WeakSet();
const stood = new WeakMap();
const all = new WeakMap();
const hasBeenUsed = () => navigator.userActivation?.hasBeenActive ?? true;
const isOverStored = (form) => form?.method === "post" && form.autocomplete === "off";
const changed = (form) => [...form.elements].filter((field) => isField(field) && !isAsSent(field));

// Nothing is put back into a page that was simply gone to: that was typed before this script came.
const isGoneTo = performance.getEntriesByType("navigation")[0]?.type === "navigate";
const shown = new Promise((resolve) => {
  addEventListener("pageshow", resolve, { once: true });
  document.addEventListener("beforeinput", resolve, { once: true, capture: true });
});

for (const form of document.querySelectorAll("form[method=post]")) {
  for (const field of changed(form)) {
    if (isGoneTo || (hasBeenUsed() && field === document.activeElement)) touched.add(field);
  }
  all.set(form, []);
  form.putBack = shown.then(() => look(form));
}

function look(form) {
  const found = changed(form).filter((field) => !touched.has(field));
  all.get(form).push(...found.map((field) => [field, field.value]));
  if (isOverStored(form)) for (const field of found) put(field, sent(field));
  return all.get(form);
}

function hear(event) {
  const field = event.target;
  if (event.type === "beforeinput" || hasBeenUsed()) touched.add(field);
  if (touched.has(field) || !isField(field) || !isOverStored(field.form)) return;
  event.stopImmediatePropagation();
  const before = stood.get(field) ?? sent(field);
  if (same(holds(field), before)) return;
  all.get(field.form).push([field, field.value]);
  put(field, before);
  field.form.dispatchEvent(new Event("putback"));
}

for (const kind of ["beforeinput", "input", "change"]) document.addEventListener(kind, hear, { capture: true });
document.addEventListener("filled", ({ target: form }) => {
  for (const field of form.elements) if (isField(field)) stood.set(field, holds(field));
});
