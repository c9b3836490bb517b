// form[data-confirm]: asks the sentence before it is sent. Only where others are affected; otherwise offer undo.
(() => {
  const button = (label, kind, value) => {
    const made = document.createElement("button");
    made.className = `kern-btn kern-btn--${kind}`;
    made.value = value;
    const text = document.createElement("span");
    text.className = "kern-label";
    text.textContent = label;
    made.append(text);
    return made;
  };

  const ask = (form, submitter) => {
    const dialog = document.createElement("dialog");
    dialog.className = "kern-dialog confirm";
    const sentence = document.createElement("p");
    sentence.id = "confirm-sentence";
    sentence.textContent = form.dataset.confirm;
    const answers = document.createElement("form");
    answers.method = "dialog";
    answers.className = "actions";
    answers.append(button(form.dataset.confirmNo, "secondary", "no"), button(form.dataset.confirmYes, "primary", "yes"));
    dialog.setAttribute("aria-labelledby", sentence.id);
    dialog.append(sentence, answers);
    document.body.append(dialog);
    dialog.addEventListener("close", () => {
      dialog.remove();
      submitter?.focus();
      if (dialog.returnValue !== "yes") return;
      form.dataset.confirmed = "yes";
      form.requestSubmit(submitter);
    });
    dialog.showModal();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset?.confirm || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form, event.submitter);
  }, true);
})();
