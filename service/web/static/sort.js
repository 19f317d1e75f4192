// The wall of cards without loading the page: every form is sent as it stands and the new wall takes the place of the
// old one. Adds keys, a sheet of piles for the chosen cards, and dragging; without it the same forms do the same.
const PATIENCE = 8000;
document.documentElement.classList.add("with-script");

const wall = () => document.getElementById("wall");
const byId = (id) => (id ? document.getElementById(id) : null);
const boxes = (inside = document) => [...inside.querySelectorAll(".card input")];
const chosen = () => boxes().filter((box) => box.checked);
const shown = () => boxes().filter((box) => box.offsetParent !== null);
const isTyping = (target) => target.matches("input[type=text], select, textarea");
const say = (text) => { byId("said").textContent = text; };

// Where the focus goes when its own element is gone: the card that has moved up, else the heading of its pile.
const place = (focused) => {
  const [card, pile] = [focused?.closest?.(".card"), focused?.closest?.("[data-pile]")];
  if (!card) return { id: focused?.id, heading: pile?.getAttribute("aria-labelledby") };
  return { card: card.dataset.card, pile: pile?.id, at: boxes(pile).indexOf(card.querySelector("input")) };
};

const refocus = ({ id, heading, card, pile, at }, moved) => {
  const first = byId("next")?.querySelector(".targets button") ?? byId("main");
  if (!card) {
    if (id) (byId(id) ?? byId(heading) ?? first).focus({ preventScroll: true });
    return;
  }
  const left = pile && byId(pile) ? boxes(byId(pile)) : [];
  const same = moved ? null : left.find((box) => box.value === card);
  (same ?? left[Math.min(at, left.length - 1)] ?? first).focus();
};

const show = (text, url, was, moved) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.getElementById("wall");
  if (!fresh) { location.assign(url); return; }
  const open = new Set([...wall().querySelectorAll("details[open][id]")].map((each) => each.id));
  const known = new Set([...wall().querySelectorAll("details[id]")].map((each) => each.id));
  for (const each of fresh.querySelectorAll("details[id]:not([id^=change])")) if (known.has(each.id)) each.open = open.has(each.id);
  const [said, problem] = [fresh.querySelector("#said"), fresh.querySelector("#problem")];
  const words = problem.textContent.trim() || said.textContent.trim();
  const live = byId("said");
  wall().replaceWith(document.adoptNode(fresh));
  byId("said").replaceWith(live);
  say(words);
  history.replaceState(null, "", url);
  sheet();
  refocus(was, moved);
};

const send = async (form, extra, moved = false) => {
  if (wall().hasAttribute("aria-busy")) return;
  const was = place(document.activeElement === document.body ? null : document.activeElement);
  const body = new URLSearchParams(new FormData(form));
  for (const [name, value] of extra) name === "cards" ? body.append(name, value) : body.set(name, value);
  wall().setAttribute("aria-busy", "true");
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(form.action, { method: "POST", body, signal }).catch(() => null);
  wall().removeAttribute("aria-busy");
  if (answer && (answer.ok || [409, 422].includes(answer.status))) {
    show(await answer.text(), answer.redirected ? answer.url : location.href, was, moved);
  } else form.submit();
};

// The sheet of piles stands at the bottom while cards are chosen.
const sheet = () => {
  const bar = byId("move");
  if (!bar) return;
  const count = chosen().length;
  byId("sheet").hidden = false;
  bar.classList.toggle("open", count > 0);
  if (!count) bar.classList.remove("naming");
  const digits = [...bar.dataset.digits];
  byId("chosen").textContent = `${bar.dataset.chosen} ${String(count).replace(/\d/gu, (sign) => digits[sign])}`;
};

const move = (to, cards) => {
  const bar = byId("move");
  if (to === "new" && !byId("move-name").value.trim()) {
    for (const box of boxes()) if (cards.includes(box.value)) box.checked = true;
    sheet();
    bar.classList.add("naming");
    byId("move-name").focus();
    return;
  }
  if (to !== "new") byId("move-name").value = "";
  const ticked = new Set(chosen().map((box) => box.value));
  send(bar, [["to", to], ...cards.filter((card) => !ticked.has(card)).map((card) => ["cards", card])], true);
};

const listen = (kind, handle) => document.addEventListener(kind, handle);

listen("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.enctype === "multipart/form-data" || !wall().contains(form)) return;
  event.preventDefault();
  const by = event.submitter;
  if (form.id === "move") { if (form.classList.contains("naming")) send(form, [["to", "new"]], true); return; }
  send(form, by?.name ? [[by.name, by.value]] : []);
});

listen("change", ({ target }) => {
  if (!target.matches(".card input")) return;
  sheet();
  const hidden = target.closest(".card").getBoundingClientRect().bottom + 12 - byId("move").getBoundingClientRect().top;
  if (target.checked && hidden > 0) scrollBy(0, hidden);
});

listen("click", ({ target }) => {
  const button = target.closest("[data-to], [data-drop]");
  if (!button) return;
  if ("drop" in button.dataset) { for (const box of chosen()) box.checked = false; sheet(); return; }
  move(button.dataset.to, chosen().map((box) => box.value));
});

const step = (by) => {
  const all = shown();
  const at = all.indexOf(document.activeElement);
  (all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))])?.focus();
};

// Keys work only while a card, or a button of the card to place next, has the focus.
listen("keydown", (event) => {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return;
  const [card, next] = [target.closest(".card"), target.closest("#next")];
  if (!card && !next && !target.closest(".steps-bar, #move")) return;
  const key = event.key.toLowerCase();
  const digit = key.normalize("NFKD").replace(/[০-৯]/u, (sign) => sign.charCodeAt(0) - 0x9e6)
    .replace(/[०-९]/u, (sign) => sign.charCodeAt(0) - 0x966);
  const done = () => event.preventDefault();
  if (key === "arrowdown" || key === "arrowup") { done(); step(key === "arrowdown" ? 1 : -1); return; }
  if (key === "z" || key === "y") { done(); byId(key === "z" ? "undo" : "redo").click(); return; }
  if (key === "escape") { for (const box of chosen()) box.checked = false; sheet(); return; }
  if (next && !chosen().length) {
    const button = next.querySelector(`[data-key="${digit}"]`);
    if (button) { done(); button.click(); } else if (key === "n") { done(); byId("next-new").focus(); }
    return;
  }
  const to = byId("sheet").querySelector(`[data-key="${digit}"]`)?.dataset.to;
  const cards = chosen().length ? chosen().map((box) => box.value) : [card?.dataset.card].filter(Boolean);
  if (to && cards.length) { done(); move(to, cards); }
});

// With the mouse a card, and all that are chosen with it, can be dragged onto a pile.
let dragged = [];
listen("pointerover", ({ target, pointerType }) => {
  const card = pointerType === "mouse" ? target.closest?.(".card") : null;
  if (card) card.draggable = true;
});
listen("dragstart", (event) => {
  const card = event.target.closest?.(".card");
  if (!card) return;
  const all = chosen().map((box) => box.value);
  dragged = all.includes(card.dataset.card) ? all : [card.dataset.card];
  card.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
});
const over = (pile) => {
  for (const each of document.querySelectorAll(".pile.over")) each.classList.toggle("over", each === pile);
  pile?.classList.add("over");
};
listen("dragover", (event) => {
  const pile = dragged.length ? event.target.closest?.("[data-pile]") : null;
  over(pile);
  if (pile) event.preventDefault();
});
listen("drop", (event) => {
  const pile = dragged.length ? event.target.closest?.("[data-pile]") : null;
  if (!pile) return;
  event.preventDefault();
  const cards = dragged;
  dragged = [];
  move(pile.dataset.pile, cards);
});
listen("dragend", () => {
  dragged = [];
  over(null);
  for (const each of document.querySelectorAll(".card.dragged")) each.classList.remove("dragged");
});

sheet();
