// Keeps what is written on the phone until the service says that it has it. Every note has a key of its own, so that
// whatever is sent again counts once; what the phone keeps is under the code of this page and goes nowhere else.
import { Kept } from "./notes-kept.js";
import { deliver } from "./notes-send.js";

const $ = (id) => document.getElementById(id);
const box = $("kept");
const form = $("write");
const words = box.dataset;
const kept = new Kept("notes-" + words.code);
const FIRST = 2000;
const LONGEST = 30000;
let wait = FIRST;
let timer = null;
let sending = false;

const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (each) => each.toString(16).padStart(2, "0")).join("");

const stateOf = (note) => {
  if (note.state === "refused") return note.why;
  if (note.state === "waits" && note.why === "closed") return words.closed;
  return words[note.state];
};

const item = (note) => {
  const made = $("one").content.firstElementChild.cloneNode(true);
  made.classList.add(note.state);
  made.querySelector(".words").textContent = note.text;
  made.querySelector(".state").textContent = stateOf(note);
  const [again, back] = [made.querySelector(".again"), made.querySelector(".back")];
  again.hidden = note.state !== "refused" || !form;
  back.hidden = note.state === "going" || (note.state === "sent" && !form);
  again.addEventListener("click", () => changeIt(note.key));
  back.addEventListener("click", () => takeBack(note.key));
  return made;
};

const show = () => {
  const notes = kept.notes();
  box.hidden = notes.length === 0;
  $("mine").replaceChildren(...notes.slice().reverse().map(item));
  $("forget").parentElement.hidden = !notes.some((note) => note.state === "sent");
  $("unkept").hidden = kept.lasts;
  $("unkept").textContent = kept.lasts ? "" : words.unkept;
};

const say = (text) => { $("said").textContent = text; };

const changeIt = (key) => {
  const note = kept.notes().find((each) => each.key === key);
  $("text").value = note.text;
  kept.remove(key);
  show();
  $("text").focus();
};

const takeBack = (key) => {
  const note = kept.notes().find((each) => each.key === key);
  if (note.state === "refused") kept.remove(key);
  else kept.change(key, { state: "going", why: "" });
  show();
  send();
};

const later = (seconds) => {
  clearTimeout(timer);
  timer = setTimeout(send, Math.max(seconds * 1000, wait) * (0.75 + Math.random() / 2));
  wait = Math.min(wait * 2, LONGEST);
};

// What an answer means for a note: it is gone on, it waits, or it has to be written differently.
const settle = (note, answer) => {
  if (answer.done) {
    if (note.state === "going") kept.remove(note.key);
    else kept.change(note.key, { state: "sent", why: "" });
    say(note.state === "going" ? "" : words.sent);
  } else if (answer.code === "closed") {
    kept.change(note.key, note.state === "going" ? { state: "sent", why: "" } : { why: "closed" });
  } else if (answer.problem) {
    kept.change(note.key, { state: "refused", why: answer.problem });
    say(answer.problem);
  }
};

const send = async () => {
  if (sending) return;
  sending = true;
  clearTimeout(timer);
  let pause = null;
  for (const note of kept.notes().filter((each) => each.state === "waits" || each.state === "going")) {
    const answer = await deliver(note.state === "going" ? words.back : words.to, note);
    settle(note, answer);
    if (answer.done) wait = FIRST;
    else if (!answer.problem) pause = answer.seconds;
    else if (answer.code === "closed") pause = LONGEST / 1000;
    show();
    if (pause !== null) break;
  }
  sending = false;
  if (pause !== null) later(pause);
  else if (kept.notes().some((each) => each.state === "waits" || each.state === "going")) send();
};

const write = (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  if (!text) return;
  const [element, team] = ["element", "team"].map((id) => ($(id) ? $(id).value : ""));
  kept.add({ key: newKey(), text, element, team, state: "waits", why: "" });
  kept.setDraft("");
  $("text").value = "";
  $("problem").hidden = true;
  say(navigator.onLine ? "" : words.waits);
  show();
  $("text").focus();
  wait = FIRST;
  send();
};

if (form) {
  form.addEventListener("submit", write);
  if (!$("text").value) $("text").value = kept.draft();
  $("text").addEventListener("input", () => kept.setDraft($("text").value));
}
$("forget").addEventListener("click", () => {
  kept.forgetSent();
  show();
  if (form) $("text").focus();
});
addEventListener("online", () => { wait = FIRST; send(); });
addEventListener("pageshow", () => send());
addEventListener("storage", show);
document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
addEventListener("beforeunload", (event) => {
  if (!kept.lasts && kept.notes().some((note) => note.state === "waits")) event.preventDefault();
});
show();
