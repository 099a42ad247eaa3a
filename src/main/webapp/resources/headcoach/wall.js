// The wall: asks for itself every now and then, moves what has moved, and stays as it is with a word about it while the network is away.
(() => {
  "use strict";
  const root = document.querySelector(".co-wall");
  const EVERY = 15000;
  const AT_MOST_EVERY = 10000;
  const MOVE = { duration: 600, easing: "ease-out" };
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let shown = Date.now();
  let waiting = null;

  const move = (element, frames) => {
    if (!still.matches && element.animate) {
      element.animate(frames, MOVE);
    }
  };

  const parts = fresh => root.querySelectorAll("[data-part]").forEach(part => {
    const other = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (other && other.innerHTML !== part.innerHTML) {
      part.replaceChildren(...[...other.childNodes].map(node => document.importNode(node, true)));
    }
  });

  // a row keeps its element, so that its bar and its place can move
  const rows = fresh => {
    const list = root.querySelector("ol");
    const before = new Map([...list.children].map(row => [row.dataset.team, row]));
    const places = new Map([...before].map(([team, row]) => [team, row.getBoundingClientRect().top]));
    const moved = [];
    const after = [...fresh.querySelectorAll("ol > li")].map(next => {
      const own = before.get(next.dataset.team);
      if (!own) {
        return document.importNode(next, true);
      }
      own.className = next.className;
      own.querySelectorAll("[data-cell]").forEach(cell => {
        const other = next.querySelector(`[data-cell="${cell.dataset.cell}"]`);
        if (other.innerHTML !== cell.innerHTML) {
          cell.replaceChildren(...[...other.childNodes].map(node => document.importNode(node, true)));
        }
      });
      own.querySelectorAll("[data-bar]").forEach(bar => {
        const width = next.querySelector(`[data-bar="${bar.dataset.bar}"]`).style.inlineSize;
        if (width !== bar.style.inlineSize) {
          moved.push([bar, [{ inlineSize: bar.style.inlineSize }, { inlineSize: width }]]);
          bar.style.inlineSize = width;
        }
      });
      return own;
    });
    if (after.length !== list.children.length || after.some((row, i) => row !== list.children[i])) {
      list.replaceChildren(...after);
    }
    moved.forEach(([bar, frames]) => move(bar, frames));
    after.forEach(row => {
      const by = (places.get(row.dataset.team) ?? row.getBoundingClientRect().top) - row.getBoundingClientRect().top;
      if (Math.abs(by) > 1) {
        move(row, [{ transform: `translateY(${by}px)` }, { transform: "none" }]);
      }
    });
  };

  const lost = () => {
    const state = root.querySelector("[data-part=state]");
    root.classList.add("co-lost");
    if (state.textContent !== root.dataset.offline) {
      state.textContent = root.dataset.offline;
    }
  };

  const refresh = async () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, EVERY);
    shown = Date.now();
    let answer;
    let text;
    try {
      answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout(AT_MOST_EVERY), headers: { Accept: "text/html" } });
      text = await answer.text();
    } catch (away) {
      lost();
      return;
    }
    if (answer.status === 404 || answer.redirected) {
      // the link was taken back, or nobody is signed in any more: then the wall is not there
      location.reload();
      return;
    }
    const fresh = answer.ok && new DOMParser().parseFromString(text, "text/html").querySelector(".co-wall");
    if (!fresh) {
      lost();
      return;
    }
    root.classList.remove("co-lost");
    root.dataset.offline = fresh.dataset.offline;
    root.dataset.rows = fresh.dataset.rows;
    rows(fresh);
    parts(fresh);
  };

  waiting = setTimeout(refresh, EVERY);
  window.addEventListener("online", refresh);
  window.addEventListener("offline", lost);
  if (root.dataset.live && window.EventSource) {
    const source = new EventSource(root.dataset.live);
    // what comes at once is shown together: the eye is not to be pulled along all day
    source.addEventListener("moved", () => {
      clearTimeout(waiting);
      waiting = setTimeout(refresh, Math.max(0, shown + AT_MOST_EVERY - Date.now()));
    });
    window.addEventListener("pagehide", () => source.close(), { once: true });
  }
})();
