// Teams of a draft: people are moved by drag or by the arrow keys, teams are renamed in place, and what is typed or chosen is kept after a pause.
(() => {
  "use strict";
  let dragged = null;
  let again = null;
  const side = target => target.closest?.("[data-team]");
  const move = (person, team) => {
    again = { person: person.dataset.person, name: person.firstElementChild.textContent, team: team.dataset.name };
    contestMove([{ name: "person", value: person.dataset.person }, { name: "team", value: team.dataset.team }]);
  };
  document.addEventListener("dragstart", event => {
    const person = event.target.closest?.("[data-person]");
    if (person) {
      dragged = person;
      person.classList.add("co-dragged");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", person.dataset.person);
    }
  });
  document.addEventListener("dragend", () => {
    dragged?.classList.remove("co-dragged");
    dragged = null;
    document.querySelectorAll(".co-over").forEach(one => one.classList.remove("co-over"));
  });
  document.addEventListener("dragover", event => {
    const over = dragged && side(event.target);
    document.querySelectorAll(".co-over").forEach(one => one.classList.toggle("co-over", one === over));
    if (over) {
      event.preventDefault();
      over.classList.add("co-over");
    }
  });
  document.addEventListener("drop", event => {
    const over = dragged && side(event.target);
    if (over) {
      event.preventDefault();
      if (side(dragged) !== over) {
        move(dragged, over);
      }
    }
  });
  document.addEventListener("keydown", event => {
    const person = event.target.closest?.("[data-person]");
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!person || !step) {
      return;
    }
    event.preventDefault();
    const teams = [...document.querySelectorAll("[data-team]")];
    const turn = document.dir === "rtl" && event.key.match(/Left|Right/) ? -step : step;
    const at = teams.indexOf(side(person)) + turn;
    if (at >= 0 && at < teams.length) {
      move(person, teams[at]);
    }
  });
  // the board comes anew from the server: the person who was moved keeps the focus, and it is read out
  new MutationObserver(() => {
    const person = again && document.querySelector(`[data-person="${again.person}"]`);
    if (person && side(person).dataset.name === again.team) {
      person.focus();
      const said = document.getElementById("co-said");
      said.textContent = said.dataset.moved.replace("{0}", again.name).replace("{1}", again.team);
      again = null;
    }
  }).observe(document.body, { childList: true, subtree: true });
  document.addEventListener("change", event => {
    if (event.target.dataset?.rename) {
      contestRename([{ name: "team", value: event.target.dataset.rename }, { name: "name", value: event.target.value }]);
    }
  });
  let typing;
  const later = event => {
    if (event.target.closest?.("#fields")) {
      clearTimeout(typing);
      typing = setTimeout(() => contestChanged(), 700);
    }
  };
  // menus tell of a choice by jQuery only
  window.jQuery(document).on("change", later);
})();
