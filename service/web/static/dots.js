// Shows a note beneath its strip when its mark is tapped; without this script the mark leads to the note.
for (const strip of document.querySelectorAll(".strip")) {
  const peek = strip.querySelector(".peek");
  strip.addEventListener("click", (event) => {
    const dot = event.target.closest("a.dot");
    if (!dot || !peek || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    for (const other of strip.querySelectorAll(".dot.shown")) other.classList.remove("shown");
    dot.classList.add("shown");
    const quote = document.createElement("span");
    quote.lang = dot.dataset.code;
    quote.textContent = dot.dataset.text;
    peek.replaceChildren(dot.querySelector("svg").cloneNode(true), dot.dataset.team ? ` ${dot.dataset.team}: ` : " ", quote);
    peek.hidden = false;
  });
}

// Opens the folded list that a link points into, in browsers that do not do so themselves.
const unfold = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = target && target.closest("details:not([open])");
  if (folded) { folded.open = true; target.scrollIntoView(); }
};
addEventListener("hashchange", unfold);
unfold();
