// What the checks find, shown beside the boxes of the update form and in one list that leads to them.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});
  const element = own.element;
  const isError = (finding) => finding.severity === "error";
  const things = (n) => `${n} thing${n === 1 ? "" : "s"}`;
  const sentence = ({ found, advice }) => `${found}${/[.!?…]$/.test(found) ? "" : "."} ${advice}`;

  // How many there are, in a sentence.
  function summary(errors, rest) {
    if (!errors && !rest) return "The checks find nothing to put right.";
    if (!errors) return `Nothing must be put right; ${things(rest)} would be good to.`;
    return `${things(errors)} must be put right${rest ? `; ${rest} would be good to` : ""}.`;
  }

  own.findings = (form, page, fields, details) => {
    // The field that a finding is about, by the box that its words stand in.
    function fieldOf(key, boxes, typed) {
      const [list, number, part] = key.split(".");
      if (list === "prepared_by") {
        const name = form.rules.person.find((known) => details(typed.prepared_by[known]).length);
        return `prepared_by.${name || form.rules.person[0]}`;
      }
      if (list === "updates") return number === undefined ? "" : `${list}.${number}.${part || "status"}`;
      if (number === undefined) return list;
      const box = `${list}.${boxes[list][number]}`;
      return list === "other_issues" ? `${box}.${part || "title"}` : box;
    }

    const placed = (findings, { typed, boxes }) =>
      findings.map((finding) => ({ ...finding, field: fieldOf(finding.key || "", boxes, typed) }));

    // Where a finding stands, in the form's words: the box, and the action where the finding does not name it.
    function where({ field, found }) {
      const row = rowOf(field);
      const name = row && !found.includes(row.name) ? row.name : "";
      return [boxOf(field), name].filter(Boolean).join(", ");
    }

    const rowOf = (field) => form.rows[/^updates\.(\d+)\./.exec(field)?.[1]];

    function boxOf(field) {
      const [first] = fields.named(field);
      const box = first?.type === "radio" ? first.closest("fieldset").querySelector("legend") : first?.labels[0];
      return box?.textContent.trim();
    }

    function link(finding) {
      const to = fields.named(finding.field)[0] || fields.named(`${finding.field}.0`)[0];
      if (!to) return element("strong", {}, finding.title);
      // read by itself, as in a list of links, it says where it leads
      const place = [boxOf(finding.field), rowOf(finding.field)?.name].filter(Boolean).join(", ");
      const made = element("a", { href: `#${to.id}` }, finding.title, element("span", { class: "csp-unseen" }, ` at ${place}`));
      made.addEventListener("click", (event) => {
        event.preventDefault();
        to.focus();
        to.scrollIntoView({ block: "center" });
      });
      return made;
    }

    function item(finding) {
      const place = where(finding);
      return element("li", {}, link(finding), place ? ` (${place})` : "", `: ${sentence(finding)}`);
    }

    // A finding as it stands beside its box, where the action need not be named again.
    function note(finding, row) {
      const known = row && finding.found.includes(row.name) && !finding.code.startsWith("risk");
      const kind = isError(finding) ? "Must be put right: " : "Would be good to put right: ";
      return element(
        "li",
        { class: `csp-finding csp-finding--${finding.severity}` },
        element("span", { class: "csp-unseen" }, kind),
        element("strong", {}, `${finding.title}${known ? "." : ":"}`),
        ` ${known ? finding.advice : sentence(finding)}`,
      );
    }

    // What is found in one field, where `isShown` says so; what must be put right always.
    function beside(list, findings, isShown) {
      const name = list.dataset.found;
      const row = form.rows[/^updates\.(\d+)\./.exec(name)?.[1]];
      const here = findings.filter((finding) => finding.field === name);
      const shown = here.filter((finding) => isShown(name) || isError(finding));
      list.replaceChildren(...shown.map((finding) => note(finding, row)));
      for (const field of fields.named(name)) {
        if (shown.some(isError)) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      }
    }

    // A list anew, where it is another; a link of it that has the keyboard's focus keeps it.
    function replace(list, parts) {
      const made = element("div", {}, ...parts);
      if (made.innerHTML === list.innerHTML) return;
      const held = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      list.replaceChildren(...made.childNodes);
      if (held) (list.querySelector(`a[href="${held}"]`) || list.querySelector("a") || page.querySelector("#checks")).focus();
    }

    // Every finding beside its box and in the list; returns how many there are, in a sentence.
    function show(findings, isShown) {
      for (const list of page.querySelectorAll("[data-found]")) beside(list, findings, isShown);
      const [errors, rest] = [findings.filter(isError), findings.filter((finding) => !isError(finding))];
      const parts = [["Must be put right", errors], ["Would be good to put right", rest]].filter(([, all]) => all.length);
      replace(page.querySelector(".csp-write__findings"), parts.flatMap(([title, all]) => [element("h3", {}, title), element("ul", {}, ...all.map(item))]));
      page.querySelector(".csp-write__count").textContent = `${errors.length} must, ${rest.length} could be put right`;
      return summary(errors.length, rest.length);
    }

    // The summary of what holds a report back, with the focus on it.
    function problem(findings) {
      const place = page.querySelector(".csp-write__problem");
      place.replaceChildren(
        element("h2", {}, "There is a problem"),
        element("p", {}, "Put these right before you send the report, as anybody can read what is proposed:"),
        element("ul", {}, ...findings.map(item)),
      );
      place.focus();
      place.scrollIntoView({ block: "start" });
    }

    const settled = () => page.querySelector(".csp-write__problem").replaceChildren();

    return { placed, show, problem, settled, isError, things };
  };
})();
