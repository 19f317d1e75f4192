// How much time has passed, from two clocks: the monotonic one, which cannot be set but may stand still while a device
// sleeps, and the wall clock, which runs through sleep and reload but can be set. The longer of the two counts. If it is
// longer than a nap, nobody can say what happened meanwhile: no time runs, and the gap is reported instead.
export const LONGEST_NAP = 90;

export const passed = (monotonic, wall) => {
  const seconds = Math.max(monotonic, wall, 0);
  return seconds > LONGEST_NAP ? { runs: 0, gap: seconds } : { runs: seconds, gap: 0 };
};

// Gives the time since it was last asked. `since` is a wall time in milliseconds from before this page was opened.
export class Clock {
  constructor(since) {
    this.wall = since ?? Date.now();
    this.monotonic = performance.now();
  }

  step() {
    const [wall, monotonic] = [Date.now(), performance.now()];
    const step = passed((monotonic - this.monotonic) / 1000, (wall - this.wall) / 1000);
    [this.wall, this.monotonic] = [wall, monotonic];
    return step;
  }
}
