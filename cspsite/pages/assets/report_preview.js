// A report as it will read, made of text and a few elements; nothing that is typed is ever taken for HTML.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});
  const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"' };
  // An escape, an entity, a figure, code, a link, bold, italic.
  const INLINE = new RegExp(
    [
      "\\\\([!-/:-@[-`{-~])|&(lt|gt|amp|quot);|\\{\\{(.*?)\\}\\}|(`+)([^`]+?)\\4|\\[([^\\]]+)\\]\\(([^()\\s]+)\\)",
      "(\\*\\*|__)(?=\\S)(.+?)\\8|(?<![\\p{L}\\p{N}])([*_])(?=\\S)(.+?)\\10(?![\\p{L}\\p{N}])",
    ].join("|"),
    "su",
  );
  const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)]) +/;

  // An element with what stands in it: texts and other elements.
  own.element = (name, attributes, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const element = own.element;

  own.preview = (form, tokens) => {
    const remedy = own.remedy(form.rules);

    function figure(inside, target) {
      const [{ text, figure: known, wrong }] = tokens.all(`{{${inside}}}`, target);
      if (wrong) return element("mark", {}, `{{${inside}}}`);
      if (!known) return element("strong", { title: "Worked out when the report is published" }, `{{${inside}}}`);
      return element("strong", { title: known.title }, text);
    }

    const isSafe = (address) => /^(https?:\/\/|mailto:)/i.test(address);

    // Words within a paragraph; `match` says what comes next, and the rest is looked at again.
    function inline(text, target) {
      const found = [];
      for (let rest = text; rest;) {
        const match = INLINE.exec(rest);
        if (!match) return [...found, rest];
        const [all, escaped, entity, token, , code, label, address, , bold, , italic] = match;
        found.push(rest.slice(0, match.index));
        rest = rest.slice(match.index + all.length);
        if (escaped) found.push(escaped);
        else if (entity) found.push(ENTITIES[entity]);
        else if (token !== undefined) found.push(figure(token, target));
        else if (code) found.push(element("code", {}, code));
        else if (label) found.push(isSafe(address) ? element("a", { href: address, rel: "noopener" }, ...inline(label, target)) : all);
        else if (bold) found.push(element("strong", {}, ...inline(bold, target)));
        else if (italic) found.push(element("em", {}, ...inline(italic, target)));
        else found.push(all);
      }
      return found;
    }

    // The rows of a list's item, without what marks it, and where the next row after it is.
    function item(rows, from) {
      const width = ITEM.exec(rows[from])[0].length;
      const own = [rows[from].slice(width)];
      let next = from + 1;
      for (; next < rows.length; next += 1) {
        const goesOn = rows[next].startsWith(" ".repeat(Math.min(width, 2))) || (!rows[next] && /^ {2}/.test(rows[next + 1] || ""));
        if (!goesOn && (!rows[next] || ITEM.test(rows[next]))) break;
        own.push(rows[next].replace(new RegExp(`^ {0,${width}}`), ""));
      }
      return [own, next];
    }

    function list(rows, from, target) {
      const made = element(/\d/.test(ITEM.exec(rows[from])[2]) ? "ol" : "ul", {});
      let next = from;
      while (next < rows.length && ITEM.test(rows[next])) {
        const [inside, after] = item(rows, next);
        made.append(element("li", {}, ...blocks(inside.join("\n"), target)));
        next = after;
        while (next < rows.length && !rows[next]) next += 1;
      }
      return [made, next];
    }

    function blocks(text, target) {
      const rows = text.split("\n");
      const found = [];
      for (let i = 0; i < rows.length;) {
        if (!rows[i]) { i += 1; continue; }
        if (ITEM.test(rows[i])) {
          const [made, next] = list(rows, i, target);
          found.push(made);
          i = next;
          continue;
        }
        let end = i + 1;
        while (end < rows.length && rows[end] && !ITEM.test(rows[end])) end += 1;
        found.push(element("p", {}, ...inline(rows.slice(i, end).join("\n"), target)));
        i = end;
      }
      return found;
    }

    const none = () => element("p", { class: "csp-none" }, "None given");
    const words = (text, target) => (text ? blocks(text, target) : [none()]);

    // A remedial action, with who does it and by when below.
    function remedial(text, target) {
      const { words: done, owner, written } = remedy(text);
      const facts = [["Owner", owner], ["Due", written]].filter(([, said]) => said);
      const list = facts.flatMap(([name, said]) => [element("dt", {}, name), " ", element("dd", {}, ...inline(said, target))]);
      return facts.length ? [...words(done, target), element("dl", { class: "csp-remedy" }, ...list)] : words(done, target);
    }

    function update(one, i) {
      const { status } = one;
      const shown = document.querySelector(`label[for="updates-${i}-status-${status ? status.toLowerCase() : "none"}"] .csp-status`);
      const made = element("section", { class: `csp-update csp-update--${status ? status.toLowerCase() : "not-reported"}` });
      made.append(element("h4", {}, ...inline(one.heading, one.target)), element("p", {}, shown ? shown.cloneNode(true) : status || ""));
      for (const [part, title] of Object.entries(form.rules.parts)) {
        if (part === "remedial_action" && !one[part] && !["Red", "Amber"].includes(status)) continue;
        const heading = part === "plans" ? `Plans for the ${form.plans_for}` : title;
        made.append(element("h5", {}, heading), ...(part === "remedial_action" ? remedial : words)(one[part], one.target));
      }
      return made;
    }

    // The whole report, in the order of the form.
    return (report) => {
      const made = document.createDocumentFragment();
      const by = form.rules.published.map((name) => report.prepared_by[name]).filter(Boolean).join(", ");
      made.append(element("p", {}, `Completed by: ${by || "Not given"}`));
      for (const key of ["achievements", "barriers"]) {
        const items = report[key].map((text) => element("li", {}, ...blocks(text, null)));
        made.append(element("h3", {}, form.rules.sections[key]), items.length ? element("ul", {}, ...items) : none());
      }
      made.append(element("h3", {}, form.rules.sections.updates), ...report.updates.map(update));
      made.append(element("h3", {}, form.rules.sections.other_issues));
      for (const issue of report.other_issues) {
        made.append(element("h4", {}, issue.title));
        if (issue.recipient) made.append(element("p", {}, element("strong", {}, "For:"), ` ${issue.recipient}`));
        made.append(...words(issue.text, null));
      }
      if (!report.other_issues.length) made.append(none());
      return made;
    };
  };
})();
