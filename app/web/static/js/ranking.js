// [data-ranking]: its lines each have a list with a number, and can be dragged into an order; the numbers follow, those
// above the dropped line are ranked too. Choosing a number by hand brings the lines into its order and leaves no number
// twice. Without a script the lists alone do it.
(() => {
  const select = (line) => line.querySelector("select");
  const rank = (line) => Number(select(line).value) || Infinity;
  const linesOf = (list) => [...list.querySelectorAll(".line")];
  let dragged = null;

  const order = (list) => {
    const lines = linesOf(list);
    const sorted = [...lines].sort((a, b) => rank(a) - rank(b));
    if (sorted.some((line, at) => line !== lines[at])) lines[0].parentElement.append(...sorted);
  };

  const number = (list, last) => {
    const lines = linesOf(list);
    const until = Math.max(lines.indexOf(last), lines.filter((line) => rank(line) < Infinity).length - 1);
    lines.forEach((line, at) => { select(line).value = at <= until ? String(at + 1) : "0"; });
  };

  const choose = (list, chosen) => {
    const taken = linesOf(list).filter((line) => select(line) !== chosen && rank(line) < Infinity).sort((a, b) => rank(a) - rank(b));
    const wanted = Number(chosen.value);
    if (wanted) taken.splice(Math.min(wanted - 1, taken.length), 0, chosen.closest(".line"));
    linesOf(list).forEach((line) => { select(line).value = String(taken.indexOf(line) + 1); });
    order(list);
    chosen.focus();
  };

  document.querySelectorAll("[data-ranking]").forEach((list) => {
    linesOf(list).forEach((line) => { line.draggable = true; line.title = list.dataset.hint; });
    order(list);
    list.addEventListener("change", (event) => choose(list, event.target));
    list.addEventListener("dragstart", (event) => { dragged = event.target.closest?.(".line"); event.dataTransfer.effectAllowed = "move"; });
    list.addEventListener("dragover", (event) => {
      const place = event.target.closest?.(".line");
      if (!dragged || !place || !list.contains(dragged)) return;
      event.preventDefault();
      if (place === dragged) return;
      const box = place.getBoundingClientRect();
      place[event.clientY > box.top + box.height / 2 ? "after" : "before"](dragged);
    });
    list.addEventListener("drop", (event) => { event.preventDefault(); if (dragged) number(list, dragged); });
    list.addEventListener("dragend", () => { dragged = null; });
  });
})();
