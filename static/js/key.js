// What a key means, on any layout: a letter is the one that is printed there on a Latin keyboard where
// the layout writes another script, and Caps Lock says nothing. Of a composition (Chinese, Japanese,
// Korean) no key is the page's: an Enter with keyCode 229 chooses a word.
const COMPOSES = 229;
const ASCII = /^[ -~]$/;

export const isComposed = ({ isComposing, keyCode }) => isComposing || keyCode === COMPOSES;

// "k", "K" with Shift, "4", "?", "Enter", "ArrowDown"; nothing where a composition has it.
export function keyOf(event) {
  if (isComposed(event)) return "";
  const { key, code, shiftKey } = event;
  if (key.length > 1) return key;
  const digit = /^Digit(\d)$/.exec(code);
  if (digit && !shiftKey && !/[a-z\d]/i.test(key)) return digit[1]; // where digits are written with Shift
  const letter = /^[a-z]$/i.test(key) ? key : !ASCII.test(key) && /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
  return key;
}

// With Ctrl, or ⌘ on a Mac, and nothing else.
export const isMac = /Mac|iP/.test(navigator.platform);
export function isCommand(event, letter) {
  const held = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return held && !event.altKey && !event.shiftKey && keyOf(event) === letter;
}
