// The form for a group's next update: checks while one writes, keeps the draft, previews, and sends.
(() => {
  "use strict";
  const own = window.cspsite;
  const element = own.element;
  const WAIT = { checks: 250, draft: 500, words: 1500 };

  function mount(page) {
    const form = JSON.parse(page.dataset.form);
    page.dataset.ready = "";
    const one = (css) => page.querySelector(css);
    const tally = one(".csp-write__tally");
    const saved = one(".csp-write__saved");
    const sent = one(".csp-write__sent");
    const notices = one(".csp-write__notices");
    const announcer = element("p", { class: "csp-unseen", role: "status", "aria-live": "polite" });
    const announce = (words) => { announcer.textContent = words; };
    page.append(announcer);

    const writer = own.writer(form.rules, form.plans_for);
    const tokens = own.tokens(form.rules, form.figures);
    const checker = own.checker(form, writer, tokens);
    const preview = own.preview(form, tokens);
    const fields = own.fields(form, page, announce);
    const draft = own.draft(form.group, form.meeting);
    const send = own.send(form, one(".csp-write__steps"));
    const ended = new AbortController();
    const touched = new Set();
    const timers = {};
    let everything = false; // whether all findings are shown, as after a try to send
    let pending = false; // whether something is written that is not kept yet
    let paused = false; // whether another tab has kept another draft
    let keeps = true; // whether the browser keeps drafts at all
    let strays = {}; // words of the draft that have no box any more, kept with it
    let result = null;

    function later(name, act) {
      clearTimeout(timers[name]);
      timers[name] = setTimeout(act, WAIT[name]);
    }

    // ---- checks

    // The field that a finding is about, by the box that its words stand in.
    function fieldOf(key, boxes, typed) {
      const [list, number, part] = key.split(".");
      if (list === "prepared_by") {
        const name = form.rules.person.find((known) => checker.details(typed.prepared_by[known]).length);
        return `prepared_by.${name || form.rules.person[0]}`;
      }
      if (list === "updates") return number === undefined ? "" : `${list}.${number}.${part || "status"}`;
      if (number === undefined) return list;
      const box = `${list}.${boxes[list][number]}`;
      return list === "other_issues" ? `${box}.${part || "title"}` : box;
    }

    // The element that a link to a field leads to.
    const target = (name) => fields.named(name)[0] || fields.named(`${name}.0`)[0] || null;
    // Where a finding stands, in the form's words: the box, and the action where the finding does not name it.
    function where({ field, found }) {
      const row = form.rows[/^updates\.(\d+)\./.exec(field)?.[1]];
      const [first] = fields.named(field);
      const box = first?.type === "radio" ? first.closest("fieldset").querySelector("legend") : first?.labels[0];
      const name = row && !found.includes(row.name) ? row.name : "";
      return [box?.textContent.trim(), name].filter(Boolean).join(", ");
    }

    function check() {
      const { typed, boxes } = fields.report(writer);
      const made = checker.check(typed);
      const findings = made.findings.map((finding) => ({ ...finding, field: fieldOf(finding.key || "", boxes, typed) }));
      result = { ...made, findings };
      for (const list of page.querySelectorAll("[data-found]")) beside(list, findings);
      whole(findings);
      counts();
      if (one(".csp-write__preview").open) one(".csp-write__shown").replaceChildren(preview(made.report));
      return findings;
    }

    const isError = (finding) => finding.severity === "error";
    const sentence = ({ found, advice }) => `${found}${/[.!?…]$/.test(found) ? "" : "."} ${advice}`;

    // What is found in one field, once it has been left; what must be put right at once.
    function beside(list, findings) {
      const name = list.dataset.found;
      const row = /^updates\.(\d+)\./.exec(name);
      const here = findings.filter((finding) => finding.field === name);
      const shown = here.filter((finding) => everything || touched.has(name) || isError(finding));
      list.replaceChildren(
        ...shown.map((finding) => {
          const known = row && finding.found.includes(form.rows[row[1]].name) && !finding.code.startsWith("risk");
          const kind = element("span", { class: "csp-unseen" }, isError(finding) ? "Must be put right: " : "Would be good to put right: ");
          const words = known ? ` ${finding.advice}` : ` ${sentence(finding)}`;
          return element("li", { class: `csp-finding csp-finding--${finding.severity}` }, kind, element("strong", {}, `${finding.title}${known ? "." : ":"}`), words);
        }),
      );
      for (const field of fields.named(name)) {
        if (shown.some(isError)) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      }
    }

    function link(finding) {
      const to = target(finding.field);
      if (!to) return element("strong", {}, finding.title);
      const made = element("a", { href: `#${to.id}` }, finding.title);
      made.addEventListener("click", (event) => {
        event.preventDefault();
        to.focus();
        to.scrollIntoView({ block: "center" });
      });
      return made;
    }

    const item = (finding) => {
      const place = where(finding);
      return element("li", {}, link(finding), place ? ` (${place})` : "", `: ${sentence(finding)}`);
    };
    const things = (n) => `${n} thing${n === 1 ? "" : "s"}`;

    function words(errors, rest) {
      if (!errors && !rest) return "The checks find nothing to put right.";
      if (!errors) return `Nothing must be put right; ${things(rest)} would be good to.`;
      return `${things(errors)} must be put right${rest ? `; ${rest} would be good to` : ""}.`;
    }

    function whole(findings) {
      const [errors, rest] = [findings.filter(isError), findings.filter((finding) => !isError(finding))];
      const parts = [["Must be put right", errors], ["Would be good to put right", rest]].filter(([, all]) => all.length);
      one(".csp-write__findings").replaceChildren(
        ...parts.flatMap(([title, all]) => [element("h3", {}, title), element("ul", {}, ...all.map(item))]),
      );
      one(".csp-write__count").textContent = `${errors.length} must, ${rest.length} could be put right`;
      later("words", () => { tally.textContent = words(errors.length, rest.length); });
    }

    function counts() {
      if (!form.characters) return;
      for (const area of page.querySelectorAll("textarea[name]")) {
        const left = form.characters - Array.from(tokens.blanked(writer.boxText(area.value), "")).length;
        const place = page.querySelector(`#${CSS.escape(area.id)}-count`);
        const size = Math.abs(left).toLocaleString("en-GB");
        place.hidden = false;
        place.textContent = left < 0 ? `${size} characters too many` : `${size} characters left`;
        place.classList.toggle("csp-ask__count--over", left < 0);
      }
    }

    // ---- the draft

    const time = (iso) => new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    const day = (iso) => new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

    function keep() {
      clearTimeout(timers.draft);
      if (!pending || paused) return;
      keeps = draft.save({ ...strays, ...fields.values() });
      pending = !keeps;
      saved.textContent = keeps
        ? `Draft saved in this browser at ${time(new Date().toISOString())}`
        : "This browser keeps no draft: download the file before you leave";
      saved.classList.toggle("csp-write__saved--not", !keeps);
    }

    function notice(words, ...buttons) {
      const made = element("div", { class: "csp-write__notice", role: "alert" }, element("p", {}, words));
      for (const [title, act] of buttons) {
        const button = element("button", { type: "button", class: "csp-button csp-button--second" }, title);
        button.addEventListener("click", () => { made.remove(); act(); });
        made.append(button, " ");
      }
      notices.append(made);
      return made;
    }

    function restore(kept) {
      page.reset();
      strays = fields.restore(kept.values);
      const words = Object.values(strays);
      if (words.length) {
        const box = element("textarea", { readonly: "", rows: "6", "aria-label": "Words of your draft that have no box any more" });
        box.value = words.join("\n\n");
        notice("The form has changed since you wrote. These words of your draft have no box any more; copy what you need:").append(box);
      }
      for (const [name, value] of Object.entries(kept.values)) if (value) touched.add(name);
      saved.textContent = `Draft of ${day(kept.saved)}, ${time(kept.saved)}`;
      check();
    }

    function elsewhere(kept) {
      if (!page.isConnected) return ended.abort();
      if (paused) return;
      paused = true;
      saved.textContent = "Not saved: this update is open in another tab";
      const what = kept ? "has been changed" : "has been discarded";
      notice(
        `This draft ${what} in another tab. What you write here is not saved until you choose.`,
        [kept ? "Show the other tab's draft" : "Discard it here too", () => { paused = pending = false; if (kept) restore(kept); else clear(); }],
        ["Keep this one", () => { paused = false; pending = true; keep(); }],
      );
    }

    function clear() {
      clearTimeout(timers.draft);
      draft.discard();
      pending = paused = everything = false;
      strays = {};
      touched.clear();
      page.reset();
      notices.replaceChildren();
      saved.textContent = "Draft discarded";
      saved.classList.remove("csp-write__saved--not");
      one(".csp-write__problem").replaceChildren();
      check();
    }

    function begin() {
      const kept = draft.read();
      if (kept) return restore(kept);
      const [other] = draft.others();
      if (other) {
        const when = day(`${other.meeting}T12:00`);
        notice(
          `This browser has a draft for the meeting of ${when}.`,
          ["Use it here", () => { restore(other.draft); pending = true; keep(); draft.discard(other.name); }],
          ["Leave it", () => {}],
        );
      }
      check();
    }

    // ---- sending

    function problem(findings) {
      const place = one(".csp-write__problem");
      place.replaceChildren(
        element("h2", {}, "There is a problem"),
        element("p", {}, "Put these right before you send the report, as anybody can read what is proposed:"),
        element("ul", {}, ...findings.map(item)),
      );
      place.focus();
      place.scrollIntoView({ block: "start" });
    }

    async function leave(way) {
      keep();
      everything = true;
      const errors = check().filter(isError);
      one(".csp-write__problem").replaceChildren();
      one(".csp-write__steps").hidden = true;
      if (way === "propose") {
        if (errors.length) return problem(errors);
        return send.propose(result.text);
      }
      const said = await send[way](result.text);
      const also = errors.length ? ` ${things(errors.length)} must be put right first: see what the checks say.` : "";
      sent.textContent = said ? `${said}${also}` : "";
    }

    // ---- events

    page.addEventListener("input", (event) => {
      if (!event.target.name) return;
      if (event.target.type === "radio") touched.add(event.target.name);
      pending = true;
      later("checks", check);
      later("draft", keep);
    });
    page.addEventListener("focusout", (event) => {
      const { name, value, type } = event.target;
      if (!name || (type === "radio" && !value)) return;
      touched.add(name);
      later("checks", check);
    });
    page.addEventListener("focusin", (event) => {
      if (event.target.tagName !== "TEXTAREA") return;
      const part = event.target.closest("[data-insert]");
      for (const before of part?.querySelectorAll("[data-last-used]") || []) delete before.dataset.lastUsed;
      event.target.dataset.lastUsed = "";
    });
    page.addEventListener("submit", (event) => event.preventDefault());
    page.addEventListener("toggle", (event) => {
      if (event.target.matches(".csp-ask__figures")) fields.figures(event.target);
      if (event.target.matches(".csp-write__preview") && event.target.open) check();
    }, true);
    page.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const { add, use, send: way } = button.dataset;
      if (add) { fields.add(add).querySelector("input, textarea").focus(); counts(); }
      if (use) fields.use(use);
      if (way) leave(way);
      if ("discard" in button.dataset) one("dialog").showModal();
      if (button.dataset.answer) {
        one("dialog").close();
        if (button.dataset.answer === "discard") clear();
      }
    });
    draft.watch(elsewhere, ended.signal);
    addEventListener("pagehide", keep, { signal: ended.signal });
    addEventListener("beforeunload", (event) => {
      if (!page.isConnected) return ended.abort();
      keep();
      if (pending && !keeps) event.preventDefault();
    }, { signal: ended.signal });

    document.querySelector(".csp-write__without").hidden = true;
    page.hidden = false;
    begin();
  }

  for (const page of document.querySelectorAll(".csp-write:not([data-ready])")) mount(page);
})();
