// On the desk: a drawing made here goes the way of a picture from a file, and a picture that was chosen
// is not left behind by another button.
import { make } from "./writing/make.js";

const opener = document.querySelector("[data-draw]");
if (opener) begin(opener, opener.form);

function begin(opener, form) {
  const adds = form.querySelector("[data-adds]");
  const { picture, shows } = form.elements;
  const said = make("p", { className: "quiet-text" });
  said.setAttribute("role", "status");
  adds.parentElement.after(said);
  opener.hidden = false;

  opener.addEventListener("click", async () => {
    const board = await import("./drawing/board.js").catch(() => null);
    said.textContent = board ? "" : "There is no connection to draw with. What you typed is still here.";
    board?.open({ shows: shows.value, keep });
  });

  // Sent only by the button that adds it; any other would leave it behind.
  let isWarned = false;
  form.addEventListener(
    "submit",
    (event) => {
      if (event.submitter === adds || isWarned || !picture.files.length) return;
      event.preventDefault();
      isWarned = true;
      said.textContent = "The picture is not added yet. Add it first, or go on without it.";
      adds.focus();
    },
    { capture: true },
  );

  function keep(blob, words) {
    const files = new DataTransfer();
    files.items.add(new File([blob], "drawing.png", { type: blob.type }));
    picture.files = files.files;
    shows.value = words;
    form.requestSubmit(adds);
  }
}
