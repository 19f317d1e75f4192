// What was tapped, in order, and what follows from it. Events are only added or taken back, so that every moment can be
// made again. `at` is seconds of the session's clock, which stands still in pauses and gaps; `wall` is milliseconds.

const close = (room, name, at) => {
  room.stretches.push({ name, start: room.open.get(name), end: at });
  room.open.delete(name);
};

const closeAll = (room, at) => { for (const name of [...room.open.keys()]) close(room, name, at); };

const stop = (room, event) => {
  closeAll(room, event.at);
  room.stopped = event;
};

const HAPPENS = {
  tap(room, { name, at, also }) {
    room.stopped = null;
    if (room.open.has(name)) { close(room, name, at); return; }
    if (!also) closeAll(room, at);
    room.open.set(name, at);
  },
  topic(room, { title, at }) { room.topics.push({ title, at }); },
  join(room, { name }) { room.people.push(name); },
  pause: stop,
  gap: stop,
  end: stop,
  resume(room) { room.stopped = null; },
};

// Returns people, finished stretches, who is speaking since when, topics, and the event that stopped the clock, if any.
export const replay = (record, until = record.events.length) => {
  const room = { people: [...record.people], stretches: [], open: new Map(), topics: [{ title: "", at: 0 }], stopped: null };
  for (const event of record.events.slice(0, until)) HAPPENS[event.kind](room, event);
  return room;
};

// A gap is no tap: it cannot be undone, only gone over with `countGap`.
export const canUndo = (record) => record.events.length > 0 && record.events.at(-1).kind !== "gap";

// Counts the last gap, up to `now`, as if the device had been awake: whoever spoke before it has spoken on.
export const countGap = (record, now) => {
  const { wall, seconds } = record.events.pop();
  record.clock += seconds + (now - wall) / 1000;
};

export const speakersBefore = (record) => [...replay(record, record.events.length - 1).open.keys()];

export const totals = (room) => {
  const seconds = new Map(room.people.map((name) => [name, 0]));
  for (const { name, start, end } of room.stretches) seconds.set(name, seconds.get(name) + end - start);
  return seconds;
};

export const tidy = (name) => name.normalize("NFC").replace(/[<>\p{Cc}]/gu, " ").replace(/\s+/g, " ").trim();

export const same = (a, b) => tidy(a).toLowerCase() === tidy(b).toLowerCase();
