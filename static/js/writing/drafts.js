// What is typed and not yet stored, kept in this browser: encrypted with a key that only a signed-in
// page has, flushed to disk before it counts as kept, gone after a month and on signing out.
const { content: secret, dataset } = document.querySelector("meta[name=drafts]") ?? {};
const A_MONTH = 30 * 24 * 3600 * 1000;

// Without a secure context (a plain http address in a home network) browsers offer no encryption.
export const canKeep = Boolean(secret && crypto.subtle && globalThis.indexedDB);

const database = canKeep && opened();
const key = canKeep && crypto.subtle.importKey("raw", bytes(secret), "AES-GCM", false, ["encrypt", "decrypt"]);

export async function put(place, draft) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(draft));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, text);
  return within("readwrite", (drafts) => drafts.put({ id: id(place), ticket: draft.ticket, iv, sealed, at: Date.now() }));
}

// The draft of a place, or nothing; nothing also where another key had sealed it.
export async function get(place) {
  const kept = await within("readonly", (drafts) => drafts.get(id(place)));
  if (!kept) return null;
  const open = async () => crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, await key, kept.sealed);
  return open().then((text) => JSON.parse(new TextDecoder().decode(text)), () => null);
}

export const drop = (place) => within("readwrite", (drafts) => drafts.delete(id(place)));

// Drafts the server has named as stored, and those that nobody came back for.
export async function sweep(tickets) {
  const all = await within("readonly", (drafts) => drafts.getAll());
  const over = all.filter(({ ticket, at }) => tickets.includes(ticket) || at < Date.now() - A_MONTH);
  return Promise.all(over.map((each) => within("readwrite", (drafts) => drafts.delete(each.id))));
}

const id = (place) => `${dataset.person} ${place}`;

function bytes(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function opened() {
  const request = indexedDB.open("upturn", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: "id" });
  return settled(request);
}

async function within(mode, act) {
  const transaction = (await database).transaction("drafts", mode, { durability: "strict" });
  const request = act(transaction.objectStore("drafts"));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
  return request.result;
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
