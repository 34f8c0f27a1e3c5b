// Who is signed in gets a page of ours when the network fails (worker.js). Nothing else is kept.
const signedIn = document.querySelector("meta[name=drafts]");
if (signedIn && isSecureContext) navigator.serviceWorker?.register("/sw.js").catch(() => null);

// With no connection a form stays where it is, with all that was typed, and says so.
let said;
document.addEventListener(
  "submit",
  (event) => {
    if (navigator.onLine || event.target.method !== "post") return;
    event.preventDefault();
    said ??= Object.assign(document.createElement("p"), { className: "errorlist nonfield", role: "alert" });
    said.textContent = "There is no connection. Nothing is lost: press it again when you are back.";
    event.target.append(said);
  },
  { capture: true },
);
addEventListener("online", () => said?.remove());
