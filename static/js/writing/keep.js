// Words survive: each form one writes in keeps an encrypted draft in this browser until the server
// has its words (a cookie names the drafts it stored); a form with data-autosave saves by itself.
import { choose } from "./conflict.js";
import { renew, signIn } from "./door.js";
import * as drafts from "./drafts.js";
import { fill, isNewer, put, rendered, same, sent, typed, values } from "./fields.js";
import { make } from "./make.js";
import { Saver } from "./saver.js";

const KEEP_AFTER = 300;
const LET_GO_AFTER = 5000;
const TROUBLE = {
  offline: "Not saved yet, still here. There is no connection; it is saved when that is back.",
  trouble: "Not saved yet, still here. The server does not answer as it should; trying again.",
  "too long": "Not saved yet, still here. This is more than can be saved at once: take a part elsewhere.",
  failed: "Not saved, still here. The server could not store this, and has noted why. Copy your words before you leave.",
  refused: "Not saved yet, still here. Something on this page needs a look: press the button below to see what.",
  gone: "Not saved, still here. What this belongs to is not in your journal any more; it may be in the trash. Copy your words before you leave.",
};
const keepers = [];

class Keeper {
  constructor(form, place) {
    Object.assign(this, { form, place, ticket: ticket(), initial: rendered(form) });
    form.settle = async () => (await this.started, this.saver?.settle());
  }

  begin(swept) {
    this.started = this.start(swept);
    return this.started;
  }

  async start(swept) {
    const putBack = await this.form.putBack;
    await swept;
    if (this.form.dataset.continues !== undefined) return this.goOn();
    if (drafts.canKeep) for (const [field] of putBack) put(field, sent(field)); // a draft knows better
    const draft = drafts.canKeep ? await this.claim().catch(() => null) : null;
    const begun = !same(typed(values(this.form)), typed(this.initial));
    if (this.form.dataset.autosave) this.saver = new Saver(this.form, this.hears(), begun || !draft ? {} : draft);
    if (draft) this.ticket = draft.ticket;
    else if (drafts.canKeep) drafts.hold(this.ticket);
    this.listen();
    if (begun) this.begun(draft);
    else if (draft?.stored) this.catchUp(draft);
    else if (draft) await this.found(draft);
    const offer = () => putBack.splice(0).forEach(([field, text]) => this.offer(field, text));
    this.form.addEventListener("putback", offer);
    offer();
  }

  // The server has filled more in: what stands here takes the place of the draft it was sent with.
  // Seen again, with Back or anew, the draft holds what was typed since.
  async goOn() {
    this.ticket = this.form.dataset.continues || this.ticket;
    const kept = drafts.canKeep && isSeenAgain() && (await drafts.find(this.place, this.ticket).catch(() => null));
    if (kept) fill(this.form, kept.values);
    if (drafts.canKeep) drafts.hold(this.ticket);
    this.listen();
    this.dirty = true;
    return this.keep();
  }

  // Of what was stored a moment ago, only what this page was made too early to hold.
  async claim() {
    const draft = await drafts.claim(this.place);
    if (!draft?.stored || isNewer(draft.values, rendered(this.form))) return draft;
    await drafts.drop(this.place, draft.ticket);
    return null;
  }

  catchUp(draft) {
    fill(this.form, draft.values);
    this.letGo();
  }

  listen() {
    this.lines = new Map([...this.form.querySelectorAll("textarea")].map((area) => [area, line(area)]));
    this.last = [...this.lines.keys()][0];
    this.form.addEventListener("input", (event) => this.typed(event.target));
    this.form.addEventListener("change", (event) => (this.typed(event.target), this.saver?.now()));
    this.form.addEventListener("submit", (event) => this.submit(event));
  }

  // What the browser remembers of this page, and no draft does: nobody typed it here.
  offer(field, text) {
    if (!this.lines.has(field) || !text.trim() || text.trim() === field.value.trim()) return;
    const lead = "Your browser had put an earlier text back here. What is saved stands above.";
    const other = () => ((field.value = text), this.typed(field));
    choose(field, text, { lead, keep: "Keep what is saved", mine: () => this.typed(field), other });
  }

  // Typed before this script came. A draft from before is offered beside it.
  begun(draft) {
    this.typed(this.last);
    for (const area of this.lines.keys()) {
      const before = (!draft?.stored && draft?.values[area.name]?.[0]) || "";
      if (!before || [area.value, area.defaultValue].includes(before)) continue;
      const other = () => ((area.value = before), this.typed(area));
      choose(area, before, { lead: "You had typed this here before, and it was not saved.", mine: () => this.typed(area), other });
    }
  }

  async found(draft) {
    if (!same(typed(draft.values), typed(this.initial))) this.bringBack(draft);
    else if (arrivedWell()) await drafts.drop(this.place, this.ticket);
  }

  bringBack(draft) {
    fill(this.form, draft.values);
    this.dirty = true;
    if (this.saver) {
      this.saver.since = Date.now();
      this.saver.now();
      return;
    }
    const afresh = make("button", { type: "button", className: "quiet", onclick: () => this.afresh() }, "Start afresh");
    this.say("You had typed this here before; it is not saved yet.", afresh);
  }

  afresh() {
    fill(this.form, this.initial);
    this.dirty = false;
    this.say("");
    drafts.drop(this.place, this.ticket);
  }

  // What a button of its own sends is not saved by itself.
  typed(control) {
    if (!control.name || control.closest("[data-by-button]")) return;
    if (this.lines.has(control)) this.last = control;
    this.dirty = true;
    this.unkept = true;
    clearTimeout(this.leaving);
    if (this.isSaid) this.say("");
    this.timer ??= setTimeout(() => this.keep(), KEEP_AFTER);
    this.saver?.changed();
  }

  async keep() {
    this.timer = clearTimeout(this.timer);
    if (!drafts.canKeep || !this.dirty) return;
    this.unkept = false;
    await this.put().catch(() => (this.unkept = true));
  }

  put(stored = false) {
    const { sent, base } = this.saver ?? {};
    return drafts.put(this.place, { ticket: this.ticket, stored, values: values(this.form), sent, base });
  }

  // The page that comes next may be on its way already, without what was stored since.
  letGo() {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.dirty || drafts.drop(this.place, this.ticket), LET_GO_AFTER);
  }

  // What a button has just sent is kept already: once more could come after the server had it.
  leave() {
    if (this.unkept) this.keep();
    this.saver?.now({ leaving: true });
  }

  // Nothing of it is in danger: the server has it, or this browser will bring it back.
  get isSafe() {
    return !this.dirty || (drafts.canKeep && !this.unkept);
  }

  get question() {
    return this.form.querySelector(".conflict");
  }

  submit(event) {
    if (event.defaultPrevented) return;
    const open = this.question;
    if (open || this.saver?.flight) {
      event.preventDefault();
      if (open) open.focus();
      else this.saver.flight.finally(() => setTimeout(() => this.form.requestSubmit(event.submitter)));
      return;
    }
    clearTimeout(this.saver?.timer);
    this.keep();
    const named = this.form.querySelector("[name=draft]") ?? this.form.appendChild(make("input", { type: "hidden", name: "draft" }));
    named.value = this.ticket;
    this.isSent = true;
  }

  hears() {
    return {
      renew,
      sending: () => this.keep(),
      saved: (all) => this.saved(all),
      unsaved: (why) => this.say(TROUBLE[why]),
      conflict: (theirs) => this.conflict(theirs),
      signedOut: () => this.signedOut(),
      another: () => this.another(),
    };
  }

  async saved(all) {
    if (!all) return this.keep();
    this.dirty = false;
    this.timer = clearTimeout(this.timer);
    this.say("Saved");
    this.isSaid = true;
    this.lines.get(this.last).classList.add("short");
    if (!drafts.canKeep) return;
    this.letGo(); // before anything is waited for: who types on meanwhile takes it back
    await this.put(true).catch(() => null);
  }

  conflict(theirs) {
    this.keep();
    this.say("Not saved yet, still here.");
    const panels = Object.entries(theirs).map(([name, text]) =>
      choose(this.form.elements[name], text, {
        lead: "This text was saved in another tab or on another device meanwhile. Yours is still above.",
        foot: "What you do not take stays among the earlier versions.",
        mine: () => this.saver.resolved(),
        other: () => this.takeOther(this.form.elements[name], text),
      }),
    );
    panels[0].focus();
  }

  // Mine goes to the journal first, so that it stays among the earlier versions.
  async takeOther(area, text) {
    this.saver.resolved();
    if (!(await this.saver.settle())) return this.question || this.conflict({ [area.name]: text });
    area.value = text;
    this.dirty = true;
    return this.saver.resolved();
  }

  signedOut() {
    this.keep();
    const again = make("button", { type: "button", onclick: () => this.signIn() }, "Sign in again");
    this.say("Not saved yet, still here. You are signed out by now.", again);
  }

  // Kept in this browser for the person who typed it; nobody else's page can read it.
  another() {
    this.keep();
    const again = make("button", { type: "button", onclick: () => this.signIn() }, "I am signed in again");
    this.say("Not saved yet, still here. Somebody else is signed in on this browser by now.", again);
  }

  async signIn() {
    const came = await signIn();
    if (came === "another") this.another();
    if (came !== "in") return;
    this.say("");
    this.last.focus();
    for (const each of keepers) each.saver?.go();
  }

  say(words, ...more) {
    this.isSaid = false;
    for (const [area, said] of this.lines) {
      said.classList.remove("short");
      said.replaceChildren(...(area === this.last && words ? [words, ...more] : []));
    }
  }
}

function line(area) {
  const said = make("p", { className: "said-of-saving" });
  said.setAttribute("role", "status");
  (area.closest(".field") ?? area.parentElement).append(said);
  return said;
}

function ticket() {
  return crypto.randomUUID?.().replaceAll("-", "") ?? String(Math.random()).slice(2);
}

const isSeenAgain = () => performance.getEntriesByType("navigation")[0]?.type !== "navigate";

// A page that gives back what was refused still holds words that are stored nowhere.
function arrivedWell() {
  return !document.querySelector(".errorlist") && (performance.getEntriesByType("navigation")[0]?.responseStatus ?? 200) === 200;
}

// The drafts stay named until they are gone: who leaves before that has the next page see to it.
async function sweep() {
  const named = stored();
  await drafts.sweep(named);
  if (named.length && named.join() === stored().join()) document.cookie = "stored=; max-age=0; path=/";
}

function stored() {
  const named = document.cookie.split("; ").filter((each) => each.startsWith("stored="));
  return named.map((each) => each.slice("stored=".length));
}

export async function keep() {
  const swept = drafts.canKeep ? sweep().catch(() => null) : null;
  for (const form of document.querySelectorAll("form[method=post]:has(textarea)")) {
    const { pathname, search } = new URL(form.getAttribute("action") ?? location.href, location.href);
    const there = keepers.filter((each) => each.place.startsWith(`${pathname}${search} `)).length;
    keepers.push(new Keeper(form, `${pathname}${search} ${there}`));
  }
  await Promise.all(keepers.map((each) => each.begin(swept)));
}

addEventListener("beforeunload", (event) => {
  if (keepers.some((each) => !each.isSafe && !each.isSent)) event.preventDefault();
});
addEventListener("online", () => keepers.forEach((each) => each.saver?.now()));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") keepers.forEach((each) => each.leave());
});
keep();
