// [data-markdown-for=id]: a row of buttons that write Markdown into the text field with that id. data-around puts marks
// around what is selected, data-before at the head of each selected line, data-insert a sample on lines of its own.
// Without a script the row stays hidden; Ctrl+B and Ctrl+I press the buttons with data-key.
(() => {
  const write = (field, from, to, text, start, end) => {
    field.focus();
    field.setSelectionRange(from, to);
    // The only way that leaves the browser's own undo as it is.
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, from, to, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    field.setSelectionRange(from + start, from + end);
  };

  const around = (field, marks) => {
    const [open, close] = marks.split("…");
    const { selectionStart: from, selectionEnd: to, value } = field;
    const text = value.slice(from, to);
    write(field, from, to, open + text + close, open.length, open.length + text.length);
  };

  const before = (field, mark) => {
    const { selectionStart, selectionEnd, value } = field;
    const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const end = value.indexOf("\n", selectionEnd);
    const to = end < 0 ? value.length : end;
    const lines = value.slice(from, to).split("\n");
    const text = lines.map((line, at) => mark.replace("1", at + 1) + line).join("\n");
    write(field, from, to, text, text.length, text.length);
  };

  const insert = (field, sample) => {
    const { selectionEnd: at, value } = field;
    const gap = at === 0 ? "" : value[at - 1] === "\n" ? "\n" : "\n\n";
    const text = `${gap}${sample}\n`;
    write(field, at, at, text, gap.length, text.length);
  };

  const press = (button, field) => {
    const { around: marks, before: mark, insert: sample } = button.dataset;
    if (marks) around(field, marks);
    else if (mark) before(field, mark);
    else insert(field, sample);
  };

  document.querySelectorAll("[data-markdown-for]").forEach((row) => {
    const field = document.getElementById(row.dataset.markdownFor);
    row.hidden = false;
    row.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) press(button, field);
    });
    field.addEventListener("keydown", (event) => {
      const button = (event.ctrlKey || event.metaKey) && row.querySelector(`[data-key="${event.key.toLowerCase()}"]`);
      if (!button) return;
      event.preventDefault();
      press(button, field);
    });
  });
})();
