// [data-drag]: the line around it can be dragged onto another one with a place to move; the form that its buttons belong
// to is then sent to the address in data-drag-to, with the number of the step before which it goes ("before", 0: last).
// The same is done by the buttons "earlier" and "later", by keyboard and without a script.
(() => {
  const line = (element) => element?.closest?.(".line");
  const handle = (element) => line(element)?.querySelector("[data-drag]");
  let dragged = null;

  const mark = (place, isAfter) => {
    document.querySelectorAll(".line--before, .line--after").forEach((one) => one.classList.remove("line--before", "line--after"));
    if (place) line(place).classList.add(isAfter ? "line--after" : "line--before");
  };

  const isLowerHalf = (place, event) => {
    const box = line(place).getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  };

  const send = (from, before) => {
    const form = from.querySelector("button[form]")?.form;
    if (!form) return;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "before";
    field.value = before;
    form.append(field);
    form.action = from.dataset.dragTo;
    form.requestSubmit();
  };

  document.querySelectorAll("[data-drag]").forEach((one) => {
    const here = line(one);
    here.draggable = true;
    here.classList.add("line--movable");
    here.title = one.querySelector("button[form]")?.form.dataset.dragHint ?? "";
  });

  document.addEventListener("dragstart", (event) => {
    dragged = event.target.matches?.(".line[draggable]") ? handle(event.target) : null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.drag);
  });

  document.addEventListener("dragover", (event) => {
    const place = handle(event.target);
    if (!dragged || !place || place === dragged) return mark(null);
    event.preventDefault();
    mark(place, isLowerHalf(place, event));
  });

  document.addEventListener("drop", (event) => {
    const place = handle(event.target);
    if (!dragged || !place || place === dragged) return;
    event.preventDefault();
    const all = [...document.querySelectorAll("[data-drag]")];
    const next = isLowerHalf(place, event) ? all[all.indexOf(place) + 1] : place;
    send(dragged, next?.dataset.drag ?? "0");
  });

  document.addEventListener("dragend", () => { dragged = null; mark(null); });
})();
