// The places of the palette are the links of the page's own menus: none is kept in two lists.
const links = document.querySelectorAll(".site-nav a, .site-tools .menu-sheet a:not([data-palette])");
const all = [...links].map((link) => ({
  name: link.dataset.called ?? link.textContent.trim(),
  address: link.href,
  keys: link.dataset.keys,
}));

// Those with a word that begins with each word typed.
export function places(typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return all.filter(({ name }) => words.every((word) => ` ${plain(name)}`.includes(` ${word}`)));
}

const plain = (text) => text.normalize("NFC").toLowerCase();
