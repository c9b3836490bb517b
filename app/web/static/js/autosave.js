// form[data-autosave]: posts the form to its own address a moment after a change and says so in words.
// The server answers with 204 or a redirect; anything else means "not saved", and the button still works.
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
    let kept = false;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        redirect: "manual",
        headers: { "X-Autosave": "1" },
      });
      kept = answer.ok || answer.type === "opaqueredirect";
    } catch {
      kept = false;
    }
    status(form).textContent = kept ? form.dataset.autosaveSaved : form.dataset.autosaveFailed;
  };

  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (!form?.matches("[data-autosave]")) return;
    status(form).textContent = "";
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(() => save(form), 600));
  });
})();
