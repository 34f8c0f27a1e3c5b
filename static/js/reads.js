// <input type="file" data-reads>: a mail that is chosen, or dropped anywhere on the page, is read at once.
const input = document.querySelector("input[data-reads]");
const read = () => input.form.requestSubmit(input.form.querySelector("[formaction]"));

input?.addEventListener("change", () => input.files.length && read());
if (input) {
  const holds = ({ dataTransfer }) => dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => holds(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    read();
  });
}
