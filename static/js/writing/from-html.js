// HTML as Markdown, or "" where it has no shape that Markdown could keep. Read in a document that
// fetches and runs nothing. `flow` works as innerText does: a number asks for so many line breaks.
const RICH = "b, strong, i, em, a[href], ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, code, table, [data-look], [data-pre], [data-level]";
const BOLD = /font-weight:\s*(bold|[6-9]00)/;
const NOT_BOLD = /font-weight:\s*(normal|[1-4]00)/;
const ITALIC = /font-style:\s*italic/;
const LINE = /^(ADDRESS|ARTICLE|ASIDE|DD|DIV|DT|FIGCAPTION|FIGURE|FOOTER|FORM|HEADER|LI|MAIN|NAV|SECTION|TR|TD|TH)$/;
const NEVER = /^(STYLE|SCRIPT|TEMPLATE|NOSCRIPT|TITLE|SVG|IFRAME|OBJECT|BUTTON|SELECT|TEXTAREA)$/i;
const PRE = /white-space:\s*pre\b(?!-line)/;
const MONO = /font-family:[^;]*(mono|consolas|courier|menlo|monaco|code)/i;
const LANGUAGE = /(?:language|lang|highlight-source)-([\w+#-]+)/;

// Spaces and line breaks that must stay as they are, until all others are tidied.
const [SPACE, BREAK] = ["\uE000", "\uE001"];
const kept = (text) => text.replaceAll(" ", SPACE).replaceAll("\n", BREAK);
const freed = (text) => text.replaceAll(SPACE, " ").replaceAll(BREAK, "\n");

export function fromHtml(html) {
  const { body } = new DOMParser().parseFromString(quiet(html), "text/html");
  for (const each of body.querySelectorAll("[data-style]")) if (look(each, BOLD) || look(each, ITALIC)) each.dataset.look = "";
  for (const each of body.querySelectorAll("div[data-style], td.blob-code")) if (isCode(each)) each.dataset.pre = "";
  markLevels(body);
  nestLists(body);
  return body.querySelector(RICH) ? freed(flow(body)) : "";
}

// The page's security policy would complain of styles and handlers, which nobody asks it to apply.
function quiet(html) {
  const bare = html.replace(/<style\b[^<]*<\/style>/gi, "");
  return bare.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on\w+)\s*=/gi, " data-$1="));
}

// An editor gives its lines as blocks of a look alone.
const isCode = (element) => element.tagName === "TD" || (look(element, PRE) && look(element, MONO));

// Word has paragraphs for items, Slack a list for each run of one depth: both only say how deep.
function markLevels(body) {
  for (const each of body.querySelectorAll("[data-style*='mso-list'][data-style*='level']")) {
    const sign = each.querySelector("[data-style*='mso-list:Ignore' i], [data-style*='mso-list: Ignore' i]");
    each.dataset.kind = /^\s*\(?[\p{L}\d]{1,4}[.)]/u.test(sign?.textContent ?? "") && !/^\s*o\s*$/.test(sign.textContent) ? "ol" : "ul";
    each.dataset.level = Number(/level(\d)/.exec(each.dataset.style)[1]);
    sign?.remove();
  }
  for (const list of body.querySelectorAll("ul[data-indent], ol[data-indent]")) {
    for (const item of list.children) Object.assign(item.dataset, { level: Number(list.dataset.indent) + 1, kind: list.tagName.toLowerCase() });
    list.replaceWith(...list.children);
  }
}

function nestLists(body) {
  for (const first of body.querySelectorAll("[data-level]")) {
    if (!first.isConnected) continue;
    const run = [first];
    while (run.at(-1).nextElementSibling?.dataset.level) run.push(run.at(-1).nextElementSibling);
    const made = document.createElement("div");
    first.before(made);
    nest(run, made);
  }
}

function nest(run, root) {
  const open = [];
  for (const each of run) {
    const [level, kind] = [Number(each.dataset.level), each.dataset.kind];
    while (open.length && (open.at(-1).level > level || (open.at(-1).level === level && open.at(-1).kind !== kind))) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = document.createElement(kind);
      (open.at(-1)?.list.lastElementChild ?? root).append(list);
      open.push({ level, kind, list });
    }
    const item = document.createElement("li");
    item.append(...each.childNodes);
    open.at(-1).list.append(item);
    each.remove();
  }
}

const look = (element, wanted) => wanted.test(element.dataset.style ?? "");

const flow = (node) => tidy(join(inside(node)));
const inside = (node) => [...node.childNodes].flatMap(pieces);

function join(all) {
  let [out, breaks] = ["", 0];
  for (const piece of all) {
    if (typeof piece === "number") breaks = Math.max(breaks, piece);
    else if (piece === "\n") breaks += 1;
    else if (piece.trim() || (piece && out && !breaks)) {
      out += (out && "\n".repeat(breaks)) + piece;
      breaks = 0;
    }
  }
  return out;
}

const tidy = (text) => text.replace(/ {2,}/g, " ").replace(/ *\n */g, "\n").replace(/\n{3,}/g, "\n\n").replace(/^[•·▪] */gm, "- ").trim();

function pieces(node) {
  if (node.nodeType === Node.TEXT_NODE) return [words(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || NEVER.test(node.tagName)) return [];
  const make = "pre" in node.dataset && node.tagName === "DIV" ? block : MAKE[node.tagName];
  if (make) return make(node);
  return LINE.test(node.tagName) ? [1, ...inside(node), 1] : emphasis(node);
}

// Signs that Markdown would take for its own stay signs.
function words(text) {
  const signs = text.replace(/[\s\u00a0]+/g, " ").replace(/[\\`]/g, "\\$&").replace(/\*(?=\S)|(?<=\S)\*/g, "\\*");
  return signs.replace(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, "\\_").replace(/\[(?=[^\]]*\]\()|^#/g, "\\$&");
}

function emphasis(node) {
  const strong = /^(B|STRONG)$/.test(node.tagName) ? !look(node, NOT_BOLD) : look(node, BOLD);
  const slanted = /^(I|EM|CITE)$/.test(node.tagName) || look(node, ITALIC);
  const plain = node.closest("h1, h2, h3, h4, h5, h6, th");
  const all = slanted && !node.parentElement.closest("i, em") ? around("_", inside(node)) : inside(node);
  return strong && !plain && !node.parentElement.closest("b:not([data-style]), strong") ? around("**", all) : all;
}

// Around words; what holds paragraphs of its own stays as it is.
function around(mark, all) {
  if (all.some((each) => typeof each === "number") || /\n\s*\n/.test(all.join(""))) return all;
  const [, head, text, foot] = /^(\s*)(.*?)(\s*)$/s.exec(all.join(""));
  return [text ? `${head}${mark}${text}${mark}${foot}` : head];
}

function link(node) {
  const all = inside(node);
  const address = node.getAttribute("href")?.trim().replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  if (!/^(https?:|mailto:)/i.test(address) || all.some((each) => typeof each === "number")) return all;
  const text = all.join("").trim();
  if (!text) return [];
  return [node.textContent.trim() === address ? `<${address}>` : `[${text.replace(/(?<!\\)[[\]]/g, "\\$&")}](${address})`];
}

function code(node) {
  const text = node.textContent.replace(/\s+/g, " ").trim();
  const ticks = "`".repeat(longest(text) + 1);
  return text ? [kept(ticks === "`" ? `\`${text}\`` : `${ticks} ${text} ${ticks}`)] : [];
}

const longest = (text) => Math.max(0, ...(text.match(/`+/g) ?? []).map((each) => each.length));

function block(node) {
  node.querySelectorAll("br").forEach((each) => each.replaceWith("\n"));
  node.querySelectorAll("div, tr").forEach((each) => each.textContent.endsWith("\n") || each.append("\n"));
  const text = node.textContent.replaceAll("\u00a0", " ").replace(/^\n+|\s+$/g, "");
  const fence = "`".repeat(Math.max(2, longest(text)) + 1);
  const named = [node, node.querySelector("code"), node.parentElement].map((each) => LANGUAGE.exec(each?.className)?.[1]);
  if (!text) return [];
  const whole = `${fence}${named.find(Boolean) ?? ""}\n${text}\n${fence}`;
  // Within a list or a quote each line is set in, an empty one too.
  if (!node.closest("li, blockquote")) return [2, kept(whole), 2];
  return [2, whole.split("\n").map((line) => kept(line) || SPACE).join("\n"), 2];
}

function list(node) {
  const between = node.parentElement.closest("li, ul, ol") ? 1 : 2;
  let number = node.start ?? 1;
  const items = [...node.children].map((each) => {
    if (each.tagName !== "LI") return set(flow({ childNodes: [each] }), SPACE.repeat(4));
    const mark = node.tagName === "OL" ? `${number++}. ` : "- ";
    return mark + set(flow(each), SPACE.repeat(4)).slice(4);
  });
  return [between, items.filter((each) => /[^\s\uE000-\uE001]/.test(each.replace(/^(- |\d+\. )/, ""))).join("\n"), between];
}

const set = (text, lead) => text.replace(/^(?=.)/gm, lead);

// Markdown knows tables with a head and one line a cell; what was laid out in one is read as lines.
function table(node) {
  if (node.querySelector("[data-pre]")) {
    node.querySelectorAll(".blob-num").forEach((each) => each.remove());
    return block(node);
  }
  const rows = [...node.rows].map((row) => [...row.cells]);
  const wide = Math.max(...rows.map((row) => row.length));
  if (rows.length < 2 || wide < 2 || node.querySelector("table")) return [2, ...inside(node), 2];
  const line = (cells) => `| ${Array.from({ length: wide }, (_, at) => cells[at] ?? "").join(" | ")} |`;
  const cell = (each) => flow(each).replace(/\s+/g, " ").replaceAll("|", "\\|");
  const [head, ...body] = rows.map((row) => line(row.map(cell)));
  return [2, [head, line(Array(wide).fill("---")), ...body].join("\n"), 2];
}

const heading = (node) => [2, `${"#".repeat(node.tagName[1])} ${flow(node).replace(/\s*\n\s*/g, " ")}`, 2];
const apart = (node) => [2, ...inside(node), 2];
const quote = (node) => [2, flow(node).replace(/^/gm, "> ").replace(/ +$/gm, ""), 2];
const box = (node) => (node.type === "checkbox" ? [node.hasAttribute("checked") ? "[x] " : "[ ] "] : []);

const MAKE = {
  A: link, BLOCKQUOTE: quote, BR: () => ["\n"], CODE: code, HR: () => [2, "---", 2], IMG: (node) => [words(node.alt)], INPUT: box, KBD: code,
  OL: list, P: apart, PRE: block, SAMP: code, TABLE: table, TT: code, UL: list,
  H1: heading, H2: heading, H3: heading, H4: heading, H5: heading, H6: heading,
};
