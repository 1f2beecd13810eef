// A remedial action as its box has it: what `cspsite/remedy.py` reads, by its patterns.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});

  own.remedy = (rules) => {
    const { rows: forms, days, around } = rules.remedy;
    const [pairs, alone] = [forms, days].map((patterns) => patterns.map((pattern) => own.expression(pattern)));
    const placeholder = own.expression(rules.patterns.placeholder);
    const first = (patterns, text) => patterns.map((pattern) => pattern.exec(text)).find(Boolean);
    const begin = (name) => name.slice(0, 3).toLowerCase();
    const monthOf = (word) => rules.months.findIndex((name) => name && begin(name) === begin(word));

    // The day that a text is, as 2007-01-08; empty where it is none.
    function onlyDay(text) {
      const match = first(alone, text);
      if (!match) return "";
      const [one, month, other] = match.slice(1);
      const [year, day] = one.length === 4 ? [one, other] : [other, one];
      const parts = [Number(year.length === 4 ? year : `20${year}`), /[0-9]/.test(month) ? Number(month) : monthOf(month), Number(day)];
      const made = new Date(0);
      made.setUTCFullYear(parts[0], parts[1] - 1, parts[2]);
      const isThere = parts[0] > 0 && made.getUTCMonth() === parts[1] - 1 && made.getUTCDate() === parts[2];
      return isThere ? made.toISOString().slice(0, 10) : "";
    }

    // What a row says of the two; nothing where it is of other words.
    function said(row) {
      const match = first(pairs, own.stripped(row, " \\"));
      const named = Object.entries(match ? match.groups : {}).filter(([, words]) => words !== undefined);
      return named.map(([name, words]) => {
        const kept = own.stripped(words.replaceAll("*", ""), around);
        return [name, placeholder.test(kept) ? "" : kept];
      });
    }

    return (text) => {
      const rows = text.split("\n");
      const found = new Map();
      let end = rows.length;
      for (; end; end -= 1) {
        const more = said(rows[end - 1]);
        if (more.some(([name]) => found.has(name)) || (rows[end - 1].trim() && !more.length)) break;
        for (const [name, words] of more) found.set(name, { words, row: end - 1 });
      }
      const { words: owner } = found.get("owner") || { words: "" };
      const { words: written, row } = found.get("due") || { words: "", row: 0 };
      return { words: rows.slice(0, end).join("\n").replace(/[ \\\n]+$/, ""), owner, written, due: onlyDay(written), row };
    };
  };
})();
