// Says how far the work is that a page waits for: reloads the page when it is done, or offers that.

const box = document.querySelector("[data-progress]");
if (box) {
  const waits = JSON.parse(box.dataset.waits);
  let source = null;

  const ready = () => {
    source?.close();
    source = null;
    document.removeEventListener("visibilitychange", watch);
    if ("reloads" in box.dataset) {
      location.reload();
      return;
    }
    const before = box.querySelector("[data-while]");
    if (before) before.hidden = true;
    const after = box.querySelector("[data-ready]");
    if (after) after.hidden = false;
  };

  const show = (told) => {
    const bar = box.querySelector("progress");
    if (bar) bar.value = told.percent;
    const left = box.querySelector("[data-left]");
    if (left) left.textContent = told.left;
    const shown = (job) => box.querySelector(`[data-job="${job.id}"]`);
    if ("reloads" in box.dataset && !told.jobs.every(shown)) {
      location.reload(); // now it is known what there is to do
      return;
    }
    for (const job of told.jobs) {
      const state = shown(job)?.querySelector("[data-state]");
      if (state) state.textContent = job.state;
    }
    if (!told.looking && !waits.some((key) => told.open.includes(key))) ready();
  };

  // One line to the server is enough for the page that is looked at: browsers allow only a few.
  const watch = () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource(box.dataset.progress);
      source.onmessage = (event) => show(JSON.parse(event.data));
    }
  };

  if (waits.length) {
    document.addEventListener("visibilitychange", watch);
    watch();
  }
}
