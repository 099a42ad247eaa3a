// An open contest follows the data: the server says that standings have moved, the page fetches itself and takes over the parts that have. What it missed while the network was away it fetches when it is back.
(() => {
  "use strict";
  const root = document.getElementById("co-live");
  if (!root) {
    return;
  }
  const PAUSE = 1000;
  const LONGEST_PAUSE = 60000;
  const LONGEST_WAIT = 24 * 60 * LONGEST_PAUSE;
  let asked = 0;
  let lost = false;
  let failures = 0;
  let again = null;
  let source = null;
  let pause = PAUSE;
  const say = text => {
    const status = document.getElementById("co-status");
    if (status) {
      let note = status.querySelector(".co-offline");
      if (!text) {
        note?.remove();
        return;
      }
      if (!note) {
        note = document.createElement("span");
        note.className = "co-offline";
        status.append(note);
      }
      note.textContent = text;
    }
  };
  const asking = async () => {
    const answer = await fetch(location.href.replace(/#.*/, ""), { credentials: "same-origin", cache: "no-store", headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      throw new Error(answer.status);
    }
    return answer.text();
  };
  const take = text => {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    document.querySelectorAll("[data-live-part]").forEach(part => {
      const other = fresh.getElementById(part.id);
      if (!other || other.innerHTML === part.innerHTML) {
        return;
      }
      const open = [...part.querySelectorAll("details")].map(one => one.open);
      part.replaceChildren(...other.childNodes);
      part.querySelectorAll("details").forEach((one, i) => { one.open = open[i] || false; });
      part.classList.add("co-moved");
      setTimeout(() => part.classList.remove("co-moved"), 1200);
    });
  };
  // what fails is tried again, later each time
  const refresh = async () => {
    const turn = ++asked;
    clearTimeout(again);
    try {
      const text = await asking();
      if (turn === asked) {
        failures = 0;
        take(text);
        say(lost ? root.dataset.offline : "");
      }
    } catch (away) {
      if (turn === asked) {
        say(root.dataset.offline);
        again = setTimeout(refresh, Math.min(PAUSE * 2 ** ++failures, LONGEST_PAUSE));
      }
    }
  };
  const listen = () => {
    source?.close();
    source = new EventSource(root.dataset.live);
    source.addEventListener("moved", refresh);
    source.addEventListener("open", () => {
      pause = PAUSE;
      if (lost) {
        lost = false;
        refresh();
      }
    });
    source.addEventListener("error", () => {
      lost = true;
      say(root.dataset.offline);
      // after an answer that is no stream the browser gives up
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(listen, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    });
  };
  // when it begins or ends the page is another one; not all pages ask in the same second
  const turn = Date.now() + Number(root.dataset.turn) + PAUSE + Math.random() * 4 * PAUSE;
  const look = () => {
    const left = turn - Date.now();
    if (left > 0) {
      setTimeout(look, Math.min(left, LONGEST_WAIT));
    } else {
      asking().then(() => location.reload(), () => { say(root.dataset.offline); setTimeout(look, LONGEST_PAUSE); });
    }
  };
  if (Number(root.dataset.turn)) {
    look();
  }
  if (root.dataset.live && window.EventSource) {
    listen();
    window.addEventListener("pagehide", () => source.close());
    window.addEventListener("pageshow", event => { if (event.persisted) { listen(); refresh(); } });
  }
})();
