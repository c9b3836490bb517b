// form[data-autosave]: posts the form to its own address as soon as something changes and says so in words; a choice
// among several after a moment or when it loses the focus, since arrow keys pass through others on their way.
// What changes meanwhile follows when the answer is there, or at once when the page is left; the browser sends it
// also after that. The server answers with 204 or a redirect; anything else means "not saved", and the button still
// works, also after the sign-in has ended (401): it leads through signing in again and keeps what was typed.
// data-autosave="typing": also while somebody types, after a pause. The answer says at which revision the page is from
// then on; 409 means that somebody else was quicker. What could not be saved stays, is tried again when the network is
// back, and is asked about before the page is left. "autosaved" happens to the body, for htmx to ask what follows.
// [data-autosave-status=id]: where it is said for that form; else at its end.
// [data-answers-of=id]: the line that says how many questions of that form are answered follows at once.
(() => {
  const PASSING_BY = 800;
  const TYPING = 1500;
  const MOST_ON_LEAVING = 30000;
  const unsaved = new Set();
  const changed = new Set();
  const waiting = new Map();
  const saving = new WeakSet();

  const named = (form) => form.id && document.querySelector(`[data-autosave-status="${form.id}"]`);

  const status = (form) => {
    let place = form.querySelector("[data-autosave-status]") ?? named(form);
    if (!place) {
      place = document.createElement("p");
      place.className = "form-status";
      place.dataset.autosaveStatus = "";
      place.setAttribute("role", "status");
      form.append(place);
    }
    return place;
  };

  const types = (form) => form.dataset.autosave === "typing";
  const length = (data) => [...data.values()].reduce((sum, value) => sum + value.length, 0);

  const send = (form) => {
    changed.delete(form);
    const data = new FormData(form);
    return fetch(form.action, {
      method: "POST",
      body: data,
      redirect: "manual",
      keepalive: length(data) < MOST_ON_LEAVING,
      headers: { "X-Autosave": "1" },
    });
  };

  const outcome = async (form) => {
    const texts = form.dataset;
    try {
      const answer = await send(form);
      const revision = answer.headers.get("X-Revision");
      if (revision) form.elements.revision.value = revision;
      if (answer.ok || answer.type === "opaqueredirect") {
        unsaved.delete(form);
        if (types(form)) document.body.dispatchEvent(new Event("autosaved"));
        return texts.autosaveSaved;
      }
      unsaved.add(form);
      if (answer.status === 409 && texts.autosaveStale) return texts.autosaveStale;
      return answer.status === 401 ? texts.autosaveEnded : texts.autosaveFailed;
    } catch {
      unsaved.add(form);
      return texts.autosaveFailed;
    }
  };

  const save = async (form) => {
    if (saving.has(form)) return;
    saving.add(form);
    let text = "";
    while (changed.has(form)) text = await outcome(form);
    saving.delete(form);
    status(form).textContent = text;
  };

  const saveSoon = (form, pause) => {
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(save, pause, form));
  };

  const count = (form) => {
    const done = form.querySelectorAll("input[type=radio]:checked").length;
    for (const place of document.querySelectorAll(`[data-answers-of="${form.id}"]`)) {
      const [words, line] = place.querySelectorAll(".progress__label, progress");
      words.textContent = line.textContent = place.dataset.text.replace("{done}", done);
      line.setAttribute("aria-label", words.textContent);
      line.value = done;
    }
  };

  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, (event) => {
      const form = event.target.form;
      if (!form?.matches("[data-autosave]")) return;
      changed.add(form);
      status(form).textContent = "";
      if (types(form)) return saveSoon(form, TYPING);
      if (kind !== "change") return;
      count(form);
      saveSoon(form, event.target.type === "radio" ? PASSING_BY : 0);
    });
  }
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (target.type === "radio" && changed.has(target.form) && relatedTarget?.name !== target.name) save(target.form);
  });
  document.addEventListener("submit", ({ target }) => [changed, unsaved].forEach((forms) => forms.delete(target)));
  addEventListener("pagehide", () => changed.forEach(send));
  addEventListener("online", () => unsaved.forEach((form) => { changed.add(form); save(form); }));
  addEventListener("beforeunload", (event) => { if ([...unsaved].some(types)) event.preventDefault(); });
})();
