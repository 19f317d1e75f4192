// Sends the form of a preview at every change and shows how the files are read then; without it "Read again" does that.
const PARTS = ["lead", "decide"];
const form = document.querySelector("form.preview");
const PATIENCE = 250;
let [waiting, leaving] = [null, false];

const isTyped = (field) => field?.matches("input[type=text], textarea") && field.value !== field.defaultValue;

// Puts new parts in the place of old ones; what is open stays open, and what is being typed is not lost.
const replace = (id, page) => {
  const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
  if (!old || !fresh || old.isEqualNode(fresh)) return;
  for (const folded of old.querySelectorAll("details[id]")) {
    const same = fresh.querySelector(`#${folded.id}`);
    if (same) same.open = folded.open;
  }
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const again = focused?.id ? fresh.querySelector(`#${focused.id}`) : null;
  if (again && isTyped(focused)) again.value = focused.value;
  for (const picture of old.querySelectorAll("img[id]")) fresh.querySelector(`#${picture.id}`)?.replaceWith(picture);
  old.replaceWith(document.adoptNode(fresh));
  again?.focus({ preventScroll: true });
  if (["text", "textarea"].includes(again?.type)) again.setSelectionRange(focused.selectionStart, focused.selectionEnd);
};

const show = (page, place) => {
  for (const id of [...[...form.querySelectorAll("section[id]")].map((section) => section.id), ...PARTS]) replace(id, page);
  const said = document.getElementById(place)?.querySelector(".understood, .problem");
  document.getElementById("said").textContent = said?.textContent ?? "";
};

const said = () => new URLSearchParams(new FormData(form)).toString();

// One request at a time, so that no older form comes after a newer one; while a field is being filled nothing is shown.
const send = async (place) => {
  waiting = place;
  if (form.hasAttribute("aria-busy")) return;
  form.setAttribute("aria-busy", "true");
  let [text, sent] = ["", ""];
  while (waiting) {
    await new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
    if (leaving) return;
    [place, waiting, sent] = [waiting, null, said()];
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await fetch(form.action, { method: "POST", headers, body: sent }).catch(() => null);
    text = answer?.ok ? await answer.text() : "";
  }
  form.removeAttribute("aria-busy");
  if (text && sent === said()) show(new DOMParser().parseFromString(text, "text/html"), place);
};

form?.addEventListener("change", ({ target }) => send(target.closest("section").id));
addEventListener("submit", () => { leaving = true; });
