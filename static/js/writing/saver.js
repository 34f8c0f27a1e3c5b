// Sends a form to be stored while one types on: one request in flight, the latest text wins. It stops
// where another text stands in the journal by now, and waits where nobody is signed in any more.
// The answers are those of journal/ownership/middleware.py: answer_autosave.
import { fingerprint } from "./fingerprint.js";
import { renderedTexts, same, texts, typed, values } from "./fields.js";

const PAUSE = 1000;
const AT_MOST = 5000;
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 60000;
const KEEPALIVE_LIMIT = 60000;
const REMEMBERED = 200;

export class Saver {
  // `hears`: sending(), saved(all), unsaved(why), conflict(theirs), signedOut(),
  // another(), renew().
  // `sent` and `base` are those of a draft, where one was found: what the server may have got
  // already, by its fingerprints, and what stood there when the draft was begun.
  constructor(form, hears, { sent = [], base = renderedTexts(form) } = {}) {
    Object.assign(this, { form, hears, sent, base, mode: "typing", retry: FIRST_RETRY });
    this.url = form.dataset.autosave;
  }

  // Something was typed. Sent after a pause, and at the latest some seconds after the first letter.
  changed() {
    this.since ??= Date.now();
    if (this.halted === "refused") this.halted = null;
    if (!this.halted && !this.retrying) this.in(Math.min(PAUSE, Math.max(0, this.since + AT_MOST - Date.now())));
  }

  in(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), milliseconds);
  }

  // Now: the page is being left, the line is back, somebody signed in again.
  now(options) {
    clearTimeout(this.timer);
    this.retrying = false;
    return this.halted ? null : this.send(options);
  }

  go() {
    this.halted = null;
    return this.now();
  }

  // True once all is stored; false where that did not succeed.
  async settle() {
    await this.now();
    return !this.since;
  }

  // Resolves once nothing is in flight.
  async send(options) {
    if (this.flight) return this.flight;
    if (!this.since) return null;
    this.flight = this.post(options);
    const again = await this.flight.finally(() => (this.flight = null));
    return again ? this.send() : null;
  }

  async post({ leaving = false } = {}) {
    const [mine, all] = [texts(this.form), values(this.form)];
    this.since = null;
    this.remember(mine);
    const body = withoutFiles(this.form);
    const keepalive = leaving && JSON.stringify(all).length < KEEPALIVE_LIMIT;
    const request = { method: "POST", body, keepalive, redirect: "manual", headers: { "X-Autosave": this.mode } };
    // Should the page go before the answer comes, the draft knows what may have arrived.
    if (!leaving) await this.hears.sending();
    const answer = await fetch(this.url, request).catch(() => null);
    const said = await answer?.json().catch(() => null);
    return this.take(answer?.status ?? 0, said, { mine, all, wait: answer?.headers.get("Retry-After") });
  }

  remember(mine) {
    const marks = Object.fromEntries(Object.entries(mine).map(([name, text]) => [name, fingerprint(text)]));
    if (!same(this.sent.at(-1), marks)) this.sent = [...this.sent, marks].slice(-REMEMBERED);
  }

  // True where it should be sent again at once.
  take(status, said, { mine, all, wait }) {
    if (status === 200 && said) return this.stored(said, mine, all);
    this.since ??= Date.now();
    if (status === 409 && said) return this.elsewhere(said);
    if (status === 401) return this.halt("signed out", () => this.hears.signedOut());
    if (status === 403) return this.renew();
    if ([404, 405, 410].includes(status)) return this.halt("gone", () => this.hears.unsaved("gone"));
    if (status === 413) return this.halt("refused", () => this.hears.unsaved("too long"));
    if (status === 422 || status === 400) return this.halt("refused", () => this.hears.unsaved("refused"));
    // Said in JSON: the server could not store this, and has logged why; trying again is of no use.
    if (status === 500 && said) return this.halt("refused", () => this.hears.unsaved("failed"));
    this.hears.unsaved(status ? "trouble" : "offline");
    return this.later(Number(wait) * 1000);
  }

  stored({ versions }, mine, all) {
    Object.assign(this, { base: mine, sent: [], mode: "typing", retry: FIRST_RETRY, retrying: false, renewed: false });
    this.adopt(versions);
    if (same(typed(values(this.form)), typed(all))) this.since = null;
    else if (!this.since) this.since = Date.now();
    this.hears.saved(!this.since);
    if (this.since) this.changed();
    return false;
  }

  // Another text stands there. What only one side changed needs no question, nor what I sent myself
  // and never heard of.
  elsewhere({ versions, theirs }) {
    if (!Object.keys(versions).length) return this.later();
    const [now, { base }] = [texts(this.form), this];
    const isMine = this.sent.some((marks) => isIn(theirs, marks));
    const changed = isMine ? [] : Object.keys(theirs).filter((name) => theirs[name].trim() !== base[name]);
    const open = changed.filter((name) => now[name] !== base[name] && now[name] !== theirs[name].trim());
    for (const name of changed) if (!open.includes(name)) this.form.elements[name].value = theirs[name];
    if (!open.length) return this.adopt(versions);
    this.pending = versions; // not before the person has chosen
    return this.halt("conflict", () => this.hears.conflict(Object.fromEntries(open.map((name) => [name, theirs[name]]))));
  }

  // Both texts were seen, and what stands in the form now is to stay.
  resolved() {
    if (this.pending) this.adopt(this.pending);
    this.pending = null;
    this.mode = "resolved";
    this.since ??= Date.now();
    return this.go();
  }

  adopt(versions) {
    for (const [name, version] of Object.entries(versions)) this.form.elements[name].value = version;
    return true;
  }

  halt(why, tell) {
    this.halted = why;
    tell();
    return false;
  }

  // The token is an old one, nobody is signed in, or somebody else is: nothing of this page is theirs.
  // A fresh token is tried at once, and then with patience.
  async renew() {
    const { signedIn, another, page } = await this.hears.renew();
    if (another) return this.halt("another", () => this.hears.another());
    if (page) return this.halt("signed out", () => this.hears.signedOut());
    const again = signedIn && !this.renewed;
    this.renewed = true;
    if (!again) this.hears.unsaved(signedIn ? "trouble" : "offline");
    return again || this.later();
  }

  later(wait) {
    this.retrying = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), wait || this.retry);
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY);
    return false;
  }
}

// A picture goes by a button of its own, and not with every pause.
function withoutFiles(form) {
  const body = new FormData(form);
  for (const { type, name } of form.elements) if (type === "file") body.delete(name);
  return body;
}

const isIn = (theirs, marks) => Object.entries(theirs).every(([name, text]) => marks[name] === fingerprint(text.trim()));
