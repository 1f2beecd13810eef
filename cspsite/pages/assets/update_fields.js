// The fields of the update form: their values by name, boxes that are added, words and figures put into them.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});
  const element = own.element;

  own.fields = (form, page, announce) => {
    const named = (name) => [...page.elements].filter((one) => one.name === name);
    const idOf = (name) => name.replaceAll(".", "-");
    const numbers = (list) =>
      [...page.querySelectorAll(`[data-list="${list}"] [data-box]`)].map((box) => Number(box.dataset.box.split(".")[1]));

    function value(name) {
      const [first, ...more] = named(name);
      if (!first) return "";
      return first.type === "radio" ? ([first, ...more].find((one) => one.checked)?.value ?? "") : first.value;
    }

    // Whether there is such a field to put a value into.
    function put(name, text) {
      const [first, ...more] = named(name);
      if (!first) return false;
      if (first.type !== "radio") first.value = text;
      else {
        const wanted = [first, ...more].find((one) => one.value === text);
        if (!wanted) return false;
        wanted.checked = true;
      }
      return true;
    }

    // Another box at the end of a list: a copy of the last, empty and without last time's words.
    function add(list) {
      const boxes = page.querySelectorAll(`[data-list="${list}"] [data-box]`);
      const last = boxes[boxes.length - 1];
      const [from, to] = [`${list}.${boxes.length - 1}`, `${list}.${boxes.length}`];
      const made = last.cloneNode(true);
      for (const one of made.querySelectorAll(".csp-ask__last, .csp-ask__remove")) one.remove();
      for (const one of [made, ...made.querySelectorAll("*")]) {
        for (const { name, value: old } of [...one.attributes]) {
          if (/^(id|for|aria-describedby|name|data-)/.test(name)) {
            one.setAttribute(name, old.replaceAll(from, to).replaceAll(idOf(from), idOf(to)));
          }
        }
        if (one.matches(".csp-ask__found")) one.replaceChildren();
        if (one.matches("input, textarea")) { one.value = ""; one.removeAttribute("aria-invalid"); }
      }
      for (const label of made.matches("fieldset") ? made.querySelectorAll("legend") : made.querySelectorAll("label")) {
        label.textContent = label.textContent.replace(/\d+$/, boxes.length + 1);
      }
      last.after(made);
      return made;
    }

    // Every value by a name that stays the same when actions come and go.
    const lasting = (name) =>
      name.replace(/^updates\.(\d+)/, (_, i) => `updates ${form.rows[i].action} ${form.rows[i].target ?? ""}`);

    function values() {
      const names = new Set([...page.elements].map((one) => one.name).filter(Boolean));
      return Object.fromEntries([...names].map((name) => [lasting(name), value(name)]));
    }

    // The field that has a lasting name, or that name where there is none.
    function present(kept) {
      const [, key, part] = /^updates (\S+ \S*)\.(\w+)$/.exec(kept) || [];
      const i = form.rows.findIndex((row) => key === `${row.action} ${row.target ?? ""}`);
      return i < 0 ? kept : `updates.${i}.${part}`;
    }

    // Put a draft's values back; returns those that have no field any more, so that they are not lost.
    function restore(kept) {
      const strays = {};
      for (const [name, text] of Object.entries(kept)) {
        const [list, number] = name.split(".");
        if (["achievements", "barriers", "other_issues"].includes(list) && /^\d{1,2}$/.test(number)) {
          while (!numbers(list).includes(Number(number))) add(list);
        }
        const fits = put(present(name), String(text));
        if (!fits && text && !name.endsWith(".status")) strays[name] = String(text);
      }
      return strays;
    }

    // The report as it is typed, and which box each of its items stands in.
    function report(writer) {
      const list = (key) => numbers(key).map((n) => value(`${key}.${n}`));
      const issue = (n) => Object.fromEntries(["title", "recipient", "text"].map((part) => [part, value(`other_issues.${n}.${part}`)]));
      const updates = form.rows.map(({ action, target, heading }, i) => ({
        action,
        target,
        heading,
        status: value(`updates.${i}.status`) || null,
        ...Object.fromEntries(Object.keys(form.rules.parts).map((part) => [part, value(`updates.${i}.${part}`)])),
      }));
      const issues = numbers("other_issues").map(issue);
      const kept = (all, has) => all.map((one, i) => (has(one) ? i : -1)).filter((i) => i >= 0);
      return {
        typed: {
          data_to: form.data_to,
          classification: value("classification"),
          prepared_by: Object.fromEntries(form.rules.person.map((name) => [name, value(`prepared_by.${name}`)])),
          achievements: list("achievements"),
          barriers: list("barriers"),
          updates,
          other_issues: issues,
        },
        boxes: {
          achievements: kept(list("achievements"), writer.boxText),
          barriers: kept(list("barriers"), writer.boxText),
          other_issues: kept(issues, (one) => writer.lineText(one.title) || writer.boxText(one.text)),
        },
      };
    }

    function changed(field) {
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }

    // Last time's words into a box, below what stands there already.
    function use(name) {
      const names = Object.keys(form.last).filter((one) => one === name || one.startsWith(`${name}.`));
      for (const one of names) {
        const [field] = named(one);
        const apart = field.tagName === "TEXTAREA" ? "\n\n" : " ";
        const stands = field.value.includes(form.last[one]);
        if (!stands) field.value = field.value.trim() ? `${field.value.trimEnd()}${apart}${form.last[one]}` : form.last[one];
        changed(field);
      }
      named(names[0] || "")[0]?.focus();
      announce("Last time's words are in the box.");
    }

    // A figure's code at the cursor of the box that was last in use in this part of the form.
    function insert(button, code, reads) {
      const part = button.closest("[data-insert]");
      const box = part.querySelector("[data-last-used]") || part.querySelector("textarea");
      const [start, end] = [box.selectionStart, box.selectionEnd];
      const before = box.value.slice(0, start);
      const space = before && !/[\s(“"'‘]$/.test(before) ? " " : "";
      box.setRangeText(space + code, start, end, "end");
      changed(box);
      box.focus();
      announce(`Inserted. It reads: ${reads}`);
    }

    function offer(key, figure, list) {
      const [plain, words] = figure.texts;
      const buttons = [[plain, `{{ ${key} }}`], ...(words !== plain ? [[words, `{{ ${key} | words }}`]] : [])];
      const made = buttons.map(([text, code]) => {
        const button = element("button", { type: "button", class: "csp-insert" }, element("span", { class: "csp-unseen" }, "Insert "), text);
        button.addEventListener("click", () => insert(button, code, text));
        return button;
      });
      const title = element("span", { class: "csp-insert__title" }, figure.title);
      list.append(element("li", {}, title, ...made, ...(figure.reason ? [element("span", { class: "csp-ask__hint" }, figure.reason)] : [])));
    }

    // The figures of one part of the form, made when they are first asked for.
    function figures(details) {
      const place = details.querySelector(".csp-ask__list");
      if (place.childElementCount) return;
      const target = form.rules.targets.find((one) => one.id === details.dataset.figures);
      const table = { ...form.figures[""], ...(target ? form.figures[target.id] : {}) };
      const whole = target && form.rules.indicators[target.indicator];
      const wanted = whole ? [target.indicator, ...whole.components] : Object.keys(form.indicators);
      const usual = (key) => Object.hasOwn(form.rules.names, key.slice(key.indexOf(".") + 1));
      place.append(element("p", { class: "csp-ask__hint" }, "Select a figure to put it where you last wrote. The report shows what the counts say then."));
      for (const id of wanted.filter((one) => Object.hasOwn(form.indicators, one))) {
        const all = Object.entries(table).filter(([key]) => key.startsWith(`${id}.`) && usual(key));
        const [known, absent] = [true, false].map((is) => all.filter(([, figure]) => (figure.sign !== null) === is));
        const list = element("ul", { class: "csp-insert__list" });
        for (const [key, figure] of known) offer(key, figure, list);
        place.append(element("p", { class: "csp-insert__name" }, form.indicators[id]), list);
        if (!absent.length) continue;
        const later = element("ul", { class: "csp-insert__list" });
        for (const [key, figure] of absent) offer(key, figure, later);
        place.append(element("details", {}, element("summary", {}, `${absent.length} that cannot be given yet`), later));
      }
    }

    return { named, add, values, present, restore, report, use, figures };
  };
})();
