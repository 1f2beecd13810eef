// A report as the text of its file: byte for byte what `cspsite/report_text.py` writes, by its patterns.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});

  // A pattern that Python handed over (see `script_patterns.py`).
  own.expression = ({ source, flags }, more = "") => new RegExp(source, flags + more);

  // Some of the signs at the ends of a text taken away, and no other white space.
  own.stripped = (text, signs) => {
    let first = 0;
    let last = text.length;
    while (first < last && signs.includes(text[first])) first += 1;
    while (last > first && signs.includes(text[last - 1])) last -= 1;
    return text.slice(first, last);
  };

  own.writer = (rules, plansFor) => {
    const find = (name) => own.expression(rules.patterns[name]);
    const every = (name) => own.expression(rules.patterns[name], "g");
    const [spaces, lineEnds, unseen] = ["spaces", "lineEnds", "unseen"].map(every);
    const [placeholder, underline, bare] = ["placeholder", "underline", "bare"].map(find);
    const [anchor, closing] = ["anchor", "closing"].map(every);
    const openings = rules.openings.map((opening) => own.expression(opening));
    const parts = Object.keys(rules.parts);

    const ended = (text) => text.replace(/ +$/, "");
    const plain = (typed) =>
      typed.replace(lineEnds, "\n").replace(unseen, "").replace(spaces, " ").replaceAll("<!--", "&lt;!--");
    const given = (text) => (text.split("\n").every((row) => placeholder.test(row.trim())) ? "" : text);

    // One row with a backslash before the sign that would make it more than words.
    function escaped(row, above) {
      for (const opening of above && underline.test(row) ? [underline] : openings) {
        const match = opening.exec(row);
        if (match) return `${match[1]}\\${row.slice(match[1].length)}`;
      }
      return row;
    }

    function boxText(typed) {
      const rows = given(own.stripped(plain(typed), "\n ")).split("\n").map(ended);
      return rows.map((row, i) => escaped(row, i ? rows[i - 1] : "above")).join("\n");
    }

    function lineText(typed) {
      let text = plain(typed).split(/[ \n]+/).filter(Boolean).join(" ");
      for (let before = null; text !== before;) {
        before = text;
        text = ended(text.replace(anchor, "").replace(closing, ""));
      }
      return text;
    }

    function normalIssue(issue) {
      const text = boxText(issue.text);
      const title = lineText(issue.title) || (text ? "Other issue" : "");
      return { title, recipient: lineText(issue.recipient || "") || null, text };
    }

    const normalUpdate = (update) => ({
      ...update,
      heading: lineText(update.heading) || update.action,
      ...Object.fromEntries(parts.map((part) => [part, boxText(update[part])])),
    });

    // The report with each text as its box can hold it, and without boxes that hold nothing.
    const normal = (report) => ({
      ...report,
      classification: lineText(report.classification),
      prepared_by: Object.fromEntries(
        rules.person.map((name) => [name, lineText(report.prepared_by[name] || "") || null]),
      ),
      achievements: report.achievements.map(boxText).filter(Boolean),
      barriers: report.barriers.map(boxText).filter(Boolean),
      updates: report.updates.map(normalUpdate),
      other_issues: report.other_issues.map(normalIssue).filter((issue) => issue.title),
    });

    const scalar = (text) =>
      bare.test(text) && !rules.not_bare.includes(text.toLowerCase()) ? text : JSON.stringify(text);

    function facts(report, put) {
      const named = rules.person.filter((name) => report.prepared_by[name]);
      const pairs = named.map((name) => `${name}: ${scalar(report.prepared_by[name])}`);
      put("", "---");
      put("data_to", `data_to: ${report.data_to}`);
      put("classification", `classification: ${scalar(report.classification)}`);
      put("prepared_by", `prepared_by: {${pairs.join(", ") || "name: , role: , organisation: "}}`);
      put("", "---", "");
    }

    function items(key, texts, put) {
      texts.forEach((text, i) => {
        const [first, ...rest] = text.split("\n");
        put(`${key}.${i}`, `- ${first}`, ...rest.map((row) => (row ? `  ${row}` : "")));
      });
      if (texts.length) put("", "");
    }

    // A box's words below their heading; without words the heading stands for them.
    function words(key, heading, text, put) {
      if (!text) return put(key, heading, "");
      put("", heading, "");
      put(key, ...text.split("\n"), "");
    }

    function update(row, i, put) {
      const id = row.target ? `${row.action}.${row.target}` : row.action;
      put(`updates.${i}`, `### ${row.heading} {#${id}}`, "");
      put(`updates.${i}.status`, ended(`**Status:** ${row.status || ""}`), "");
      for (const part of parts) {
        const title = part === "plans" ? `Plans for the ${plansFor}` : rules.parts[part];
        words(`updates.${i}.${part}`, `#### ${title}`, row[part], put);
      }
    }

    function issue(one, i, put) {
      put(`other_issues.${i}`, `### ${one.title}`, "");
      if (one.recipient) put(`other_issues.${i}.recipient`, `**For:** ${one.recipient}`, "");
      if (one.text) put(`other_issues.${i}.text`, ...one.text.split("\n"), "");
    }

    // The file's text, the line that each box begins on, counted from 1, and the box that each line belongs to.
    function write(report) {
      const whole = normal(report);
      const [rows, lines, keys] = [[], {}, []];
      const put = (key, ...more) => {
        if (key) lines[key] = rows.length + 1;
        for (const row of more) keys[rows.push(row) - 1] = key || keys.at(-1) || "";
      };
      facts(whole, put);
      for (const key of ["achievements", "barriers"]) {
        put(key, `## ${rules.sections[key]}`, "");
        items(key, whole[key], put);
      }
      put("updates", `## ${rules.sections.updates}`, "");
      whole.updates.forEach((row, i) => update(row, i, put));
      put("other_issues", `## ${rules.sections.other_issues}`, "");
      whole.other_issues.forEach((one, i) => issue(one, i, put));
      return { text: rows.join("\n"), report: whole, lines, keys };
    }

    return { boxText, lineText, normal, write };
  };
})();
