// A draft, and what another tab stored, are put into a field without an event; so is what the browser
// itself brings back on the way back to a page.
export function whenFilled(field, act) {
  const { get, set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
  Object.defineProperty(field, "value", {
    configurable: true,
    get,
    set(text) {
      set.call(field, text);
      act();
    },
  });
  addEventListener("pageshow", act);
}
