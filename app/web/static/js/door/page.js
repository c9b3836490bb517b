// [data-door]: the page of a door. Lets people in by what the device knows, and tells the house as soon as it answers.
(async () => {
  const root = document.querySelector("[data-door]");
  if (!root || !("serviceWorker" in navigator) || !navigator.locks || !globalThis.crypto?.subtle) return;

  const TELL_EVERY_MS = 15_000;
  const SAME_CODE_MS = 4_000;
  const TICKET = /\/door\/tickets\/([^/?#]+)$/;
  const ADMITS = /\/door\/bookings\/(\d+)\/arrival$/;
  const says = JSON.parse(root.dataset.says);
  const urls = { names: root.dataset.names, reports: root.dataset.reports };
  const part = (name) => root.querySelector(`[data-${name}]`);
  const video = root.querySelector("video");
  const scan = root.querySelector("button[name=scan]");
  const search = document.querySelector("[role=search] input");

  const say = (key, values = {}) => says[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const clock = (time) => new Date(time).toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
  const copy = (name) => root.querySelector(name).content.firstElementChild.cloneNode(true);

  const show = (node, text) => {
    node.textContent = text;
    node.hidden = !text;
  };

  const answer = (tone, sentence) => {
    const notice = copy(`[data-notice=${tone}]`);
    notice.querySelector(".kern-title").textContent = sentence;
    part("answer").replaceChildren(notice);
    document.querySelector(".flashes")?.replaceChildren();
    if (tone !== "warning") navigator.vibrate?.(tone === "success" ? 60 : [120, 80, 120]);
  };

  const line = (template, row, words, act) => {
    const made = copy(template);
    made.querySelector(".line__title").textContent = row.name;
    const meta = made.querySelector(".meta");
    if (words) meta.textContent = words;
    else meta.remove();
    const button = made.querySelector("button");
    if (button) {
      const about = document.createElement("span");
      about.className = "kern-sr-only";
      about.textContent = `: ${row.name}`;
      button.append(about);
      button.addEventListener("click", () => act(row));
    }
    return made;
  };

  const found = (row) => {
    const since = DoorBook.since(row);
    const made = line(since ? "[data-there]" : "[data-row]", row, row.unit, (one) => admit(one.booking));
    if (since) made.querySelector(".state span").textContent = say("since", { time: clock(since) });
    return made;
  };

  const list = (rows) => {
    const made = document.createElement("ul");
    made.className = "lines";
    made.append(...rows);
    return made;
  };

  let pinnedBooking = null; // whose ticket led to this page
  const isFoundByHouse = () => document.querySelector("[data-by-house-found]") !== null;

  const drawFound = () => {
    if (isFoundByHouse()) return;
    const typed = search?.value ?? "";
    const pinned = typed ? null : DoorBook.person(pinnedBooking);
    const rows = pinned ? [pinned] : DoorBook.find(typed);
    const isMissed = typed.trim() && !rows.length && DoorHouse.state() !== "online";
    const nobody = document.createElement("p");
    nobody.textContent = isMissed ? say("nobody") : "";
    part("found").replaceChildren(...(rows.length ? [list(rows.map(found))] : isMissed ? [nobody] : []));
  };

  const drawState = () => {
    const kept = DoorBook.list();
    const waiting = DoorBook.notes().length;
    const since = kept?.offlineSince;
    const isAway = DoorHouse.state() === "offline" && since;
    let text = kept?.names.length ? say("ready", { n: kept.names.length }) : say("none");
    if (waiting) text = say("sending", { n: waiting });
    if (isAway) text = say("offline", { time: clock(since), n: waiting });
    if (isAway && DoorBook.places() !== null) text += ` ${say("places", { n: DoorBook.places() })}`;
    part("state").textContent = text;
    root.classList.toggle("is-offline", Boolean(isAway));
  };

  const drawHall = () => {
    const hall = DoorBook.hall();
    part("count").hidden = !hall;
    if (!hall) return;
    part("present").textContent = hall.present.toLocaleString("de-DE");
    part("limit").textContent = hall.limit === null ? say("unlimited") : say("limited", { n: hall.limit.toLocaleString("de-DE") });
    show(part("expected"), say("expected", { n: hall.expected.toLocaleString("de-DE") }));
  };

  const drawLatest = () => {
    const latest = DoorBook.latest();
    part("latest").hidden = !latest.length;
    const rows = latest.map(({ row, since }) => line("[data-came]", row, clock(since), undo));
    part("latest").querySelector("[data-list]").replaceChildren(...rows);
  };

  const drawStranded = () => {
    const stranded = DoorBook.notes().filter((note) => !DoorBook.isOfThisDate(note));
    part("stranded").hidden = !stranded.length;
    part("stranded").querySelector("[data-list]").replaceChildren(...stranded.map((note) => {
      const made = document.createElement("li");
      made.textContent = `${note.name}, ${clock(note.at)}`;
      return made;
    }));
  };

  const draw = () => {
    const has = Boolean(DoorBook.list()?.names.length);
    if (has) document.querySelectorAll("[data-by-house]").forEach((old) => old.remove());
    for (const name of document.querySelectorAll("[data-door-name]")) name.textContent = DoorBook.list()?.door ?? "";
    [drawState, drawHall, drawLatest, drawStranded, drawFound].forEach((one) => one());
  };

  const explain = (told) => {
    for (const one of Object.values(told ?? {})) {
      if (["twice", "without-seat", "unknown"].includes(one.outcome)) answer("warning", one.sentence);
      if (one.outcome === "refused") answer("error", one.sentence);
    }
  };

  const tell = async (asked) => {
    const told = await DoorHouse.tell(urls, asked);
    explain(told);
    draw();
    return told;
  };

  const clear = () => {
    if (search) search.value = "";
    pinnedBooking = null;
    document.querySelector("[data-by-house-found]")?.remove();
  };

  const greet = ({ row, since, isNew }) => {
    answer("success", say(isNew ? "welcome" : "there", { name: row.name, time: clock(since) }));
    draw();
    return tell();
  };

  const ask = async (booking) => {
    const asked = { id: crypto.randomUUID(), booking, act: "asks", at: Date.now() };
    const told = (await tell(asked))?.[asked.id];
    const done = told ? null : await DoorBook.admit(booking);
    if (done) return greet(done);
    if (!told) answer("error", say("full", { name: DoorBook.person(booking)?.name }));
    else if (["welcome", "there"].includes(told.outcome)) answer("success", told.sentence);
    return draw();
  };

  async function admit(booking) {
    const done = await DoorBook.admit(booking);
    clear();
    return done ? greet(done) : ask(booking);
  }

  async function undo(row) {
    await DoorBook.undo(row.booking);
    answer("success", say("undone", { name: row.name }));
    draw();
    await tell();
  }

  let [lastCode, lastAt] = ["", 0];
  const scanned = async (text) => {
    if (text === lastCode && Date.now() - lastAt < SAME_CODE_MS) {
      lastAt = Date.now();
      return;
    }
    [lastCode, lastAt] = [text, Date.now()];
    const code = TICKET.exec(text)?.[1];
    const row = code && await DoorBook.ofTicket(decodeURIComponent(code));
    if (row) await admit(row.booking);
    else if (code && DoorHouse.state() === "online") location.assign(`${root.dataset.scope}/tickets/${code}`);
    else answer("error", say("false"));
  };

  const stopScan = () => {
    DoorScanner.stop(video);
    part("camera").hidden = true;
    scan.querySelector(".kern-label").textContent = say("scan");
  };

  scan.addEventListener("click", async () => {
    if (DoorScanner.isOn()) return stopScan();
    part("camera").hidden = false;
    scan.querySelector(".kern-label").textContent = say("stop");
    try {
      await DoorScanner.start(video, root.dataset.scanner, scanned);
    } catch {
      stopScan();
      answer("error", say("camera"));
    }
  });

  search?.addEventListener("input", () => {
    document.querySelector("[data-by-house-found]")?.remove();
    drawFound();
  });
  part("stranded").querySelector("button").addEventListener("click", async () => {
    await DoorVault.removeNotes(DoorBook.notes().filter((note) => !DoorBook.isOfThisDate(note)).map((note) => note.id));
    await DoorBook.load();
    draw();
  });

  const leave = async (form) => {
    await tell();
    const waiting = DoorBook.notes().length;
    if (waiting) return answer("error", say("waits", { n: waiting }));
    stopScan();
    await DoorVault.forget();
    return form.submit();
  };

  document.addEventListener("submit", (event) => {
    const booking = Number(ADMITS.exec(event.target.action)?.[1]);
    if (DoorBook.person(booking)) {
      event.preventDefault();
      admit(booking);
    } else if (event.target.matches("[data-leaves-door] form")) {
      event.preventDefault();
      leave(event.target);
    }
  });

  const arrivedBy = async () => {
    const code = TICKET.exec(location.pathname)?.[1];
    const booking = Number(new URLSearchParams(location.search).get("booking"));
    const row = code ? await DoorBook.ofTicket(decodeURIComponent(code)) : DoorBook.person(booking);
    if (isFoundByHouse()) return;
    if (row) pinnedBooking = row.booking;
    else if (code) answer("error", say("false"));
    drawFound();
  };

  navigator.serviceWorker.register(root.dataset.worker, { scope: root.dataset.scope })
    .then(() => navigator.serviceWorker.ready)
    .then((ready) => ready.active.postMessage("keep"), () => {});
  if (search && !search.value) search.value = new URLSearchParams(location.search).get("q") ?? "";
  await DoorBook.load();
  root.hidden = false;
  draw();
  await tell();
  await arrivedBy();
  addEventListener("online", () => tell());
  addEventListener("offline", () => tell());
  setInterval(() => document.visibilityState === "visible" && tell(), TELL_EVERY_MS);
})();
