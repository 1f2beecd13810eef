// What a `{{ … }}` in a report quotes: the browser's side of `cspsite/tokens.py` and `cspsite/quote.py`.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});

  // The first signs of a text, none of them cut in half.
  own.begin = (text, most) => Array.from(text).slice(0, most).join("");

  // How alike two texts are, as Python's difflib has it: 2 × signs that match ÷ signs of both.
  function likeness(one, other) {
    const [a, b] = [Array.from(one), Array.from(other)];
    function matching(fromA, toA, fromB, toB) {
      let [best, startA, startB, lengths] = [0, fromA, fromB, []];
      for (let i = fromA; i < toA; i += 1) {
        const next = [];
        for (let j = fromB; j < toB; j += 1) {
          if (a[i] !== b[j]) continue;
          next[j] = (lengths[j - 1] || 0) + 1;
          if (next[j] > best) [best, startA, startB] = [next[j], i - next[j] + 1, j - next[j] + 1];
        }
        lengths = next;
      }
      if (!best) return 0;
      return best + matching(fromA, startA, fromB, startB) + matching(startA + best, toA, startB + best, toB);
    }
    return a.length + b.length ? (2 * matching(0, a.length, 0, b.length)) / (a.length + b.length) : 1;
  }

  // The known word that is most like another, or an empty text where none is.
  own.nearest = (word, known) => {
    let [best, found] = [0.55, ""];
    for (const one of known) {
      const like = likeness(one, word);
      if (like > best || (like === best && (!found || one > found))) [best, found] = [like, one];
    }
    return found;
  };

  // Why a token quotes nothing: the code of the finding, what was found, and what to do where there is better advice.
  class NotQuoted extends Error {
    constructor(code, found, advice = "") {
      super(found);
      Object.assign(this, { code, found, advice });
    }
  }

  own.tokens = (rules, tables) => {
    const find = (name) => own.expression(rules.patterns[name]);
    const [body, decimals, month, year, quarter] = ["tokenBody", "decimals", "month", "year", "quarter"].map(find);
    const every = own.expression(rules.patterns.token, "g");
    const [firstYear, endYear] = rules.years;

    // A month counted from the year 0; nothing where there is no such month.
    function counted(text) {
      const match = month.exec(text.trim());
      const known = match && match[2] >= "01" && match[2] <= "12" && match[1] >= firstYear && match[1] < endYear;
      return known ? match[1] * 12 + Number(match[2]) - 1 : null;
    }
    const written = (n) => `${String(Math.floor(n / 12)).padStart(4, "0")}-${String((n % 12) + 1).padStart(2, "0")}`;

    function financialYear(text) {
      const match = year.exec(text);
      const known = match && match[1] >= firstYear && match[1] < endYear && (Number(match[1]) + 1) % 100 === Number(match[2]);
      return known ? match[1] * 12 + rules.year_starts - 1 : null;
    }

    // The first and last month of a period in any notation; nothing where it is none.
    function months(text) {
      const part = quarter.exec(text);
      const start = financialYear(part ? part[1] : text);
      if (part) return start === null ? null : [start + 3 * (part[2] - 1), start + 3 * (part[2] - 1) + 2];
      if (start !== null) return [start, start + 11];
      if (year.test(text)) return null;
      const [first, ...more] = text.split("..");
      const [from, to] = [counted(first), more.length ? counted(more.join("..")) : counted(first)];
      return from === null || to === null || to < from ? null : [from, to];
    }

    // A period written one way only, as Python's `str` does.
    function period(text) {
      const found = months(text.trim());
      if (!found) throw new NotQuoted("token-wrong", `@ ${text}`);
      const [start, end] = found;
      if (start === end) return written(start);
      if (end - start === 11 && start % 12 === rules.year_starts - 1) {
        return `${Math.floor(start / 12)}/${String(Math.floor(end / 12) % 100).padStart(2, "0")}`;
      }
      return `${written(start)}..${written(end)}`;
    }

    function options(given, token) {
      for (const one of given) {
        const places = decimals.exec(one);
        if (rules.options.includes(one) && !token.option) token.option = one;
        else if (places && token.decimals === null) token.decimals = Number(places[1]);
        else throw new NotQuoted("token-wrong", `| ${one}`);
      }
      return token;
    }

    function parse(inside) {
      const [first, ...more] = inside.split("|").map((part) => part.trim());
      const match = body.exec(first);
      if (!match) throw new NotQuoted("token-wrong", `{{ ${first} }}`);
      const { indicator, figure, per = "" } = match.groups;
      const over = match.groups.period ? period(match.groups.period) : "";
      return options(more, { indicator, figure, period: over, per, option: "", decimals: null });
    }

    const meant = (words) => (words ? `Did you mean ${words}?` : "");
    function known(token) {
      const { indicator, figure } = token;
      const found = `${indicator}.${figure}`;
      if (!Object.hasOwn(rules.indicators, indicator)) {
        const close = own.nearest(indicator, Object.keys(rules.indicators));
        throw new NotQuoted("unknown-figure", found, meant(close && `${close}.${figure}`));
      }
      if (!Object.hasOwn(rules.names, figure)) {
        const close = own.nearest(figure, Object.keys(rules.names));
        throw new NotQuoted("unknown-figure", found, meant(close && `${indicator}.${close}`));
      }
    }

    // The target that a figure is for: the box's own, else the group's first, on the indicator or on what it is part of.
    function targetFor(indicator, id) {
      const first = rules.targets.filter((target) => target.id === id);
      return [...first, ...rules.targets].find(
        (target) => target.indicator === indicator || rules.indicators[target.indicator]?.components.includes(indicator),
      );
    }

    function measured(token, target) {
      const of = rules.names[token.figure];
      const usual = rules.indicators[token.indicator].per;
      if (of === "counts") {
        if (token.per) throw new NotQuoted("token-wrong", `${token.figure} per ${token.per}`);
        return;
      }
      const measure = of !== "rate" && target ? target.per : (target && target.per) || usual;
      if (token.per && token.per !== measure) {
        if (rules.denominators.includes(token.per)) return;
        const close = own.nearest(token.per, rules.denominators);
        throw new NotQuoted("unknown-figure", `per ${token.per}`, meant(close && `per ${close}`));
      }
      if (!measure && of === "rate") throw new NotQuoted("token-wrong", `${token.indicator}.${token.figure}`);
    }

    const key = (token) =>
      `${token.indicator}.${token.figure}${token.period && ` @ ${token.period}`}${token.per && ` per ${token.per}`}` +
      (token.decimals === null ? "" : ` | ${token.decimals}`);

    // The token and its figure, none where its value is not known here; throws what is wrong with the token.
    function quote(inside, targetId) {
      const token = parse(inside);
      known(token);
      const target = targetFor(token.indicator, targetId);
      measured(token, target);
      if (rules.names[token.figure] === "target" && target?.indicator !== token.indicator) {
        throw new NotQuoted("token-wrong", `${token.indicator}.${token.figure}`);
      }
      const figure = tables[targetId || ""]?.[key(token)] || tables[""][key(token)];
      return { token, figure, text: figure && figure.texts[1 + rules.options.indexOf(token.option)] };
    }

    // Each `{{ … }}` of a text: where it stands, and what it quotes or why it quotes nothing.
    const all = (text, targetId) =>
      [...text.matchAll(every)].map((match) => {
        const found = { start: match.index, end: match.index + match[0].length, inside: match[1] };
        try {
          return Object.assign(found, quote(match[1], targetId));
        } catch (error) {
          if (!(error instanceof NotQuoted)) throw error;
          return Object.assign(found, { wrong: error });
        }
      });

    const blanked = (text, by = "\0") => text.replace(every, (token) => (by ? token.replace(/[^\n]/g, by) : ""));

    return { all, blanked };
  };
})();
