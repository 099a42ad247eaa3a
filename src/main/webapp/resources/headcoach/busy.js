// A form whose answer takes seconds says so: its button rests, and a sentence is read out. Coming back to the page wakes it.
(() => {
  "use strict";
  const say = (form, busy) => {
    form.setAttribute("aria-busy", String(busy));
    form.querySelector("button[type=submit]").disabled = busy;
    form.querySelector("[data-busy-text]").textContent = busy ? form.dataset.busy : "";
  };
  document.addEventListener("submit", event => {
    if (event.target.matches("[data-busy]")) {
      say(event.target, true);
    }
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-busy]").forEach(form => say(form, false)));
})();
