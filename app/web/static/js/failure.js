// An enhanced request that fails is shown as the page it would have been without a script.
document.addEventListener("htmx:response:error", (event) => {
  const { ctx } = event.detail;
  const answer = ctx?.response?.raw;
  if (answer && answer.status !== 422 && ctx.request.method === "GET") window.location.assign(answer.url);
});
