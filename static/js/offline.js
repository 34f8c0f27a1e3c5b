// Who is signed in gets a page of ours when the network fails (worker.js). Nothing else is kept.
const signedIn = document.querySelector("meta[name=drafts]");
if (signedIn && isSecureContext) navigator.serviceWorker?.register("/sw.js").catch(() => null);
