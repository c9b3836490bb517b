// body[data-sent-from]: a form that was sent and is shown again takes the place of the page it was sent from as soon
// as it is left, so that going back asks for that page instead of for sending the form once more. Forms without an
// address of their own keep the one that they were sent to.
(() => {
  const page = document.body.dataset.sentFrom;
  if (!page || !document.querySelector(".error-summary")) return;
  const leave = () => {
    for (const form of document.forms) {
      if (!form.getAttribute("action")) form.setAttribute("action", location.href);
    }
    history.replaceState(null, "", page);
  };

  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented && event.target.getAttribute("method") !== "dialog") leave();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("a[href]:not([href^='#'])")) leave();
  });
})();
