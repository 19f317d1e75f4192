// Shows notes as they arrive: asks for the part of the page that changes, and keeps focus and what is unfolded.
const box = document.getElementById("arrived");
const SECONDS = 3;

const ids = () => new Set([...box.querySelectorAll(".arrived-note")].map((note) => note.id));
const unfolded = () => [...box.querySelectorAll("details[open]")].map((each) => each.id);

const put = (html) => {
  const [before, open, focus] = [ids(), unfolded(), document.activeElement && document.activeElement.id];
  box.innerHTML = html;
  for (const id of open) {
    const found = document.getElementById(id);
    if (found) found.open = true;
  }
  for (const note of box.querySelectorAll(".arrived-note")) note.classList.toggle("just-came", !before.has(note.id));
  const look = document.getElementById("look");
  if (look) look.hidden = true;
  document.getElementById("told").textContent = document.getElementById("arrived-lead").textContent;
  const focused = focus && document.getElementById(focus);
  if (focused) focused.focus({ preventScroll: true });
};

const look = async () => {
  const started = performance.now();
  if (!document.hidden) {
    try {
      const seen = document.getElementById("state").dataset.changes;
      const answer = await fetch(`${box.dataset.from}?seen=${seen}`);
      if (answer.redirected) location.reload(); // whoever looks has to sign in again
      else if (answer.status === 200) put(await answer.text());
    } catch {
      // the next time
    }
  }
  setTimeout(look, Math.max(SECONDS * 1000, 5 * (performance.now() - started)));
};

if (box && !("closed" in box.dataset)) {
  document.getElementById("look").hidden = true;
  setTimeout(look, SECONDS * 1000);
}
