// form[data-autosave]: posts the form to its own address a moment after a change and says so in words.
// The server answers with 204 or a redirect; anything else means "not saved", and the button still works,
// also after the sign-in has ended (401): it leads through signing in again and keeps what was typed.
(() => {
  const waiting = new WeakMap();

  const status = (form) => {
    let place = form.querySelector("[data-autosave-status]");
    if (!place) {
      place = document.createElement("p");
      place.className = "form-status";
      place.dataset.autosaveStatus = "";
      place.setAttribute("role", "status");
      form.append(place);
    }
    return place;
  };

  const save = async (form) => {
    const texts = form.dataset;
    let text = texts.autosaveFailed;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        redirect: "manual",
        headers: { "X-Autosave": "1" },
      });
      if (answer.ok || answer.type === "opaqueredirect") text = texts.autosaveSaved;
      if (answer.status === 401) text = texts.autosaveEnded;
    } catch {
      text = texts.autosaveFailed;
    }
    status(form).textContent = text;
  };

  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (!form?.matches("[data-autosave]")) return;
    status(form).textContent = "";
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(() => save(form), 600));
  });
})();
