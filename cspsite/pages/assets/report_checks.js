// What `cspsite check` says of a report, said while it is written: its rules, its patterns and its words.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});
  const RANK = { error: 0, warning: 1, notice: 2 };
  const collapsed = (text) => text.split(/\s+/).filter(Boolean).join(" ");
  const lengthOf = (text) => Array.from(text).length;
  const lines = (text, end) => text.slice(0, end).split("\n").length - 1;

  own.checker = (form, writer, tokens) => {
    const { rules } = form;
    const find = (name) => own.expression(rules.patterns[name]);
    const every = (name) => own.expression(rules.patterns[name], "g");
    const [none, otherGroup, risk, likeYear] = ["none", "otherGroup", "risk", "likeYear"].map(find);
    const [service, inOne, section, reference] = ["service", "inOne", "section", "reference"].map(find);
    const [single, percentage, double, acronym] = ["single", "percentage", "double", "acronym"].map(every);
    const wide = every("wide");
    const [mailboxes, shortForms, notPersonal] = [rules.mailboxes, rules.short_forms, rules.not_personal].map(
      (words) => new Set(words),
    );
    const counts = rules.patterns.counts && every("counts");
    const personal = Object.entries(rules.personal).map(([code, pattern]) => [code, own.expression(pattern, "g")]);
    const sentences = own.comparisons(rules);
    const remedy = own.remedy(rules);

    // The checks of one report: `note` keeps what they find, with the line that it stands on.
    function checked(written) {
      const found = new Map();
      const { report } = written;
      function note(code, line, words, advice = "") {
        const finding = { code, line, found: words, advice: advice || rules.codes[code].advice };
        found.set(JSON.stringify([code, line, words, advice]), { ...rules.codes[code], ...finding, key: written.keys[line - 1] });
      }
      // The line that a box begins on, else that of what is around it; further down by the lines of its text.
      function line(key, text = "", offset = 0) {
        let at = key;
        while (at && !(at in written.lines)) at = at.slice(0, Math.max(at.lastIndexOf("."), 0));
        return (written.lines[at] || 1) + lines(text, offset);
      }
      return { report, note, line, text: written.text, found };
    }

    function facts({ report, note, line }) {
      if (report.classification !== "OFFICIAL") note("not-official", line("classification"), report.classification);
    }

    function boxes({ report, note, line }) {
      for (const key of ["achievements", "barriers"]) {
        const [given, wanted] = [report[key], form.boxes[key]];
        if (given.length < wanted && !given.some((text) => none.test(text))) {
          note(`${key}-missing`, line(key), `${given.length} of ${wanted} ${key}`);
        }
      }
    }

    function risks({ report, note, line }) {
      if (!form.boxes.barriers || !report.barriers.every((text) => none.test(text))) return;
      report.updates.forEach((update, i) => {
        const match = risk.exec(update.progress);
        const at = match && line(`updates.${i}.progress`, update.progress, match.index);
        if (match) note("risk-not-a-barrier", at, `“${match[0]}” in the update on ${form.rows[i].name}`);
      });
    }

    function updates({ report, note, line }) {
      report.updates.forEach((update, i) => {
        const { name, has_figures } = form.rows[i];
        const at = (part) => line(`updates.${i}.${part}`);
        if (!update.status) note("status-missing", at("status"), name);
        else if (!has_figures) note("status-without-figures", at("status"), `${update.status} for ${name}, with no figure`);
        if (!update.progress) note("no-progress", at("progress"), name);
        if (!update.plans) note("no-plans", at("plans"), name);
        remedial(update, form.rows[i], at("remedial_action"), note);
      });
    }

    function remedial(update, row, at, note) {
      const [found, about] = [remedy(update.remedial_action), `${update.status} for ${row.name}`];
      const isNeeded = ["Red", "Amber"].includes(update.status);
      if (isNeeded && !found.words) note("no-remedial-action", at, about);
      if (isNeeded && found.words && !found.owner && !row.has_owner) note("remedy-without-owner", at, about);
      if (isNeeded && found.words && !found.written && !row.has_due) note("remedy-without-day", at, about);
      if (found.written && !found.due) note("remedy-day-unreadable", at + found.row, found.written);
      else if (found.due && found.due.slice(0, 7) <= form.data_to) {
        const [year, month, day] = found.due.split("-").map(Number);
        note("remedy-day-past", at + found.row, `${day} ${rules.months[month]} ${year}`);
      }
    }

    function issues({ report, note, line }) {
      report.other_issues.forEach((issue, i) => {
        if (issue.recipient === null && otherGroup.test(issue.text)) {
          note("issue-without-recipient", line(`other_issues.${i}`), issue.title);
        }
      });
    }

    // All prose of a report, in the order of the form, with the target that it is about.
    function passages(report) {
      const found = ["achievements", "barriers"].flatMap((key) =>
        report[key].map((text, i) => ({ key: `${key}.${i}`, text, target: null })),
      );
      report.updates.forEach((update, i) => {
        for (const part of Object.keys(rules.parts)) {
          found.push({ key: `updates.${i}.${part}`, text: update[part], target: update.target });
        }
      });
      report.other_issues.forEach((issue, i) => found.push({ key: `other_issues.${i}.text`, text: issue.text, target: null }));
      return found.filter((passage) => passage.text);
    }

    function quotes(read, note) {
      const empty = new Set();
      for (const one of read.all) if (one.wrong) note(one.wrong.code, read.at(one.start), one.wrong.found, one.wrong.advice);
      for (const { figure, token, start, inside } of read.all.filter((one) => one.figure)) {
        if (figure.sign !== null || empty.has(token.indicator)) continue;
        if (figure.empty) empty.add(token.indicator);
        note("figure-not-available", read.at(start), `{{ ${inside.trim()} }}: ${figure.reason}`);
      }
    }

    function typed(read, note) {
      for (const match of read.text.matchAll(percentage)) note("percentage-typed", read.at(match.index), match[0]);
      for (const match of counts ? read.text.matchAll(counts) : []) {
        if (likeYear.exec(match[0])?.index !== 0) note("count-typed", read.at(match.index), collapsed(match[0]));
      }
      const open = read.text.indexOf("{{");
      if (open >= 0) note("token-wrong", read.at(open), own.begin(read.text.slice(open), 40).split("\n")[0]);
      for (const match of read.text.matchAll(single)) note("token-wrong", read.at(match.index), own.begin(match[0], 60));
    }

    function prose(subject) {
      const { report, note, line } = subject;
      const all = passages(report);
      for (const passage of all) {
        const read = {
          ...passage,
          all: tokens.all(passage.text, passage.target),
          text: tokens.blanked(passage.text),
          at: (offset) => line(passage.key, passage.text, offset),
        };
        const size = lengthOf(tokens.blanked(passage.text, ""));
        if (form.characters && size > form.characters) {
          note("box-too-long", read.at(0), `${size.toLocaleString("en-GB")} characters`);
        }
        quotes(read, note);
        typed(read, note);
        sentences(read, note, form);
      }
      headings(subject);
      acronyms(subject, all);
    }

    // Braces where nothing is looked up.
    function headings({ report, note, line }) {
      const words = report.updates.map((update, i) => [`updates.${i}`, update.heading]);
      report.other_issues.forEach((issue, i) => {
        words.push([`other_issues.${i}`, issue.title], [`other_issues.${i}.recipient`, issue.recipient || ""]);
      });
      for (const [key, text] of words) {
        const match = [...text.matchAll(double)][0] || [...text.matchAll(single)][0];
        if (match) note("token-wrong", line(key), own.begin(match[0], 60));
      }
    }

    function acronyms({ report, note, line }, all) {
      const seen = new Set(rules.acronyms);
      const words = all.map(({ key, text }) => [key, tokens.blanked(text, "")]);
      report.other_issues.forEach((issue, i) => words.push([`other_issues.${i}`, issue.title]));
      for (const [key, text] of words) {
        for (const match of text.matchAll(acronym)) {
          if (!seen.has(match[0])) note("acronym-unknown", line(key, text, match.index), match[0]);
          seen.add(match[0]);
        }
      }
    }

    // Letters and digits of another width as everybody types them.
    const plain = (text) => text.replace(wide, (sign) => sign.normalize("NFKC"));

    // Whether words are all known, each by itself or together with those behind it.
    function areKnown(words) {
      if (!words.length) return true;
      return words.some((_, i) => mailboxes.has(words.slice(0, i + 1).join("")) && areKnown(words.slice(i + 1)));
    }

    // A shared mailbox, a service's line, a reference, a section of an Act, or listed as nobody's.
    function isPublic(code, match) {
      const found = match[0];
      if (notPersonal.has(collapsed(found.replace(/^\(+/, "")))) return true;
      if (code === "personal-email") {
        const words = own.stripped(/^[\p{L}\p{N}_.+-]+/u.exec(found)[0].toLowerCase(), ".-_+").split(/[.\-_+]+/);
        return areKnown(words);
      }
      if (code === "personal-telephone") {
        const digits = found.replace(/\D/g, "").replace(/^(00)?440?/, "0");
        const before = match.input.slice(Math.max(0, match.index - rules.before), match.index);
        return service.exec(digits)?.index === 0 || (inOne.test(found) && reference.test(before));
      }
      return code === "personal-vehicle" && shortForms.has(section.exec(found)?.[1]);
    }

    // Every personal detail of a text: the code of its finding, its line, and how it begins.
    function details(typed) {
      const text = plain(typed);
      return personal.flatMap(([code, pattern]) =>
        [...text.matchAll(pattern)]
          .filter((match) => !isPublic(code, match))
          .map((match) => [code, lines(text, match.index) + 1, `${own.begin(match[0], 3)}…`]),
      );
    }
    const privacy = ({ text, note }) => details(text).forEach((detail) => note(...detail));

    // Whether the figures suggest another status; said of a report that has no error only.
    function evidence({ report, note, line, found }) {
      if ([...found.values()].some((finding) => finding.severity === "error")) return;
      report.updates.forEach((update, i) => {
        const { name, suggested } = form.rows[i];
        const differs = update.status && suggested && update.status !== suggested;
        if (differs) note("status-differs", line(`updates.${i}.status`), `${update.status} for ${name}`);
      });
    }

    // Every finding of a report, by line; a warning at the very line of a personal detail is left out.
    function check(report) {
      const written = writer.write(report);
      const subject = checked(written);
      privacy(subject);
      const spoilt = new Set([...subject.found.values()].map((finding) => finding.line));
      for (const rule of [facts, boxes, risks, updates, issues, prose, evidence]) rule(subject);
      const kept = [...subject.found.values()].filter((one) => one.severity === "error" || !spoilt.has(one.line));
      const order = (one, other) => (one < other ? -1 : Number(one > other));
      const findings = kept.sort(
        (a, b) => a.line - b.line || RANK[a.severity] - RANK[b.severity] || order(a.code, b.code) || order(a.found, b.found),
      );
      return { ...written, findings };
    }

    return { check, details };
  };
})();
