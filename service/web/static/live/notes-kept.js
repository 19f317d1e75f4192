// Notes in the memory of the phone that outlives the page; where a phone has none, or it is full, in that of the page.
const EMPTY = { draft: "", notes: [] };

export class Kept {
  constructor(name) {
    this.name = name;
    this.lasts = true;
    this.own = EMPTY;
    this.put(this.read());
  }

  read() {
    if (!this.lasts) return this.own;
    try {
      const found = JSON.parse(localStorage.getItem(this.name));
      return found && Array.isArray(found.notes) ? found : EMPTY;
    } catch {
      return this.own;
    }
  }

  put(what) {
    this.own = what;
    try {
      if (what.notes.length || what.draft) localStorage.setItem(this.name, JSON.stringify(what));
      else localStorage.removeItem(this.name);
      this.lasts = true;
    } catch {
      this.lasts = false;
    }
  }

  notes() { return this.read().notes; }

  draft() { return this.read().draft; }

  setDraft(draft) { this.put({ ...this.read(), draft }); }

  setNotes(change) {
    const all = this.read();
    this.put({ ...all, notes: change(all.notes) });
  }

  add(note) { this.setNotes((notes) => [...notes, note]); }

  change(key, to) { this.setNotes((notes) => notes.map((note) => (note.key === key ? { ...note, ...to } : note))); }

  remove(key) { this.setNotes((notes) => notes.filter((note) => note.key !== key)); }

  forgetSent() { this.setNotes((notes) => notes.filter((note) => note.state !== "sent")); }
}
