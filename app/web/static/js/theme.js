// form[data-theme-switch]: shows the chosen colours at once and keeps the choice without a new page.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const choice = event.submitter;
  if (!form.matches("[data-theme-switch]") || !choice) return;
  event.preventDefault();
  const page = document.documentElement;
  const theme = choice.value;
  if (theme === "system") page.removeAttribute("data-kern-theme");
  else page.dataset.kernTheme = theme;
  document.querySelector("meta[name=color-scheme]").content = theme === "system" ? "light dark" : theme;
  form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button === choice)));
  fetch(form.action, { method: "POST", body: new FormData(form, choice), redirect: "manual" });
});
