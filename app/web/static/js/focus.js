// [data-focus]: takes the focus when the page opens or a fragment brings it, as the summary of errors does.
(() => {
  const focus = (root) => root.querySelector("[data-focus]")?.focus();

  focus(document);
  document.addEventListener("htmx:after:swap", () => {
    if (!document.activeElement?.closest("[data-focus]")) focus(document);
  });
  // With the keyboard a group of choices is seen whole: its question and all answers.
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches("input[type=radio]:focus-visible")) target.closest("fieldset")?.scrollIntoView({ block: "nearest" });
  });
  // A link to a field group goes to its first choice.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a[href^='#']");
    const place = link && document.getElementById(link.hash.slice(1));
    if (!place) return;
    event.preventDefault();
    const field = place.matches("fieldset") ? place.querySelector("input") : place;
    place.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });
})();
