// While it runs: the names, the clock and what can be done.
import { hourOf } from "./tally-files.js";
import { canUndo, replay, same, speakersBefore, tidy } from "./tally-record.js";
import { languageOf } from "./tally-words.js";

const $ = (id) => document.getElementById(id);

export class Board {
  // `act` takes an event, timed now unless it has a time; `undo`, `countGap` and `end` change the record as they say;
  // `now` gives the session's clock.
  constructor(words, known, { act, undo, countGap, end, now }) {
    Object.assign(this, { words, known, act, now, buttons: new Map() });
    $("voices").addEventListener("click", ({ target }) => this.tapped(target.closest("button")));
    $("undo").addEventListener("click", () => undo());
    $("also").addEventListener("click", () => this.setAlso(!this.also));
    $("pause").addEventListener("click", () => act({ kind: this.stopped ? "resume" : "pause" }));
    $("resume").addEventListener("click", () => act({ kind: "resume" }));
    $("spokeon").addEventListener("click", () => countGap());
    $("end").addEventListener("click", () => end());
    this.asks("next", "topics", "topic-title", (title, at) => act({ kind: "topic", title, at }));
    this.asks("late", "joining", "joiner", (name) => this.join(name));
    $("late").addEventListener("click", () => this.showRest());
    $("rest").addEventListener("click", ({ target }) => { if (target.value) this.join(target.value); });
  }

  get also() { return $("also").getAttribute("aria-pressed") === "true"; }

  setAlso(on) {
    $("also").setAttribute("aria-pressed", on);
    if (on) this.tell(this.words.say("also"));
  }

  tell(message) { $("said").textContent = message; }

  tapped(button) {
    if (!button) return;
    const { also } = this;
    this.setAlso(false);
    this.act({ kind: "tap", name: button.value, also });
  }

  // A button opens a dialog; what was typed counts from the moment at which the button was tapped.
  asks(opener, dialog, field, onAnswer) {
    let at = 0;
    $(opener).addEventListener("click", () => {
      at = this.now();
      $(field).value = "";
      $(dialog).returnValue = "";
      $(dialog).showModal();
    });
    $(dialog).addEventListener("close", () => { if ($(dialog).returnValue === "1") onAnswer(tidy($(field).value), at); });
  }

  join(name) {
    const there = [...this.buttons.keys()].find((each) => same(each, name));
    if (there) this.tell(this.words.say("there", { name: there }));
    else if (name) this.act({ kind: "join", name });
    $("late").focus();
  }

  showRest() {
    const rest = this.known.map((person) => person.name).filter((name) => !this.buttons.has(name));
    $("rest").replaceChildren(...rest.map((name) => {
      const item = document.createElement("li");
      const button = Object.assign(document.createElement("button"), { value: name, textContent: name, lang: languageOf(name) });
      item.append(button);
      return item;
    }));
  }

  // Shows the record as it stands; buttons stay the same elements, so that focus and fingers are not lost.
  show(record) {
    const room = replay(record);
    const heard = new Set([...room.stretches.map((stretch) => stretch.name), ...room.open.keys()]);
    this.stopped = room.stopped;
    this.keepButtons(room.people);
    for (const [name, button] of this.buttons) {
      button.setAttribute("aria-pressed", room.open.has(name));
      button.classList.toggle("heard", heard.has(name));
      button.querySelector(".spoken").textContent = this.words.say(heard.has(name) ? "heard" : "unheard");
    }
    $("undo").disabled = !canUndo(record);
    $("pause").textContent = this.words.say(room.stopped ? "resume" : "pause");
    $("board").classList.toggle("paused", room.stopped !== null);
    this.showTopic(room);
    this.showGap(record, room.stopped);
    this.tick(record, room);
  }

  // Shows what changes every second.
  tick(record, room = replay(record)) {
    $("clock").textContent = this.words.running(record.clock);
    for (const [name, button] of this.buttons) {
      const since = room.open.get(name);
      button.querySelector(".since").textContent = since === undefined ? "" : this.words.running(record.clock - since);
    }
  }

  keepButtons(people) {
    for (const [name, button] of this.buttons) {
      if (people.includes(name)) continue;
      button.parentElement.remove();
      this.buttons.delete(name);
    }
    for (const name of people) if (!this.buttons.has(name)) this.addButton(name);
  }

  addButton(name) {
    const [item, button, who, state, since] = ["li", "button", "b", "span", "span"].map((tag) => document.createElement(tag));
    Object.assign(button, { type: "button", value: name });
    Object.assign(who, { textContent: name, lang: languageOf(name) });
    state.className = "spoken";
    since.className = "since";
    since.setAttribute("aria-hidden", "true");
    button.append(who, " ", state, since);
    item.append(button);
    $("voices").append(item);
    this.buttons.set(name, button);
  }

  showTopic({ topics, stopped }) {
    const { title } = topics.at(-1);
    const topic = this.words.say(title ? "topic_titled" : "topic", { n: topics.length, title });
    $("topic").textContent = stopped ? this.words.say("paused") : topic;
  }

  showGap(record, stopped) {
    const gap = stopped?.kind === "gap" ? stopped : null;
    const spoke = gap ? speakersBefore(record) : [];
    $("notice").hidden = !gap;
    $("spokeon").hidden = spoke.length === 0;
    if (!gap) return;
    const [start, end] = [gap.wall - gap.seconds * 1000, gap.wall].map((wall) => this.words.digits(hourOf(wall)));
    const names = spoke.join(", ");
    const told = [this.words.say("gap", { start, end }), ...(names ? [this.words.say("gap_open", { names, start })] : [])];
    $("notice").firstElementChild.textContent = told.join(" ");
    $("spokeon").textContent = this.words.say("spoke_on", { names });
  }
}
