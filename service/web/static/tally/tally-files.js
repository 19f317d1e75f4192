// The record as files that Manyvoices reads: WebVTT with one voice a cue, and the roster of those present.
import { replay } from "./tally-record.js";

const two = (number) => String(number).padStart(2, "0");

export const clockOf = (seconds) => {
  const thousandths = Math.round(seconds * 1000);
  const whole = Math.floor(thousandths / 1000);
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${String(thousandths % 1000).padStart(3, "0")}`;
};

export const dayOf = (wall) => {
  const day = new Date(wall);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

export const hourOf = (wall) => `${two(new Date(wall).getHours())}:${two(new Date(wall).getMinutes())}`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const line = (text) => text.replace(/[\p{Cc}\s]+/gu, " ").replaceAll("-->", "→").trim();

// Pauses and gaps last until the next event; a gap knows its own length.
const breaks = (record) => record.events.flatMap((event, place) => {
  if (event.kind === "gap") return [{ at: event.at, words: "Not recorded", from: event.wall - event.seconds * 1000, to: event.wall }];
  const next = record.events[place + 1];
  return event.kind === "pause" && next ? [{ at: event.at, words: "Pause", from: event.wall, to: next.wall }] : [];
});

const notes = (record, room) => [
  `Tally taken by hand: ${line(record.title)}, ${dayOf(record.startedAt)} ${hourOf(record.startedAt)}. Each cue is one stretch of speech; no words were recorded.`,
  ...room.topics.map(({ at, title }, place) => `Topic ${place + 1} from ${clockOf(at)}${title ? `: ${line(title)}` : ""}`),
  ...breaks(record).map(({ at, words, from, to }) => `${words} at ${clockOf(at)}, ${hourOf(from)} to ${hourOf(to)}`),
];

export const toWebVtt = (record) => {
  const room = replay(record);
  const cues = [...room.stretches].sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ name, start, end }, place) => `${place + 1}\n${clockOf(start)} --> ${clockOf(end)}\n<v ${escaped(name)}>`);
  return ["WEBVTT", ...notes(record, room).map((note) => `NOTE ${note}`), ...cues].join("\n\n") + "\n";
};

const cell = (text) => (/[",;\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

// `known` are the people of the programme's roster; what it says of them comes along, so that groups can be compared.
export const toRoster = (record, known) => {
  const present = replay(record).people;
  const people = new Map(known.map((person) => [person.name, person]));
  const columns = [...new Set(present.flatMap((name) => Object.keys(people.get(name)?.attributes ?? {})))];
  const rows = present.map((name) => {
    const person = people.get(name) ?? { aliases: [], attributes: {} };
    return [name, person.aliases.join("; "), ...columns.map((column) => person.attributes[column] ?? ""), "yes"];
  });
  return [["name", "aliases", ...columns, "counted in the room"], ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
};

export const filesOf = (record, known) => {
  const title = line(record.title.replace(/[\\/:*?"<>|.]/g, " "));
  const name = `${dayOf(record.startedAt)} ${title}`.trim();
  return {
    transcript: new File([toWebVtt(record)], `${name}.vtt`, { type: "text/vtt" }),
    roster: new File([toRoster(record, known)], `${name} roster.csv`, { type: "text/csv" }),
  };
};
