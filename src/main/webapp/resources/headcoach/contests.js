// An open contest follows the data: the server says that standings have moved, the page fetches itself and takes over the parts that have.
(() => {
  "use strict";
  const root = document.querySelector("[data-live]");
  if (!root || !root.dataset.live || !window.EventSource) {
    return;
  }
  let asked = 0;
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
  const refresh = async () => {
    const turn = ++asked;
    const answer = await fetch(location.href.replace(/#.*/, ""), { credentials: "same-origin", headers: { Accept: "text/html" } });
    if (!answer.ok || turn !== asked) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
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
  const listen = () => {
    const source = new EventSource(root.dataset.live);
    source.addEventListener("moved", () => refresh().catch(() => say(root.dataset.offline)));
    source.addEventListener("open", () => say(""));
    source.addEventListener("error", () => say(root.dataset.offline));
    window.addEventListener("pagehide", () => source.close(), { once: true });
  };
  listen();
  window.addEventListener("pageshow", event => { if (event.persisted) { listen(); refresh(); } });
})();
