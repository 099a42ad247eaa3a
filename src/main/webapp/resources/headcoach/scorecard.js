// The scorecard: one characteristic at a time, keys for the scores, and every change kept at once. What could not be sent stays in the page and is sent again.
(() => {
  "use strict";
  const card = document.querySelector("[data-seat]");
  if (!card) {
    return;
  }
  const locked = card.dataset.locked === "true";
  const saved = document.getElementById("saved");
  const refused = document.getElementById("refused");
  const submit = document.getElementById("submit");
  const items = [...card.querySelectorAll(".hi-item")];
  let shown = 0;

  // ---- what is sent
  const queue = new Map();
  // what was refused stays marked until it is put right, and holds the card back
  const refusals = new Map();
  let busy = false;
  const say = (text, failed) => { saved.textContent = text; saved.classList.toggle("hi-failed", Boolean(failed)); };
  const complain = (text = "") => {
    if (refused.textContent !== text) {
      refused.textContent = text;
      refused.hidden = !text;
      refused.scrollIntoView({ block: "nearest" });
    }
  };
  const post = (fields, more) => fetch(card.dataset.url, { method: "POST", credentials: "same-origin", redirect: "manual", body: new URLSearchParams({ token: card.dataset.token, seat: card.dataset.seat, ...fields }), ...more });
  const isSignedOut = answer => answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;
  // whoever has signed in again in another tab has another token
  const renew = async () => {
    const page = await fetch(location.href, { credentials: "same-origin", redirect: "manual" });
    const fresh = page.ok ? new DOMParser().parseFromString(await page.text(), "text/html").querySelector("[data-seat]") : null;
    card.dataset.token = fresh ? fresh.dataset.token : card.dataset.token;
  };
  // what the server says; null when it could not be reached, which is said
  const ask = async fields => {
    try {
      let answer = await post(fields);
      if (isSignedOut(answer)) {
        await renew();
        answer = await post(fields);
      }
      if (answer.ok) {
        return await answer.json();
      }
      complain(isSignedOut(answer) ? saved.dataset.signedOut : saved.dataset.offline);
    } catch (unreachable) {
      complain(saved.dataset.offline);
    }
    say(saved.dataset.failed, true);
    return null;
  };
  const send = async () => {
    if (busy || !queue.size) {
      return;
    }
    busy = true;
    const [key, fields] = queue.entries().next().value;
    say(saved.dataset.saving);
    const said = await ask(fields);
    busy = false;
    if (!said) {
      // kept in the page; tried again until it arrives
      setTimeout(send, 4000);
      return;
    }
    if (queue.get(key) === fields) {
      queue.delete(key);
    }
    if (said.refused) {
      refusals.set(key, said.refused);
    } else {
      refusals.delete(key);
    }
    complain([...refusals.values()][0]);
    say(refusals.size ? "" : `${saved.dataset.saved} ${said.saved}`);
    draw();
    send();
  };
  const keep = (key, fields) => { if (!locked) { queue.delete(key); queue.set(key, fields); send(); } };
  window.addEventListener("beforeunload", event => { if (saved.classList.contains("hi-failed") || refusals.size) { event.preventDefault(); } });
  window.addEventListener("online", send);

  // ---- what is read from the page
  const chosen = (item, pass) => item.querySelector(`.hi-pass[data-pass="${pass}"] input:checked`)?.value || "";
  const twoPasses = item => item.dataset.two === "true";
  const part = (item, name) => item.querySelector(`[data-part=${name}]`)?.value || "";
  const isDone = item => item.dataset.item === "verdict" ? Boolean(item.querySelector("input:checked"))
    : !twoPasses(item) ? Boolean(chosen(item, 1))
      : chosen(item, 1) === "?" || Boolean(chosen(item, 1)) && (chosen(item, 2) === "?" || Boolean(chosen(item, 2)) && Boolean(part(item, "effort")) && !refusals.has(`coaching-${item.dataset.item}`));
  const passOf = item => Number(item.querySelector(".hi-passes [aria-pressed=true]")?.dataset.pass || 1);
  const line = item => card.querySelector(`[data-goto="${item.dataset.item}"]`);

  const draw = () => {
    let own = 0;
    let done = 0;
    items.forEach((item, i) => {
      const entry = line(item);
      const verdict = item.dataset.item === "verdict";
      const score = verdict ? "" : chosen(item, twoPasses(item) ? 2 : 1);
      entry.querySelector(".pi").className = `pi ${i === shown ? "pi-pencil" : isDone(item) ? "pi-check" : ""}`;
      entry.setAttribute("aria-current", i === shown ? "step" : "false");
      entry.querySelector("[data-part=score]").textContent = verdict ? "" : score || "–";
      item.querySelector("[data-part=effort]")?.setAttribute("aria-invalid", String(refusals.has(`coaching-${item.dataset.item}`)));
      const state = entry.querySelector("[data-part=state]");
      if (state) {
        state.textContent = twoPasses(item) && chosen(item, 1) && chosen(item, 1) !== "?" ? `${chosen(item, 1)} → ${chosen(item, 2) || "–"}` : "";
      }
      if (verdict || item.dataset.own === "true") {
        own += verdict ? 0 : 1;
        done += !verdict && isDone(item) ? 1 : 0;
      }
    });
    document.getElementById("done").textContent = card.dataset.of.replace("{0}", done).replace("{1}", own);
    const bar = document.getElementById("bar");
    bar.max = Math.max(1, own);
    bar.value = done;
    if (submit) {
      submit.disabled = refusals.size > 0 || done < own || !isDone(items[items.length - 1]);
    }
  };
  const showPass = (item, pass) => {
    item.querySelectorAll(".hi-passes button").forEach(one => one.setAttribute("aria-pressed", String(Number(one.dataset.pass) === pass)));
    item.querySelectorAll(".hi-pass").forEach(one => { one.hidden = Number(one.dataset.pass) !== pass; });
    item.querySelectorAll("[data-when]").forEach(one => { one.hidden = Number(one.dataset.when) !== pass; });
    const next = item.querySelector(".hi-next");
    if (next) {
      next.querySelector("span").textContent = twoPasses(item) && pass === 1 ? next.dataset.after : next.dataset.next;
    }
  };
  const show = (i, focus) => {
    shown = Math.min(items.length - 1, Math.max(0, i));
    items.forEach((item, at) => { item.hidden = at !== shown; });
    draw();
    if (focus) {
      items[shown].querySelector("h2").focus();
    }
  };
  const step = by => {
    const item = items[shown];
    if (by > 0 && twoPasses(item) && passOf(item) === 1 && chosen(item, 1) !== "?") {
      showPass(item, 2);
      item.querySelector("h2").focus();
      return;
    }
    if (by < 0 && twoPasses(item) && passOf(item) === 2) {
      showPass(item, 1);
      item.querySelector("h2").focus();
      return;
    }
    show(shown + by, true);
  };

  // ---- what is kept
  const keepScore = (item, pass) => keep(`score-${item.dataset.item}-${pass}`, { what: "score", characteristic: item.dataset.item, pass,
    score: chosen(item, pass), note: item.querySelector(`.hi-pass[data-pass="${pass}"] [data-part=note]`).value });
  const keepCoaching = item => keep(`coaching-${item.dataset.item}`, { what: "coaching", characteristic: item.dataset.item, diagnosis: part(item, "diagnosis"), praise: part(item, "praise"),
    improvement: part(item, "improvement"), effort: item.querySelector("[data-part=effort]").validity.badInput ? "-" : part(item, "effort") });
  const keepVerdict = item => keep("verdict", { what: "verdict", recommendation: item.querySelector("input:checked")?.value || "", note: part(item, "verdict-note") });
  const keepOf = element => {
    const item = element.closest(".hi-item");
    if (!item) {
      return;
    }
    if (item.dataset.item === "verdict") {
      keepVerdict(item);
    } else if (element.closest(".hi-between")) {
      keepCoaching(item);
    } else {
      keepScore(item, Number(element.closest(".hi-pass").dataset.pass));
    }
    draw();
  };
  // what is typed waits for the next key; whoever leaves the page before that takes it along
  let typing;
  let typed = null;
  const settle = () => {
    clearTimeout(typing);
    const field = typed;
    typed = null;
    if (field) {
      keepOf(field);
    }
  };
  const leave = () => {
    settle();
    queue.forEach(fields => post(fields, { keepalive: true }).catch(() => say(saved.dataset.failed, true)));
  };
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") { leave(); } });
  card.addEventListener("change", event => { if (!event.target.closest("#correct")) { keepOf(event.target); } });
  card.addEventListener("input", event => {
    if (event.target.matches("textarea, input[type=text], input[type=number]") && !event.target.closest("#correct")) {
      if (typed !== event.target) {
        settle();
      }
      typed = event.target;
      clearTimeout(typing);
      typing = setTimeout(settle, 700);
    }
  });

  const done = said => {
    if (said?.refused) {
      complain(said.refused);
    } else if (said) {
      location.reload();
    }
  };
  const hand = async () => {
    settle();
    if (document.activeElement?.matches("textarea, input")) {
      document.activeElement.blur();
    }
    send();
    while (queue.size || busy) {
      await new Promise(later => setTimeout(later, 50));
      if (saved.classList.contains("hi-failed")) {
        return;
      }
    }
    if (refusals.size) {
      complain([...refusals.values()][0]);
      return;
    }
    done(await ask({ what: "submit" }));
  };
  card.addEventListener("click", event => {
    const goto = event.target.closest("[data-goto]");
    const pass = event.target.closest(".hi-passes [data-pass]");
    const by = event.target.closest("[data-step]");
    if (goto) {
      show(items.findIndex(item => item.dataset.item === goto.dataset.goto), true);
    } else if (pass) {
      showPass(items[shown], Number(pass.dataset.pass));
    } else if (by) {
      step(Number(by.dataset.step));
    } else if (event.target.closest("[data-submit]")) {
      hand();
    }
  });
  submit?.addEventListener("click", hand);
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("textarea, select, input:not([type=radio], [type=number])")) {
      return;
    }
    const item = items[shown];
    if (/^\d$/.test(event.key) && event.target.type !== "number" && item.dataset.item !== "verdict" && !locked) {
      const field = item.querySelector(`.hi-pass[data-pass="${passOf(item)}"] input[value="${event.key === "0" ? 10 : event.key}"]`);
      field.checked = true;
      field.focus();
      keepOf(field);
      event.preventDefault();
    } else if (event.key === "n" || event.key === "p") {
      step(event.key === "n" ? 1 : -1);
      event.preventDefault();
    }
  });
  const correct = document.getElementById("correct");
  // a recommendation, or a score: whichever fits to what is corrected
  correct?.elements.what.addEventListener("change", () => {
    correct.querySelectorAll("[data-for]").forEach(to => {
      to.hidden = (to.dataset.for === "score") !== Boolean(correct.elements.what.value);
      to.querySelector("select").disabled = to.hidden;
    });
  });
  correct?.elements.what.dispatchEvent(new Event("change"));
  correct?.addEventListener("submit", async event => {
    event.preventDefault();
    const [characteristic, pass] = correct.elements.what.value.split("-");
    done(await ask({ what: "correct", characteristic: characteristic || "", pass: pass || "", score: characteristic ? correct.elements.score.value : "",
      recommendation: characteristic ? "" : correct.elements.recommendation.value, reason: correct.elements.reason.value }));
  });

  if (locked) {
    card.querySelectorAll(".hi-item input, .hi-item textarea").forEach(field => { field.disabled = true; });
  }
  items.filter(twoPasses).forEach(item => showPass(item, 1));
  const first = items.findIndex(item => item.dataset.own === "true" && !isDone(item));
  show(first < 0 ? locked ? 0 : items.length - 1 : first, false);
  card.classList.add("hi-ready");
})();
