// form[data-send-at-once]: was filled in on an earlier page and sends itself; without a script its button does.
document.querySelector("form[data-send-at-once]")?.requestSubmit();
