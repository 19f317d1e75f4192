// The live tally: one record, kept at every tap, shown as a form, a board or a summary.
import { Board } from "./tally-board.js";
import { Clock } from "./tally-clock.js";
import { forgetPage, keepPage } from "./tally-offline.js";
import { canUndo, countGap, replay } from "./tally-record.js";
import { holdScreen } from "./tally-screen.js";
import { showSetup } from "./tally-setup.js";
import { Store } from "./tally-store.js";
import { Summary } from "./tally-summary.js";
import { Words } from "./tally-words.js";

const HEARTBEAT = 5000;
const $ = (id) => document.getElementById(id);
const { slug, people, words: messages, upload, worker } = $("tally").dataset;
const words = new Words(JSON.parse(messages));
const known = JSON.parse(people);
const tab = String(Math.random());
const others = new BroadcastChannel(`tally ${slug}`);
let store = null;
let record = null;
let clock = null;

const complain = (message) => {
  $("trouble").textContent = words.say(message);
  $("trouble").hidden = false;
};

const keep = async () => {
  if (!store || !record) return;
  record.savedAt = Date.now();
  await store.save(record).catch(() => complain("keeps_nothing"));
};

const stopped = () => replay(record).stopped;

// Lets the clock run up to now; returns whether it had to leave a gap.
const advance = () => {
  const { runs, gap } = clock.step();
  if (stopped()) return false;
  if (gap) {
    record.events.push({ kind: "gap", at: record.clock, wall: Date.now(), seconds: gap });
    keep();
    return true;
  }
  record.clock += runs;
  return false;
};

const SAID = {
  tap: ({ name }, room) => words.say(room.open.has(name) ? "speaks" : "stopped", { name }),
  join: ({ name }) => words.say("joined", { name }),
  topic: ({ title }, room) => words.say(title ? "topic_titled" : "topic", { n: room.topics.length, title }),
  pause: () => words.say("paused"),
  resume: () => words.say("resumed"),
};

const log = (event) => {
  record.events.push({ at: record.clock, wall: Date.now(), ...event });
  keep();
};

// A tap that comes after a gap nobody had seen is not carried out: it was meant for what stood there before.
const act = (event) => {
  if (!advance()) {
    log(event);
    board.tell(SAID[event.kind](event, replay(record)));
  }
  show();
};

const undo = () => {
  if (!advance() && canUndo(record)) {
    record.events.pop();
    board.tell(words.say("undone"));
    keep();
  }
  show();
};

const end = () => {
  advance();
  log({ kind: "end" });
  show();
};

const board = new Board(words, known, {
  act,
  undo,
  end,
  countGap: () => { countGap(record, Date.now()); keep(); show(); },
  now: () => { if (advance()) show(); return record.clock; },
});

const summary = new Summary(words, known, upload, {
  keep,
  back: () => { advance(); record.events.pop(); keep(); show(); },
  forget: async () => { await store?.remove(); await forgetPage(slug); record = null; location.reload(); },
});

const show = () => {
  const ended = record !== null && stopped()?.kind === "end";
  $("setup").hidden = record !== null;
  $("board").hidden = record === null || ended;
  $("summary").hidden = !ended;
  document.body.classList.toggle("tallying", record !== null && !ended);
  if (ended) summary.show(record);
  else if (record) board.show(record);
  holdScreen(record !== null && !stopped());
};

const beat = () => {
  if (!record || !clock) return;
  if (advance()) show();
  else if (!stopped()) board.tick(record);
};

const start = (title, present) => {
  const now = Date.now();
  record = { version: 1, title, people: present, events: [], clock: 0, startedAt: now, savedAt: now, sentAt: 0 };
  clock = new Clock();
  keep();
  show();
};

// A tab that opens takes over; the one before stops, so that two do not write over each other.
others.onmessage = ({ data }) => {
  if (data === tab) return;
  [record, clock] = [null, null];
  for (const id of ["setup", "board", "summary"]) $(id).hidden = true;
  document.body.classList.remove("tallying");
  complain("elsewhere");
};

const open = async () => {
  others.postMessage(tab);
  store = await Store.open(slug).catch(() => { complain("keeps_nothing"); return null; });
  record = (await store?.load()) ?? null;
  if (record) { clock = new Clock(record.savedAt); advance(); show(); } else showSetup(words, start);
  $("tally").hidden = false;
  setInterval(beat, 1000);
  setInterval(() => { if (record && !stopped()) keep(); }, HEARTBEAT);
  document.addEventListener("visibilitychange", () => { beat(); keep(); if (record && !document.hidden) show(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) show(); });
  const page = await keepPage(slug, worker);
  $("offline").textContent = words.say(page === "kept" ? "kept" : "keep_open");
};

open();
