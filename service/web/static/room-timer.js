// The timer of a review: counts down each part of its plan, on this device alone. What it knows is kept on the device,
// so it goes on where it was after a reload, and it needs no network once the page is open.
const root = document.getElementById("timer");
const $ = (id) => document.getElementById(id);
const parts = [...document.querySelectorAll("#parts > li")].map((item) => ({ item, seconds: 60 * Number(item.dataset.minutes) }));
const place = `room ${location.pathname}`;
const digits = [...root.dataset.digits];
const EMPTY = { at: -1, since: 0, spent: 0, running: false, took: [] };

let state = load();

function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(place));
    return kept && kept.of === plan() ? kept : { ...EMPTY, of: plan() };
  } catch {
    return { ...EMPTY, of: plan() };
  }
}

// Another plan is another timer.
function plan() { return parts.map((each) => each.seconds).join(" "); }

function keep() {
  try { localStorage.setItem(place, JSON.stringify(state)); } catch { /* a device that keeps nothing counts all the same */ }
}

const now = () => Date.now() / 1000;
const spent = () => state.spent + (state.running ? Math.max(0, now() - state.since) : 0);

function spell(seconds) {
  const whole = Math.max(0, Math.floor(Math.abs(seconds)));
  const text = `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
  return text.replace(/[0-9]/g, (digit) => digits[digit]);
}

function clock(seconds) {
  const then = new Date(seconds * 1000);
  const text = `${String(then.getHours()).padStart(2, "0")}:${String(then.getMinutes()).padStart(2, "0")}`;
  return text.replace(/[0-9]/g, (digit) => digits[digit]);
}

function go(to) {
  const took = [...state.took];
  if (state.at >= 0 && state.at < parts.length) took[state.at] = Math.round(spent());
  const back = to < state.at;
  state = { of: plan(), at: to, since: now(), spent: back ? took[to] ?? 0 : 0, running: to < parts.length, took };
  keep();
  show(true);
}

function pause() {
  if (state.at < 0) return go(0);
  if (state.at >= parts.length) return undefined;
  state = { ...state, spent: spent(), since: now(), running: !state.running };
  keep();
  return show(true);
}

function reset() {
  state = { ...EMPTY, of: plan() };
  keep();
  show(true);
}

function show(changed) {
  const part = parts[state.at];
  const left = part ? part.seconds - spent() : parts[0].seconds;
  const over = Boolean(part) && left < 0;
  const done = state.at >= parts.length;
  root.dataset.state = done ? "done" : over ? "over" : state.running ? "runs" : "waits";
  $("left").textContent = done ? "" : spell(Math.ceil(left) === 0 ? 0 : over ? left : Math.ceil(left));
  $("over").hidden = !over;
  $("fill").style.width = part ? `${Math.min(100, (100 * spent()) / part.seconds)}%` : done ? "100%" : "0%";
  const rest = parts.slice(Math.max(state.at, 0) + 1).reduce((sum, each) => sum + each.seconds, 0);
  $("ends").textContent = done ? "" : clock(now() + Math.max(0, left) + rest);
  $("ends-at").hidden = done;
  if (!changed) return;
  const current = parts[Math.max(state.at, 0)];
  const name = current?.item.querySelector(".title");
  $("part").replaceChildren(...(done ? [root.dataset.done] : name ? [name.cloneNode(true)] : []));
  const next = parts[Math.max(state.at, 0) + 1]?.item.querySelector(".title");
  $("then").hidden = done || !next;
  $("next-part").replaceChildren(...(next ? [next.cloneNode(true)] : []));
  $("pause").textContent = state.at < 0 ? root.dataset.start : state.running ? root.dataset.pause : root.dataset.resume;
  $("pause").disabled = done;
  $("next").disabled = state.at < 0 || done;
  $("back").disabled = state.at <= 0;
  for (const [at, each] of parts.entries()) {
    if (at === state.at) each.item.setAttribute("aria-current", "step");
    else each.item.removeAttribute("aria-current");
  }
  $("keep").hidden = !done;
  $("took").value = parts.map((_each, at) => state.took[at] ?? 0).join(" ");
}

$("pause").addEventListener("click", pause);
$("next").addEventListener("click", () => go(state.at + 1));
$("back").addEventListener("click", () => go(state.at - 1));
$("again").addEventListener("click", () => { if (confirm($("again").dataset.sure)) reset(); });
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const onButton = event.target.closest("button, a, input, summary");
  if (event.key === " " && !onButton) { event.preventDefault(); pause(); }
  if (event.key === "ArrowRight" && !$("next").disabled) go(state.at + 1);
  if (event.key === "ArrowLeft" && !$("back").disabled) go(state.at - 1);
});
addEventListener("storage", (event) => { if (event.key === place) { state = load(); show(true); } });

root.hidden = false;
show(true);
setInterval(() => show(false), 250);
