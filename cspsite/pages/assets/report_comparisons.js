// What the figures of one box leave open, or say against each other or the words around them: the browser's side of
// `cspsite/check/directions.py` and `cspsite/check/comparisons.py`.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});
  const lengthOf = (text) => Array.from(text).length;
  const grouped = (all, by) => all.reduce((map, one) => map.set(by(one), [...(map.get(by(one)) || []), one]), new Map());
  const same = (one, other) => Boolean(one && other) && one.start === other.start && one.end === other.end;

  own.comparisons = (rules) => {
    const every = (name) => own.expression(rules.patterns[name], "g");
    const [direction, noDirection, sentence, since] = ["direction", "noDirection", "sentence", "since"].map(every);

    // The direction word nearest to a figure within its sentence.
    function nearestWord(text, one) {
      const ends = [...text.matchAll(sentence)].map((match) => match.index + match[0].length);
      const first = Math.max(0, ...ends.filter((end) => end <= one.start));
      const last = Math.min(text.length, ...ends.filter((end) => end > one.end));
      let [least, word] = [rules.near + 1, null];
      for (const match of text.slice(0, last).matchAll(direction)) {
        if (match.index < first) continue;
        const end = match.index + match[0].length;
        const between = end <= one.start ? text.slice(end, one.start) : text.slice(one.end, match.index);
        const distance = lengthOf(between);
        if (distance < least) [least, word] = [distance, match];
      }
      return word;
    }

    function directions(read, note) {
      const unsigned = read.all.filter(({ figure, token }) => figure && ["number", "unsigned"].includes(token.option));
      const text = read.text.replace(noDirection, (match) => match.replace(/[^\n]/g, "_"));
      for (const one of unsigned) {
        const { unit, sign, shown } = one.figure;
        if (!sign || !["percent", "difference"].includes(unit)) continue;
        const word = nearestWord(text, one);
        const rises = word && word.groups.rise !== undefined;
        if (word && rises !== sign > 0) note("figure-contradicts-words", read.at(one.start), `${shown} beside “${word[0]}”`);
      }
    }

    function old(read, note, form) {
      for (const [indicator, all] of grouped(read.all, (one) => one.token.indicator)) {
        const newest = all.map((one) => one.figure.asked).reduce((best, one) => (one.end > best.end ? one : best));
        const age = form.month - newest.end;
        if (age <= rules.fresh) continue;
        note("figure-old", read.at(0), `${indicator} for ${newest.words}, ${age} months before ${form.month_words}`);
      }
    }

    function disagree(read, note) {
      for (const [indicator, all] of grouped(read.all, (one) => one.token.indicator)) {
        const shown = all.map((one) => one.figure).filter((figure) => figure.unit === "percent" && figure.sign);
        const [up, down] = [1, -1].map((sign) => shown.find((figure) => figure.sign === sign));
        if (!up || !down) continue;
        note("figures-disagree", read.at(0), `${indicator}: ${up.name} ${up.shown}, ${down.name} ${down.shown}`);
      }
    }

    function otherMeasure(read, note) {
      const target = rules.targets.find((one) => one.id === read.target);
      if (!target || !target.per) return;
      const all = read.all.filter((one) => one.token.indicator === target.indicator).map((one) => one.figure.per);
      const used = [...new Set(all.filter(Boolean))].sort();
      if (used.length && !used.includes(target.per)) {
        note("other-measure", read.at(0), `${target.indicator} per ${used.join(", ")}`);
      }
    }

    function isBare({ figure }, all) {
      if (figure.unit !== "percent" || figure.sign === null) return false;
      const units = figure.name.startsWith("rate") ? ["rate"] : ["count", "difference"];
      return !all.some(({ figure: other }) => {
        if (!units.includes(other.unit)) return false;
        if (!figure.against) return !other.against || other.unit === "difference";
        return same(figure.against, other.against) || (other.unit !== "difference" && same(figure.against, other.period));
      });
    }

    function withoutBase(read, note) {
      for (const [indicator, all] of grouped(read.all, (one) => one.token.indicator)) {
        const bare = all.filter((one) => isBare(one, all));
        for (const [name, [first]] of grouped(bare, (one) => one.token.figure)) {
          note("base-not-quoted", read.at(first.start), `${name} of ${indicator}`);
        }
      }
    }

    function otherPeriod(read, note) {
      const begins = read.all.map((one) => one.figure.period.start);
      const words = (n) => `${rules.months[(n % 12) + 1]} ${Math.floor(n / 12)}`;
      for (const match of begins.length ? read.text.matchAll(since) : []) {
        const month = rules.months.findIndex((name) => name.toLowerCase() === match[1].toLowerCase());
        const meant = (n) => (n % 12) + 1 === month && (!match[2] || Number(match[2]) === Math.floor(n / 12));
        if (begins.some(meant)) continue;
        const said = match[0].split(/\s+/).join(" ");
        const listed = [...new Set(begins)].map(words).join(", ");
        note("period-differs", read.at(match.index), `${said}, with figures from ${listed}`);
      }
    }

    function decimals(read, note) {
      const places = read.all.map((one) => one.figure).filter((figure) => figure.unit === "percent").map((one) => one.decimals);
      if (new Set(places).size > 1) note("decimals-mixed", read.at(0), `${places.join(", ")} decimals`);
    }

    // Every rule on a box's figures; most need the values of all of them.
    return (read, note, form) => {
      directions(read, note);
      if (!read.all.length || !read.all.every((one) => one.figure) || read.text.includes("{{")) return;
      for (const rule of [old, disagree, otherMeasure, withoutBase, otherPeriod, decimals]) rule(read, note, form);
    };
  };
})();
