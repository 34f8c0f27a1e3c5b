// What is typed and not yet stored, kept in this browser: encrypted with a key that only a signed-in
// page has, flushed to disk before it counts as kept, gone after a month and on signing out.
import { beginningWith, within } from "./database.js";

const { content: secret, dataset } = document.querySelector("meta[name=drafts]") ?? {};
const LETTING_GO = 300;
const LETTING_GO_SLOWLY = 3000;
const REMEMBERED = 50;
const A_MINUTE = 60 * 1000;
const A_MONTH = 30 * 24 * 3600 * 1000;

// Without a secure context (a plain http address in a home network) browsers offer no encryption.
export const canKeep = Boolean(secret && crypto.subtle && globalThis.indexedDB && navigator.locks);

const key = canKeep && crypto.subtle.importKey("raw", bytes(secret), "AES-GCM", false, ["encrypt", "decrypt"]);

// One after the other, as they were asked for: what is dropped does not come back by a slower put.
let last = Promise.resolve();
const inTurn = (act) => (last = last.then(act, act));

export const put = (place, draft) => inTurn(() => seal(place, draft));
export const drop = (place, ticket) => inTurn(() => within("readwrite", (drafts) => drafts.delete(id(place, ticket))));

async function seal(place, draft) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(draft));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, text);
  const { ticket, stored } = draft;
  return within("readwrite", (drafts) => drafts.put({ id: id(place, ticket), ticket, stored, iv, sealed, at: Date.now() }));
}

// The latest draft of a place that no other tab is writing on, or nothing. Each draft has a ticket,
// and the tab that writes on it holds a lock of that name for as long as it lives.
export async function claim(place) {
  const there = await within("readonly", (drafts) => drafts.getAll(beginningWith(id(place, ""))));
  for (const kept of there.sort((one, other) => other.at - one.at)) {
    const draft = await unsealed(kept);
    if (draft && (await hold(kept.ticket))) return draft;
  }
  return null;
}

// The draft of one ticket, whoever writes on it.
export async function find(place, ticket) {
  const kept = await within("readonly", (drafts) => drafts.get(id(place, ticket)));
  return kept ? unsealed(kept) : null;
}

// True once this page holds the ticket. One that was written on in this very tab is free in a moment,
// when the page before has gone; others are tried, for a tab that is closing.
export function hold(ticket) {
  const ours = JSON.parse(sessionStorage.tickets ?? "[]");
  return new Promise((resolve) => {
    const forAsLongAsThePageLives = () => {
      sessionStorage.tickets = JSON.stringify([...new Set([...ours, ticket])].slice(-REMEMBERED));
      resolve(true);
      return new Promise(() => {});
    };
    const signal = AbortSignal.timeout(ours.includes(ticket) ? LETTING_GO_SLOWLY : LETTING_GO);
    navigator.locks.request(`draft ${ticket}`, { signal }, forAsLongAsThePageLives).catch(() => resolve(false));
  });
}

// Nothing where another key had sealed it.
async function unsealed({ iv, sealed }) {
  const open = crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key, sealed);
  return open.then((text) => JSON.parse(new TextDecoder().decode(text)), () => null);
}

// Drafts the server has stored, and those that nobody came back for.
export async function sweep(tickets) {
  const all = await within("readonly", (drafts) => drafts.getAll());
  const over = all.filter(({ ticket, stored, at }) => tickets.includes(ticket) || at < Date.now() - (stored ? A_MINUTE : A_MONTH));
  return Promise.all(over.map((each) => within("readwrite", (drafts) => drafts.delete(each.id))));
}

const id = (place, ticket) => `${dataset.person} ${place} ${ticket}`;

function bytes(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
