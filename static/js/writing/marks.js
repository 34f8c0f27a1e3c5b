// What each tool makes of a text in which `from` to `to` is selected: {from, to, text, select}, as
// type.js takes it. Pure. What is there already is taken away again.
const MARKED = /^(\s*(?:> ?|[-*+] |\d+\. )*)(\S.*?)(\s*)$/gm;
const WORD = /[\p{L}\p{N}'’-]/u;
const ITEM = /^[ \t]*(?:[-*+]|\d+\.) +/;
const ADDRESS = /^(https?:\/\/|mailto:)\S+$/;

const replaced = (from, to, text, ...select) => ({ from, to, text, select });

export const bold = (...given) => around("**", ...given);
export const italic = (...given) => around("_", ...given);

function around(mark, text, start, end) {
  const [from, to] = start === end ? wordAt(text, start) : trimmed(text, start, end);
  const [inner, size] = [text.slice(from, to), mark.length];
  if (inner.includes("\n")) return eachLine(mark, inner, from, to);
  if (text.slice(from - size, from) === mark && text.slice(to, to + size) === mark)
    return replaced(from - size, to + size, inner, start - size, end - size);
  if (inner.length > 2 * size && inner.startsWith(mark) && inner.endsWith(mark))
    return replaced(from, to, inner.slice(size, -size), from, to - 2 * size);
  const kept = start === end ? [start, end] : [from, to];
  return replaced(from, to, mark + inner + mark, ...kept.map((at) => at + size));
}

function wordAt(text, at) {
  let [from, to] = [at, at];
  while (from && WORD.test(text[from - 1])) from -= 1;
  while (to < text.length && WORD.test(text[to])) to += 1;
  return [from, to];
}

function trimmed(text, from, to) {
  const inner = text.slice(from, to);
  const start = from + (inner.length - inner.trimStart().length);
  return [start, Math.max(start, to - (inner.length - inner.trimEnd().length))];
}

function eachLine(mark, inner, from, to) {
  const text = inner.replace(MARKED, `$1${mark}$2${mark}$3`);
  return replaced(from, to, text, from, from + text.length);
}

const KINDS = {
  quote: { has: (line) => line.startsWith(">"), bare: (line) => line.replace(/^> ?/, ""), put: (line) => `> ${line}`.trimEnd() },
  list: { has: (line) => /^[ \t]*[-*+] /.test(line), bare: (line) => line.replace(ITEM, ""), put: (line) => `- ${line}` },
  numbers: { has: (line) => /^[ \t]*\d+\. /.test(line), bare: (line) => line.replace(ITEM, ""), put: (line, at) => `${at + 1}. ${line}` },
};
export const quote = (...given) => before(KINDS.quote, ...given);
export const list = (...given) => before(KINDS.list, ...given);
export const numbers = (...given) => before(KINDS.numbers, ...given);

// A list or a quote needs an empty line between itself and other words.
function before({ has, bare, put }, text, start, end) {
  const [from, to] = wholeLines(text, start, end);
  const lines = text.slice(from, to).split("\n");
  const off = lines.every((line) => has(line) || (!line && lines.length > 1));
  let count = 0;
  const one = (line) => (line || lines.length === 1 || put === KINDS.quote.put ? put(bare(line), count++) : line);
  const made = lines.map(off ? bare : one).join("\n");
  const [above, below] = [lineBefore(text, from), lineAfter(text, to)];
  const head = off || !above.trim() || has(above) ? "" : "\n";
  const foot = off || !below.trim() || has(below) ? "" : "\n";
  const whole = from + head.length;
  const caret = Math.max(whole, start + head.length + made.length - (to - from));
  const select = start === end ? [caret] : [whole, whole + made.length];
  return replaced(from, to, head + made + foot, ...select);
}

function wholeLines(text, start, end) {
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const stop = text.indexOf("\n", last);
  return [text.lastIndexOf("\n", start - 1) + 1, stop < 0 ? text.length : stop];
}

const lineBefore = (text, from) => text.slice(0, Math.max(0, from - 1)).split("\n").at(-1);
const lineAfter = (text, to) => text.slice(to + 1).split("\n")[0];

const ticks = (text, least) => "\x60".repeat(Math.max(least, ...(text.match(/\x60+/g) ?? []).map((run) => run.length + 1)));

// A few words on a line, or lines between fences; around backticks both take more of them.
export function code(text, start, end) {
  const [from, to] = wholeLines(text, start, end);
  const lines = text.slice(from, to);
  if (lines.trim() && !text.slice(start, end).trim().includes("\n")) return codeOnALine(text, start, end);
  const fence = ticks(lines, 3);
  const whole = `${fence}\n${lines}\n${fence}`;
  return replaced(from, to, whole, from + fence.length + 1, from + fence.length + 1 + lines.length);
}

function codeOnALine(text, start, end) {
  const [from, to] = trimmed(text, start, end);
  const inner = text.slice(from, to);
  if (!inner.includes("\x60") || /^\x60[^\x60]+\x60$/.test(inner)) return around("\x60", text, start, end);
  const mark = `${ticks(inner, 2)} `;
  const [head, foot] = [from - mark.length, to + mark.length];
  const end_ = [...mark].reverse().join("");
  if (text.slice(head, from) === mark && text.slice(to, foot) === end_) return replaced(head, foot, inner, head, head + inner.length);
  return replaced(from, to, mark + inner + end_, from + mark.length, to + mark.length);
}

export function link(text, start, end) {
  const [from, to] = start === end ? wordAt(text, start) : trimmed(text, start, end);
  const inner = text.slice(from, to);
  if (ADDRESS.test(inner)) return replaced(from, to, `[](${inner})`, from + 1);
  const [made, at] = [`[${inner}](https://)`, from + inner.length + 3];
  return inner ? replaced(from, to, made, at, at + "https://".length) : replaced(from, to, made, from + 1);
}
