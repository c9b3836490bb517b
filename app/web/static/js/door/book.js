// Who is there, as far as this device knows: the names from the house, with the notes that are still to be told.
// All that changes it takes turns, also between two windows of the same device.
const DoorBook = (() => {
  let list = null;
  let notes = [];

  const inTurn = (work) => navigator.locks.request("lotse-door", work);
  const isOver = () => list && Date.now() >= Date.parse(list.until);
  const isOfThisDate = (note) => list && note.date === list.date && note.day === list.day;

  const load = async () => {
    [list, notes] = [await DoorVault.names(), await DoorVault.notes()];
    if (isOver() && list.names.length) {
      await DoorVault.dropNames();
      await DoorVault.keepNames(Object.assign(list, { names: [], places: 0, isUnlimited: false }));
    }
  };

  const person = (booking) => list?.names.find((one) => one.booking === booking);

  const since = (row) => {
    const said = notes.filter((note) => isOfThisDate(note) && note.booking === row.booking).at(-1);
    if (said) return said.act === "undoes" ? null : new Date(said.at);
    return row.since ? new Date(row.since) : null;
  };

  const came = () => notes.filter((note) => note.act === "came" && isOfThisDate(note));

  // How many more people this device may let in without asking; null: nobody counts.
  const places = () => {
    if (!list) return 0;
    return list.isUnlimited ? null : Math.max(0, (list.places ?? 0) - came().length);
  };

  const fold = (text) => text.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
  const spelled = (text) => fold(text.toLowerCase().replace(/[äöü]/g, (letter) => `${letter}e`));

  const find = (typed) => {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    if (!words.length || !list) return [];
    const isMeant = (row) => [fold(row.name), spelled(row.name)].some((name) => words.every((word) => name.includes(word)));
    return list.names.filter(isMeant).slice(0, 10);
  };

  const ofTicket = async (code) => {
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
    const fingerprint = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
    return list?.names.find((row) => row.ticket === fingerprint);
  };

  const note = async (row, act) => {
    const made = { id: crypto.randomUUID(), booking: row.booking, name: row.name, act, at: Date.now(), date: list.date, day: list.day };
    await DoorVault.addNote(made);
    notes.push(made);
    return made;
  };

  // Let somebody in on a place of this device: since when they are there, or null where it has no place left.
  const admit = (booking) => inTurn(async () => {
    await load();
    const row = person(booking);
    if (!row) return null;
    const known = since(row);
    if (known) return { row, since: known, isNew: false };
    if (places() === 0) return null;
    return { row, since: new Date((await note(row, "came")).at), isNew: true };
  });

  const undo = (booking) => inTurn(async () => {
    await load();
    const row = person(booking);
    if (row && since(row)) await note(row, "undoes");
  });

  // What the house has answered: first how many places there are now, then which notes it has; a break between the
  // two leaves the device with fewer places than it may have, never with more.
  const settle = (answer, sent) => inTurn(async () => {
    await load();
    if (list) {
      for (const [id, told] of Object.entries(answer.told)) {
        const row = person(sent.find((one) => one.id === id)?.booking);
        if (row && told.outcome !== "refused") row.since = told.outcome === "undone" ? null : told.since ?? row.since;
      }
      Object.assign(list, { places: answer.places, isUnlimited: answer.places === null, hall: answer.hall, offlineSince: null });
      await DoorVault.keepNames(list);
    }
    await DoorVault.removeNotes(Object.keys(answer.told));
    await load();
  });

  const takeNames = (fresh) => inTurn(async () => {
    await load();
    const isSame = list && list.date === fresh.date && list.day === fresh.day;
    const { token, ...kept } = fresh;
    const own = isSame ? { places: list.places, isUnlimited: list.isUnlimited, hall: list.hall } : { places: 0, hall: null };
    list = { ...kept, ...own, takenAt: Date.now(), offlineSince: null };
    if (!isSame) await DoorVault.dropNames();
    await DoorVault.keepNames(list);
    await load();
    return token;
  });

  const goOffline = () => inTurn(async () => {
    await load();
    if (!list || list.offlineSince) return;
    list.offlineSince = Date.now();
    await DoorVault.keepNames(list);
  });

  const latest = () => (list?.names ?? [])
    .map((row) => ({ row, since: since(row) }))
    .filter((one) => one.since)
    .sort((one, other) => other.since - one.since)
    .slice(0, 5);

  const hall = () => {
    if (!list?.hall) return null;
    const more = notes.filter(isOfThisDate).reduce((sum, one) => sum + (one.act === "came" ? 1 : -1), 0);
    return { ...list.hall, present: list.hall.present + more, expected: Math.max(0, list.hall.expected - more) };
  };

  return {
    load, admit, undo, settle, takeNames, goOffline, person, since, places, find, ofTicket, latest, hall, isOfThisDate,
    list: () => list,
    notes: () => notes,
  };
})();
