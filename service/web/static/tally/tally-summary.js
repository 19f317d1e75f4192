// When it has ended: who was heard, and the way to where it is analysed.
import { filesOf, hourOf } from "./tally-files.js";
import { replay, tidy, totals } from "./tally-record.js";
import { download, send } from "./tally-send.js";
import { languageOf } from "./tally-words.js";

const $ = (id) => document.getElementById(id);

const span = (...classes) => Object.assign(document.createElement("span"), { className: classes.join(" ") });

const bar = (name, seconds, longest, words) => {
  const item = Object.assign(document.createElement("li"), { className: seconds ? "person" : "person silent" });
  const [who, track, fill, amount] = [span("who"), span("track"), span("fill", "t1"), span("amount")];
  Object.assign(who, { textContent: name, lang: languageOf(name) });
  track.setAttribute("aria-hidden", "true");
  fill.style.width = `${longest ? (100 * seconds) / longest : 0}%`;
  amount.textContent = seconds ? words.duration(seconds) : words.say("said_nothing");
  track.append(fill);
  item.append(who, track, amount);
  return item;
};

const lead = (spoken, words) => {
  const [everybody, silent] = [spoken.length, spoken.filter((seconds) => !seconds).length];
  if (silent === everybody) return words.say("nobody");
  if (silent) return words.say(silent === 1 ? "silent_one" : "silent_many", { n: silent, everybody });
  return words.say(everybody === 1 ? "one_spoke" : "all_spoke", { n: everybody });
};

export class Summary {
  // `keep` stores the record; `back` goes on with it; `forget` removes it.
  constructor(words, known, address, { keep, back, forget }) {
    Object.assign(this, { words, known, address, keep });
    $("called").addEventListener("input", () => {
      this.record.title = tidy($("called").value);
      keep();
    });
    $("send").addEventListener("click", () => this.send());
    $("save").addEventListener("click", () => download(this.files().transcript));
    $("roster").addEventListener("click", () => download(this.files().roster));
    $("back").addEventListener("click", () => back());
    $("forget").addEventListener("click", () => forget());
  }

  show(record) {
    this.record = record;
    const room = replay(record);
    const seconds = totals(room);
    const longest = Math.max(...seconds.values());
    const [start, end] = [record.startedAt, record.events.at(-1).wall].map((wall) => this.words.digits(hourOf(wall)));
    $("lead").textContent = lead([...seconds.values()], this.words);
    $("span").textContent = this.words.say("span", { start, end, time: this.words.duration(record.clock) });
    $("bars").replaceChildren(...[...seconds].map(([name, spoken]) => bar(name, spoken, longest, this.words)));
    $("called").value = record.title;
    for (const id of ["send", "save"]) $(id).disabled = longest === 0;
    this.tell(record.sentAt ? this.words.say("handed", { time: this.words.digits(hourOf(record.sentAt)) }) : "");
  }

  tell(message) { $("sending").textContent = message; }

  files() {
    return filesOf({ ...this.record, title: this.record.title || this.words.say("session") }, this.known);
  }

  async send() {
    const { transcript, roster } = this.files();
    $("send").disabled = true;
    this.tell(this.words.say("sending"));
    const leave = async () => {
      this.record.sentAt = Date.now();
      await this.keep();
    };
    await send(this.address, [transcript, roster], () => this.tell(this.words.say("waiting")), leave);
  }
}
