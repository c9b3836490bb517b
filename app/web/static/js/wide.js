// details[data-open-wide]: open beside its list on a wide screen, for browsers where the style sheet can not say so.
if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 56rem)").matches) {
  document.querySelectorAll("details[data-open-wide]").forEach((details) => details.setAttribute("open", ""));
}
