// Where drafts are kept in this browser. A browser closes it when it clears what a site has kept; it is
// opened again then.
let open;

export async function within(mode, act) {
  open ??= opened();
  const transaction = (await open).transaction("drafts", mode, { durability: "strict" });
  const request = act(transaction.objectStore("drafts"));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
  return request.result;
}

// All keys that begin so.
export const beginningWith = (start) => IDBKeyRange.bound(start, `${start}\uffff`);

function opened() {
  const request = indexedDB.open("upturn", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: "id" });
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      request.result.onclose = () => (open = null);
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}
