// Keeps the screen on while the clock runs, where the browser can; a hidden page loses it and has to ask again.
let asked = null;

const request = async () => {
  const lock = await navigator.wakeLock.request("screen").catch(() => null);
  if (lock) lock.addEventListener("release", () => { asked = null; });
  else asked = null;
  return lock;
};

export const holdScreen = (wanted) => {
  if (!navigator.wakeLock) return;
  if (wanted) asked ??= request();
  else asked?.then((lock) => lock?.release());
};
