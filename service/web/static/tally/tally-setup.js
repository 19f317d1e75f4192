// Before it starts: who is in the room.
import { languageOf } from "./tally-words.js";
import { same, tidy } from "./tally-record.js";

const $ = (id) => document.getElementById(id);
const boxes = () => [...$("present").querySelectorAll("input")];

const row = (name) => {
  const [item, label, box, text] = ["li", "label", "input", "span"].map((tag) => document.createElement(tag));
  Object.assign(box, { type: "checkbox", value: name, checked: true });
  Object.assign(text, { textContent: name, lang: languageOf(name) });
  label.append(box, text);
  item.append(label);
  return item;
};

// Calls `onStart` with title and names once somebody is chosen and "Start" is tapped.
export const showSetup = (words, onStart) => {
  const count = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    $("start").disabled = chosen === 0;
    $("start").textContent = chosen ? words.say(chosen === 1 ? "start_one" : "start_many", { n: chosen }) : words.say("choose");
  };
  const add = () => {
    const name = tidy($("more").value);
    if (!name) return;
    const there = boxes().find((box) => same(box.value, name));
    if (there) there.checked = true;
    else $("present").append(row(name));
    $("added").textContent = words.say(there ? "there" : "joined", { name });
    $("more").value = "";
    $("more").focus();
    count();
  };
  $("present").addEventListener("change", count);
  $("everybody").addEventListener("click", () => {
    for (const box of boxes()) box.checked = true;
    count();
  });
  $("add").addEventListener("click", add);
  $("more").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  });
  $("begin").addEventListener("submit", (event) => {
    event.preventDefault();
    add();
    onStart(tidy($("title").value), boxes().filter((box) => box.checked).map((box) => box.value));
  });
  count();
  $("setup").hidden = false;
};
