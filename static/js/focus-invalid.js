// The first thing to mend is where the person lands.
document.querySelector("[aria-invalid=true]")?.focus();
