// Copies a question for the room, or a chart as a picture. The buttons appear only where they work.
function offer(buttons, copy) {
  for (const button of document.querySelectorAll(buttons)) {
    const name = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await copy(button.dataset);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = name; }, 2000);
    });
  }
}

async function image(address) {
  const answer = await fetch(address);
  if (!answer.ok || answer.headers.get("content-type") !== "image/png") throw new Error(answer.statusText);
  return answer.blob();
}

if (navigator.clipboard) offer("button[data-copy]", ({ copy }) => navigator.clipboard.writeText(copy));
if (navigator.clipboard?.write && window.ClipboardItem) {
  offer("button[data-picture]", ({ picture }) => navigator.clipboard.write([new ClipboardItem({ "image/png": image(picture) })]));
}
