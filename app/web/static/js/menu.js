// details[data-menu]: closes with Escape, with a click elsewhere, and when the focus leaves it.
(() => {
  const open = () => document.querySelectorAll("details[data-menu][open]");
  const close = (menu) => menu.removeAttribute("open");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open().forEach((menu) => {
      close(menu);
      menu.querySelector("summary").focus();
    });
  });
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, (event) => {
      open().forEach((menu) => menu.contains(event.target) || close(menu));
    });
  }
})();
