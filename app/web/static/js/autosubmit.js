// form[data-autosubmit]: sends itself when a choice changes, and shortly after typing; Enter sends it once.
(() => {
  let wait;
  const send = (form) => form.requestSubmit();

  document.addEventListener("submit", () => clearTimeout(wait), true);
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form?.matches("[data-autosubmit]") && event.target.type !== "search") send(form);
  });
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form?.matches("[data-autosubmit]") || event.target.type !== "search") return;
    clearTimeout(wait);
    wait = setTimeout(() => send(form), 300);
  });
})();
