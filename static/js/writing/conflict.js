// Two texts stand against each other: both are shown, by the field, and the person chooses.
import { make } from "./make.js";

export function choose(area, theirs, { lead, foot = "", keep = "Keep mine", mine, other }) {
  const panel = make("section", { className: "conflict", tabIndex: -1 });
  const done = (act) => () => {
    panel.remove();
    area.focus();
    act();
  };
  const both = () => {
    area.value = `${area.value.trimEnd()}\n\n${theirs}`;
    mine();
  };
  panel.setAttribute("aria-label", "Two texts");
  panel.append(
    make("p", {}, `${lead} The other one:`),
    make("div", { dir: "auto", className: "verbatim", tabIndex: 0 }, theirs || "(nothing)"),
    make(
      "div",
      { className: "actions" },
      make("button", { type: "button", onclick: done(mine) }, keep),
      make("button", { type: "button", onclick: done(both) }, "Keep both"),
      make("button", { type: "button", onclick: done(other) }, "Take the other"),
    ),
    make("p", { className: "quiet-text small" }, foot),
  );
  area.closest(".field").append(panel);
  return panel;
}
