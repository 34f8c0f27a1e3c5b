// What stands in a form, as plain data, and back into it.
const NOT_TYPED = new Set(["csrfmiddlewaretoken", "draft"]);
const NO_VALUE = new Set(["submit", "button", "file", "fieldset", "output"]);
const TICKED = new Set(["radio", "checkbox"]);

const NOW = { value: "value", checked: "checked", selected: "selected" };
const SENT = { value: "defaultValue", checked: "defaultChecked", selected: "defaultSelected" };

// {name: [values]}: a name may come several times, or with no value at all (nothing is ticked).
export const values = (form) => gather(form, NOW);

// The same as the server sent it: what was typed before this script came is a change too.
export const rendered = (form) => gather(form, SENT);

// Of one field that a person fills in.
export const isField = ({ name, type }) => Boolean(name) && type !== "hidden" && !NO_VALUE.has(type);
export const holds = (field) => held(field, NOW);
export const sent = (field) => held(field, SENT);
export const isAsSent = (field) => same(holds(field), sent(field));

function gather(form, now) {
  const found = {};
  for (const control of form.elements) {
    if (!control.name || NOT_TYPED.has(control.name) || NO_VALUE.has(control.type)) continue;
    found[control.name] ??= [];
    found[control.name].push(...held(control, now));
  }
  return found;
}

function held(control, { value, checked, selected }) {
  if (TICKED.has(control.type)) return control[checked] ? [control.value] : [];
  if (!control.options) return [control[value]];
  const chosen = [...control.options].filter((option) => option[selected]).map((option) => option.value);
  return chosen.length || control.multiple ? chosen : [control.options[0]?.value ?? ""];
}

export function fill(form, kept) {
  for (const control of form.elements) {
    const value = kept[control.name];
    if (!value || NO_VALUE.has(control.type)) continue;
    put(control, value);
    if (control.value) control.closest("details")?.setAttribute("open", "");
  }
  form.dispatchEvent(new Event("filled", { bubbles: true }));
}

export function put(control, value) {
  if (TICKED.has(control.type)) control.checked = value.includes(control.value);
  else if (control.multiple) [...control.options].forEach((each) => (each.selected = value.includes(each.value)));
  else control.value = value[0] ?? "";
}

// The texts alone: what two tabs must never overwrite. {name: text}, edges trimmed as when stored.
export const texts = (form) => trimmed(form, "value");
export const renderedTexts = (form) => trimmed(form, "defaultValue");

function trimmed(form, value) {
  const areas = [...form.querySelectorAll("textarea")];
  return Object.fromEntries(areas.map((area) => [area.name, area[value].trim()]));
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const VERSION = /(^|-)version$/;

// By the versions they carry.
export function isNewer(one, other) {
  return Object.keys(one).some((name) => VERSION.test(name) && Number(one[name]) > Number(other[name]));
}

// Versions and tokens are the page's own business, and no words of anybody.
export function typed(all) {
  const words = Object.entries(all).filter(([name]) => !/(^|-)(version|loaded|token|started)$/.test(name));
  return Object.fromEntries(words);
}
