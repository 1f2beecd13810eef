// The form for a group's next update: what its boxes and buttons do.
(() => {
  "use strict";
  const own = window.cspsite;
  const element = own.element;
  const WAIT = { checks: 250, tally: 1500 };

  function mount(page) {
    const form = JSON.parse(page.dataset.form);
    page.dataset.ready = "";
    const one = (css) => page.querySelector(css);
    const announcer = element("p", { class: "csp-unseen", role: "status", "aria-live": "polite" });
    page.append(announcer);

    const writer = own.writer(form.rules, form.plans_for);
    const tokens = own.tokens(form.rules, form.figures);
    const checker = own.checker(form, writer, tokens);
    const preview = own.preview(form, tokens);
    const send = own.send(form, one(".csp-write__steps"));
    const fields = own.fields(form, page, (words) => { announcer.textContent = words; });
    const findings = own.findings(form, page, fields, checker.details);
    const timers = {};
    const touched = new Set(); // the fields that were left, or hold something
    let everything = false; // whether all findings are shown, as after a try to send

    function later(name, act) {
      clearTimeout(timers[name]);
      timers[name] = setTimeout(act, WAIT[name]);
    }

    // Look at everything that is written, and show what is found; returns the file's text and what must be put right.
    function check() {
      const report = fields.report(writer);
      const made = checker.check(report.typed);
      const placed = findings.placed(made.findings, report);
      const words = findings.show(placed, (name) => everything || touched.has(name));
      later("tally", () => { one(".csp-write__tally").textContent = words; });
      count();
      if (one(".csp-write__preview").open) one(".csp-write__shown").replaceChildren(preview(made.report));
      return { text: made.text, errors: placed.filter(findings.isError) };
    }

    // How many characters each box has left, where the form sets a limit.
    function count() {
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

    const keeping = own.keeping(form, page, fields, (names) => {
      if (!names.length) {
        everything = false;
        touched.clear();
        findings.settled();
      }
      for (const name of names) touched.add(fields.present(name));
      check();
    });

    async function leave(way) {
      keeping.keep();
      everything = true;
      const { text, errors } = check();
      findings.settled();
      one(".csp-write__steps").hidden = true;
      if (way === "propose") return errors.length ? findings.problem(errors) : send.propose(text);
      const said = await send[way](text);
      const also = errors.length ? ` ${findings.things(errors.length)} must be put right first: see what the checks say.` : "";
      one(".csp-write__sent").textContent = said ? `${said}${also}` : "";
    }

    function add(list) {
      fields.add(list).querySelector("input, textarea").focus();
      count();
    }

    function answer(word) {
      one("dialog").close();
      if (word === "discard") keeping.clear();
    }

    page.addEventListener("submit", (event) => event.preventDefault());
    page.addEventListener("input", ({ target }) => {
      if (!target.name) return;
      if (target.type === "radio") touched.add(target.name);
      keeping.written();
      later("checks", check);
    });
    page.addEventListener("focusout", ({ target: { name, value, type } }) => {
      if (!name || (type === "radio" && !value)) return;
      touched.add(name);
      later("checks", check);
    });
    page.addEventListener("focusin", ({ target }) => {
      if (target.tagName !== "TEXTAREA") return;
      for (const before of target.closest("[data-insert]")?.querySelectorAll("[data-last-used]") || []) delete before.dataset.lastUsed;
      target.dataset.lastUsed = "";
    });
    page.addEventListener("toggle", ({ target }) => {
      if (target.matches(".csp-ask__figures")) fields.figures(target);
      if (target.matches(".csp-write__preview") && target.open) check();
    }, true);
    page.addEventListener("click", ({ target }) => {
      const { dataset } = target.closest("button") || {};
      if (!dataset) return;
      if (dataset.add) add(dataset.add);
      if (dataset.use) fields.use(dataset.use);
      if (dataset.send) leave(dataset.send);
      if (dataset.answer) answer(dataset.answer);
      if ("discard" in dataset) one("dialog").showModal();
    });

    document.querySelector(".csp-write__without").hidden = true;
    page.hidden = false;
    keeping.begin();
  }

  for (const page of document.querySelectorAll(".csp-write:not([data-ready])")) mount(page);
})();
