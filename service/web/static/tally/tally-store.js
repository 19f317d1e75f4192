// Keeps one record for each programme in IndexedDB. Taps are written through to the disk ("strict"), because
// localStorage may be flushed only once a minute, which an empty battery does not wait for.
const STORE = "tallies";

const answered = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

export class Store {
  static async open(slug) {
    const request = indexedDB.open("manyvoices-tally", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return new Store(await answered(request), slug);
  }

  constructor(db, slug) {
    [this.db, this.slug] = [db, slug];
  }

  load() {
    return answered(this.db.transaction(STORE).objectStore(STORE).get(this.slug));
  }

  save(record) {
    return this.write((store) => store.put(record, this.slug));
  }

  remove() {
    return this.write((store) => store.delete(this.slug));
  }

  write(change) {
    const transaction = this.db.transaction(STORE, "readwrite", { durability: "strict" });
    return new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
      change(transaction.objectStore(STORE));
      transaction.commit?.();
    });
  }
}
