/* An evaluator's card by keyboard: 1, 5 and 7 score the behaviour that has the focus, 0 gives ten; then the next one has it. */
(() => {
  const card = document.getElementById("card");
  if (!card) {
    return;
  }
  const scores = [...card.querySelectorAll("fieldset[data-score]")];
  const points = { 1: "1", 5: "5", 7: "7", 0: "10" };
  card.addEventListener("keydown", event => {
    const chosen = points[event.key];
    if (!chosen || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=text], textarea")) {
      return;
    }
    const at = scores.indexOf(event.target.closest("fieldset[data-score]"));
    if (at < 0) {
      return;
    }
    event.preventDefault();
    const radio = scores[at].querySelector(`input[value="${chosen}"]`);
    radio.checked = true;
    radio.focus();
    const next = scores[at + 1];
    if (next) {
      (next.querySelector("input:checked") || next.querySelector("input")).focus();
    }
  });
})();
