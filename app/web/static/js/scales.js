// [data-scales]: a choice of a competence and one of a level; the levels offered are those of the competence's model.
document.querySelectorAll("[data-scales]").forEach((row) => {
  const [what, level] = row.querySelectorAll("select");
  const groups = [...level.querySelectorAll("optgroup")];
  const fit = () => {
    const model = what.selectedOptions[0]?.dataset.model;
    const chosen = level.value;
    const shown = groups.filter((group) => !model || group.dataset.models.split(" ").includes(model));
    level.replaceChildren(level.options[0], ...shown);
    level.value = chosen;
    if (level.selectedIndex < 0) level.value = "";
  };
  what.addEventListener("change", fit);
  fit();
});
