// What every form gains from JavaScript; each works without it.
import "./timezone.js";
import "./once.js";
import "./unsaved.js";
import "./copy.js";
import "./menus.js";

// The first thing to mend is where the person lands.
document.querySelector("[aria-invalid=true]")?.focus();
