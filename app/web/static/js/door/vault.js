// What a device at a door keeps in the browser's database: the names of one date, and notes that the house has not
// taken over yet. Both are sealed (AES-GCM) with keys that no script can read out; a key that is dropped leaves noise.
const DoorVault = (() => {
  const CIPHER = { name: "AES-GCM", length: 256 };
  const STORES = ["keys", "names", "notes"];

  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  let connection;
  const open = () => {
    connection ??= (() => {
      const request = indexedDB.open("lotse-door", 1);
      request.onupgradeneeded = () => STORES.forEach((name) => request.result.createObjectStore(name));
      return done(request);
    })();
    return connection;
  };

  const change = async (work) => {
    const transaction = (await open()).transaction(STORES, "readwrite", { durability: "strict" });
    work((name) => transaction.objectStore(name));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  };

  const look = async (store, ask) => done(ask((await open()).transaction(store).objectStore(store)));
  const keyOf = (what) => look("keys", (keys) => keys.get(what));

  const keyFor = async (what) => {
    const known = await keyOf(what);
    if (known) return known;
    const made = await crypto.subtle.generateKey(CIPHER, false, ["encrypt", "decrypt"]);
    await change((store) => store("keys").put(made, what));
    return made;
  };

  const seal = async (key, thing) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(thing));
    return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text) };
  };

  const unseal = async (key, { iv, sealed }) =>
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed)));

  const names = async () => {
    const [key, kept] = [await keyOf("names"), await look("names", (store) => store.get("names"))];
    return key && kept ? unseal(key, kept) : null;
  };

  const keepNames = async (list) => {
    const kept = await seal(await keyFor("names"), list);
    await change((store) => store("names").put(kept, "names"));
  };

  const dropNames = () => change((store) => {
    store("keys").delete("names");
    store("names").clear();
  });

  const notes = async () => {
    const [key, kept] = [await keyOf("notes"), await look("notes", (store) => store.getAll())];
    const found = key ? await Promise.all(kept.map((one) => unseal(key, one))) : [];
    return found.sort((one, other) => one.at - other.at);
  };

  const addNote = async (note) => {
    const kept = await seal(await keyFor("notes"), note);
    await change((store) => store("notes").put(kept, note.id));
  };

  const removeNotes = (ids) => change((store) => ids.forEach((id) => store("notes").delete(id)));
  const countNotes = () => look("notes", (store) => store.count());
  const forget = () => change((store) => STORES.forEach((name) => store(name).clear()));

  return { names, keepNames, dropNames, notes, addNote, removeNotes, countNotes, forget };
})();
