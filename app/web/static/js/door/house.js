// Tells the house what this device noted, and asks it for names. "online", "offline" or "closed".
const DoorHouse = (() => {
  const MOST_NOTES = 50;
  const NAMES_AFTER_MS = 30_000;
  const PATIENCE_MS = 8_000;
  let token = null;
  let version = null;
  let state = "online";
  let turn = null;

  const ask = async (url, options = {}) => {
    const answer = await fetch(url, { ...options, redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status === 404) throw new DOMException("closed", "NotFoundError");
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };

  const fetchNames = async (urls) => {
    token = await DoorBook.takeNames(await ask(urls.names));
    version = DoorBook.list()?.version;
  };

  const isOld = () => Date.now() - (DoorBook.list()?.takenAt ?? 0) > NAMES_AFTER_MS;

  const sent = (notes, places) => JSON.stringify({
    places,
    notes: notes.map(({ id, booking, act, at }) => ({
      id, booking, act, seconds_ago: Math.max(0, Math.round((Date.now() - at) / 1000)),
    })),
  });

  const post = async (urls, notes) => {
    const list = DoorBook.list();
    const places = list?.isUnlimited ? null : DoorBook.places();
    const send = () => ask(urls.reports, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: sent(notes, places),
    });
    const answer = await send().catch(async (error) => {
      if (error.message !== "400") throw error;
      await fetchNames(urls);
      return send();
    });
    await DoorBook.settle(answer, notes);
    if (DoorBook.list() && answer.version !== version && isOld()) await fetchNames(urls);
    return answer;
  };

  const round = async (urls, asked) => {
    await DoorBook.load();
    if (!token) await fetchNames(urls);
    const told = {};
    for (;;) {
      const notes = DoorBook.notes().filter(DoorBook.isOfThisDate).slice(0, MOST_NOTES);
      Object.assign(told, (await post(urls, notes)).told);
      if (notes.length === MOST_NOTES) continue;
      if (asked && DoorBook.places() === 0) Object.assign(told, (await post(urls, [asked])).told);
      return told;
    }
  };

  // What came of the notes by their number; null where the house does not answer. One round at a time. `asked` is only
  // asked where the device has no place even now: what it has, nobody else may give away.
  const tell = async (urls, asked = null) => {
    await turn;
    let told = null;
    turn = (async () => {
      try {
        told = await round(urls, asked);
        state = "online";
      } catch (error) {
        state = error.name === "NotFoundError" ? "closed" : "offline";
        if (state === "closed") await DoorVault.dropNames();
        else await DoorBook.goOffline();
        await DoorBook.load();
      }
    })();
    await turn;
    return told;
  };

  return { tell, state: () => state };
})();
