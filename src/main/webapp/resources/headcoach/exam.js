// Exam mode. All questions stand in the page; each answer is sent at once, kept in the browser until the server has it, and sent again as long as it takes.
(() => {
  "use strict";
  const root = document.querySelector("[data-exam]");
  if (!root) {
    return;
  }
  const told = root.dataset;
  const part = name => root.querySelector(`[data-ex="${name}"]`);
  const text = (name, ...values) => values.reduce((line, value, i) => line.replaceAll(`[${i}]`, value), told["text" + name]);
  // a number in a sentence: one has a sentence of its own
  const count = (name, number) => number === 1 ? text(name + "One") : text(name, number);
  const questions = [...root.querySelectorAll("[data-ordinal]")];
  const end = root.querySelector("[data-end]");
  const once = told.once === "true";
  const kept = "headcoach.exam." + told.attempt;
  const began = performance.now();
  let endsAt = began + Number(told.left) * 1000;
  let lastSeq = 0;
  let at = Math.min(Number(told.reached), questions.length - 1);
  let reached = Number(told.reached);
  let wantedReach = reached;
  let busy = false;
  let over = false;
  // whose text has not been kept yet
  let typedIn = null;
  let handingIn = false;
  let wait = 0;
  let timer = 0;
  const pending = new Map();
  const announced = new Set();

  // the server's clock as this page counts it: the later of two devices wins, whatever their own clocks say
  const seq = () => {
    lastSeq = Math.max(lastSeq + 1, Math.round(Number(told.now) + performance.now() - began));
    return lastSeq;
  };

  // ---- answers as the server keeps them
  const fields = question => [...question.querySelectorAll("input, textarea, select")];
  const read = question => {
    switch (question.dataset.kind) {
      case "SINGLE": case "MULTIPLE": case "TRUE_FALSE": {
        const chosen = fields(question).filter(one => one.checked).map(one => one.value);
        return chosen.length ? "c:" + chosen.join(",") : "";
      }
      case "MATCHING": {
        const places = fields(question).map(one => one.value);
        return places.some(place => place !== "-1") ? "p:" + places.join(",") : "";
      }
      case "ORDERING":
        return question.dataset.moved ? "p:" + [...question.querySelectorAll("[data-place]")].map(one => one.dataset.place).join(",") : "";
      default: {
        const words = fields(question)[0].value;
        return words.trim() ? "t:" + words : "";
      }
    }
  };
  const show = (question, answer) => {
    const places = answer.slice(2).split(",");
    switch (question.dataset.kind) {
      case "SINGLE": case "MULTIPLE": case "TRUE_FALSE":
        fields(question).forEach(one => { one.checked = answer !== "" && places.includes(one.value); });
        break;
      case "MATCHING":
        fields(question).forEach((one, i) => { one.value = answer ? places[i] : "-1"; });
        break;
      case "ORDERING":
        if (answer) {
          question.dataset.moved = "true";
          const list = question.querySelector("ol");
          places.forEach(place => list.append(list.querySelector(`[data-place="${place}"]`)));
        }
        break;
      default:
        fields(question)[0].value = answer.slice(2);
    }
  };

  // ---- keeping and sending
  const keep = () => {
    try {
      if (pending.size || wantedReach > reached) {
        localStorage.setItem(kept, JSON.stringify({ reach: wantedReach, answers: [...pending.values()] }));
      } else {
        localStorage.removeItem(kept);
      }
    } catch (full) {
      // a browser that keeps nothing still has the page
      root.dataset.unkept = full.name;
    }
  };
  const say = (icon, line, loud) => {
    const state = part("state");
    const sign = state.querySelector("i");
    sign.className = "pi pi-" + icon;
    state.classList.toggle("ex-loud", Boolean(loud));
    const words = state.querySelector("span");
    if (words.innerHTML !== line) {
      words.innerHTML = line;
    }
  };
  const put = question => {
    typedIn = typedIn === question ? null : typedIn;
    const entry = { ordinal: Number(question.dataset.ordinal), seq: seq(), answer: read(question), flagged: question.dataset.flagged === "true" };
    question.dataset.answer = entry.answer;
    pending.set(entry.ordinal, entry);
    keep();
    send();
  };
  const post = (path, values) => fetch(told.base + path, { method: "POST", credentials: "same-origin", redirect: "manual", body: new URLSearchParams({ token: told.token, attempt: told.attempt, ...values }) });
  const settle = (entry, answer) => {
    const question = questions[entry.ordinal];
    if (pending.get(entry.ordinal) === entry) {
      pending.delete(entry.ordinal);
    }
    endsAt = performance.now() + answer.left * 1000;
    lastSeq = Math.max(lastSeq, answer.seq);
    if (answer.outcome === "SAVED") {
      say("check-circle", text("Saved", answer.at));
    } else if (answer.outcome === "HANDED_IN") {
      say("exclamation-triangle", text("HandedIn"), true);
    } else if (answer.outcome === "LATE") {
      say("exclamation-triangle", text("Late"), true);
    } else {
      if (answer.answer !== undefined && !pending.has(entry.ordinal)) {
        show(question, answer.answer);
        question.dataset.answer = answer.answer;
      }
      say("info-circle", text("Other"), true);
    }
  };
  const later = () => {
    wait = Math.min(15000, wait ? wait * 2 : 1000);
    say("cloud", count("Kept", pending.size), true);
    part("offline").hidden = false;
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  };
  async function send() {
    if (busy) {
      return;
    }
    busy = true;
    clearTimeout(timer);
    try {
      while (pending.size || wantedReach > reached) {
        // in their order: an answer to a later question leaves those before it for good where there is no going back
        const entry = [...pending.values()].sort((one, other) => one.ordinal - other.ordinal)[0];
        const answer = await (entry ? post("/save", { ordinal: entry.ordinal, seq: entry.seq, answer: entry.answer, flagged: entry.flagged }) : post("/reach", { ordinal: wantedReach }));
        if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
          say("exclamation-triangle", text("SignedOut"), true);
          timer = setTimeout(send, 10000);
          return;
        }
        if (answer.status === 400 || answer.status === 404) {
          pending.delete(entry?.ordinal);
          reached = entry ? reached : wantedReach;
          say("exclamation-triangle", text("Refused"), true);
        } else if (!answer.ok) {
          throw new Error(String(answer.status));
        } else if (entry) {
          settle(entry, await answer.json());
        } else {
          reached = wantedReach;
        }
        wait = 0;
        keep();
      }
    } catch (unreachable) {
      root.dataset.offline = unreachable.name;
      later();
      return;
    } finally {
      busy = false;
    }
    delete root.dataset.offline;
    part("offline").hidden = true;
    if (handingIn || over) {
      part("submit").submit();
    }
  }

  // ---- one question at a time
  const isEnd = () => at === questions.length;
  const paint = focus => {
    questions.forEach((one, i) => { one.hidden = i !== at; });
    end.hidden = !isEnd();
    part("where").hidden = isEnd();
    part("number").textContent = Math.min(at + 1, questions.length);
    const bar = part("bar");
    bar.setAttribute("aria-valuenow", Math.min(at + 1, questions.length));
    bar.firstElementChild.style.inlineSize = 100 * Math.min(at + 1, questions.length) / questions.length + "%";
    part("back").hidden = once || at === 0;
    part("next").hidden = isEnd();
    part("mark").hidden = isEnd() || once;
    if (!isEnd()) {
      part("mark").setAttribute("aria-pressed", questions[at].dataset.flagged);
    } else {
      overview();
    }
    if (focus) {
      (isEnd() ? end : questions[at]).querySelector("h2").focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  };
  const go = to => {
    at = Math.max(0, Math.min(questions.length, to));
    if (once && at < questions.length && at > wantedReach) {
      wantedReach = at;
      keep();
      send();
    }
    paint(true);
  };
  const overview = () => {
    const open = questions.filter(one => !read(one));
    const flagged = questions.filter(one => one.dataset.flagged === "true");
    part("open").textContent = (open.length ? count("Open", open.length) : text("NoneOpen")) + (flagged.length ? " " + count("Marked", flagged.length) : "");
    part("overview").replaceChildren(...(once ? [] : questions.filter(one => open.includes(one) || flagged.includes(one)).map(one => {
      const line = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ex-button";
      button.textContent = Number(one.dataset.ordinal) + 1;
      button.setAttribute("aria-label", one.querySelector("h2").textContent);
      button.addEventListener("click", () => go(Number(one.dataset.ordinal)));
      line.append(button);
      return line;
    })));
  };

  // ---- the clock is the server's; this shows it
  const tick = () => {
    const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
    const minutes = Math.floor(left / 60);
    part("clock").textContent = (minutes < 60 ? "" : Math.floor(minutes / 60) + ":") + String(minutes % 60).padStart(2, "0") + ":" + String(left % 60).padStart(2, "0");
    root.classList.toggle("ex-hurry", left <= 60);
    [10, 5, 1].filter(mark => left <= mark * 60 && left > (mark - 1) * 60 && !announced.has(mark)).slice(-1).forEach(mark => {
      announced.add(mark);
      if (Number(told.left) > mark * 60) {
        part("alert").textContent = mark === 1 ? text("Minute") : text("Minutes", mark);
      }
    });
    if (left === 0 && !over) {
      over = true;
      // what was being typed was given in time
      if (typedIn) {
        put(typedIn);
      }
      questions.forEach(one => fields(one).forEach(field => { field.disabled = true; }));
      part("alert").textContent = text("Over");
      say("clock", text("Over"), true);
      send();
    }
  };

  // ---- begin
  questions.forEach(question => {
    // an empty attribute is not written
    question.dataset.answer ||= "";
    show(question, question.dataset.answer);
  });
  try {
    const before = JSON.parse(localStorage.getItem(kept) || "{}");
    wantedReach = Math.max(reached, before.reach || 0);
    at = Math.max(at, Math.min(wantedReach, questions.length - 1));
    (before.answers || []).filter(entry => questions[entry.ordinal] && entry.seq > Number(questions[entry.ordinal].dataset.seq)).forEach(entry => {
      pending.set(entry.ordinal, entry);
      show(questions[entry.ordinal], entry.answer);
      questions[entry.ordinal].dataset.answer = entry.answer;
    });
  } catch (unreadable) {
    root.dataset.unkept = unreadable.name;
  }
  lastSeq = Math.max(0, ...questions.map(one => Number(one.dataset.seq)), ...[...pending.values()].map(entry => entry.seq));
  if (!once) {
    const first = questions.findIndex(one => !one.dataset.answer);
    at = first < 0 ? 0 : first;
  }
  questions.forEach(question => {
    let typing = 0;
    question.addEventListener("change", () => { clearTimeout(typing); typedIn = null; if (read(question) !== question.dataset.answer) { put(question); } });
    question.addEventListener("input", event => {
      if (event.target.matches("textarea, input[type=text]")) {
        clearTimeout(typing);
        typedIn = question;
        typing = setTimeout(() => { if (typedIn === question) { put(question); } }, 700);
      }
    });
    question.addEventListener("click", event => {
      const button = event.target.closest("[data-move]");
      if (button) {
        const item = button.closest("li");
        const other = button.dataset.move === "1" ? item.nextElementSibling : item.previousElementSibling;
        if (other) {
          button.dataset.move === "1" ? other.after(item) : other.before(item);
          question.dataset.moved = "true";
          button.focus();
          part("alert").textContent = text("Moved", [...item.parentElement.children].indexOf(item) + 1);
          put(question);
        }
      }
    });
  });
  part("next").addEventListener("click", () => go(at + 1));
  part("back").addEventListener("click", () => go(at - 1));
  part("mark").addEventListener("click", () => {
    const question = questions[at];
    question.dataset.flagged = String(question.dataset.flagged !== "true");
    part("mark").setAttribute("aria-pressed", question.dataset.flagged);
    put(question);
  });
  part("submit").addEventListener("submit", event => {
    if (pending.size || busy) {
      event.preventDefault();
      handingIn = true;
      say("sync", text("Saving"));
      send();
    }
  });
  window.addEventListener("online", () => { wait = 0; send(); });
  window.addEventListener("beforeunload", event => { if (pending.size && !handingIn) { event.preventDefault(); } });
  root.classList.add("ex-ready");
  paint(false);
  tick();
  setInterval(tick, 500);
  send();
})();
