// The time an attempt has taken, beside what they gave, for who wants to see it; hidden once, it stays so.
const OFF = "timer is off";
const line = document.querySelector("[data-timer]");
const started = Number(line?.closest("form").elements.started?.value);

if (line && started) {
  const [clock, button] = line.children;
  const given = line.dataset.timer;
  const show = () => {
    const off = Boolean(localStorage.getItem(OFF));
    const seconds = Math.max(0, Math.round(Date.now() / 1000 - started));
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    clock.textContent = off ? "" : given ? `${time} of ${given} min` : time;
    button.textContent = off ? "Show the time" : "Hide the time";
  };
  button.addEventListener("click", () => {
    if (localStorage.getItem(OFF)) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "yes");
    show();
  });
  show();
  setInterval(show, 1000);
  line.hidden = false;
}
