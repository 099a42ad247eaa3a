// The board: a candidate is moved by dragging, by Alt and an arrow key, or from the menu of its tile. The server decides; its refusal is said above the board.
(() => {
  "use strict";
  const board = document.querySelector(".hi-board");
  const status = document.getElementById("board-status");
  if (!board) {
    return;
  }
  const FOCUS = "headcoach-board-focus";
  const say = (text, bad) => { status.textContent = text; status.classList.toggle("hi-bad", Boolean(bad)); status.setAttribute("role", bad ? "alert" : "status"); };
  const columns = [...board.querySelectorAll(".hi-column")];
  const move = async (tile, column) => {
    if (!column || tile.closest(".hi-column") === column) {
      return;
    }
    try {
      const answer = await fetch(board.dataset.url, { method: "POST", credentials: "same-origin",
        body: new URLSearchParams({ token: board.dataset.token, candidacy: tile.dataset.candidacy, stage: column.dataset.stage }) });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const said = await answer.json();
      if (said.refused) {
        say(said.refused, true);
        return;
      }
      // the page comes afresh with the server's order and counts; the tile keeps the focus
      sessionStorage.setItem(FOCUS, JSON.stringify({ tile: tile.dataset.candidacy, text: board.dataset.moved.replace("{0}", tile.querySelector("a").textContent).replace("{1}", column.querySelector("h2").firstChild.textContent.trim()) }));
      location.reload();
    } catch (lost) {
      say(board.dataset.lost, true);
    }
  };
  let dragged = null;
  board.addEventListener("dragstart", event => {
    dragged = event.target.closest(".hi-tile");
    if (dragged) {
      event.dataTransfer.setData("text/plain", dragged.dataset.candidacy);
      event.dataTransfer.effectAllowed = "move";
      dragged.classList.add("hi-drag");
    }
  });
  board.addEventListener("dragend", () => { dragged?.classList.remove("hi-drag"); dragged = null; columns.forEach(one => one.classList.remove("hi-over")); });
  columns.forEach(column => {
    column.addEventListener("dragover", event => { if (dragged) { event.preventDefault(); column.classList.add("hi-over"); } });
    column.addEventListener("dragleave", event => { if (!column.contains(event.relatedTarget)) { column.classList.remove("hi-over"); } });
    column.addEventListener("drop", event => { event.preventDefault(); if (dragged) { move(dragged, column); } });
  });
  board.addEventListener("keydown", event => {
    const tile = event.target.closest(".hi-tile");
    if (!tile || !event.altKey || event.key !== "ArrowRight" && event.key !== "ArrowLeft") {
      return;
    }
    event.preventDefault();
    const forward = (event.key === "ArrowRight") === (getComputedStyle(board).direction === "ltr");
    move(tile, columns[columns.indexOf(tile.closest(".hi-column")) + (forward ? 1 : -1)]);
  });
  // a click opens the menu after this listener, so its lines are there when it shows
  const menu = document.getElementById("board-menu");
  board.addEventListener("click", event => {
    const tile = event.target.closest("summary")?.closest(".hi-tile");
    const lines = tile?.querySelector(".hc-drop-list");
    if (lines && !lines.firstElementChild) {
      lines.append(...[...menu.children].filter(one => one.dataset.to !== tile.closest(".hi-column").dataset.stage).map(one => one.cloneNode(true)));
    }
  });
  board.addEventListener("click", event => {
    const to = event.target.closest("[data-to]");
    if (to) {
      to.closest("details").open = false;
      move(to.closest(".hi-tile"), columns.find(one => one.dataset.stage === to.dataset.to));
    }
  });
  const kept = sessionStorage.getItem(FOCUS);
  if (kept) {
    sessionStorage.removeItem(FOCUS);
    const { tile, text } = JSON.parse(kept);
    say(text);
    board.querySelector(`.hi-tile[data-candidacy="${tile}"] > a`)?.focus();
  }
})();
