// Counts the minutes of a round down on the big screen; without it the page says how long the round is.

const clock = document.querySelector("[data-minutes]");
const start = document.querySelector("[data-start]");
if (clock && start) {
  const digits = [...clock.dataset.digits];
  const said = (number) => String(number).padStart(2, "0").replace(/\d/g, (digit) => digits[digit]);
  let end = 0;

  const show = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    clock.textContent = `${said(Math.floor(left / 60))}:${said(left % 60)}`;
    clock.classList.toggle("over", left === 0);
    if (left) setTimeout(show, 250);
    else start.hidden = false;
  };

  start.hidden = false;
  start.addEventListener("click", () => {
    end = Date.now() + clock.dataset.minutes * 60_000;
    start.hidden = true;
    show();
  });
}
