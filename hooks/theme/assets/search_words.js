// The search's worker: Material's own, taught that a word has forms (burglary, burglaries), that words such as "of" find
// nothing by themselves, and that a page comes first which is called what was typed, or is the glossary and explains it.
(() => {
  "use strict";
  const plain = (text) => (text.toLowerCase().replace(/&\w+;/g, " ").match(/[\p{L}\p{N}]+/gu) || []).join(" ");
  const names = new Map();
  addEventListener("message", ({ data }) => {
    for (const { location, title, text } of data.data.docs || []) {
      const explained = location.startsWith("glossary/") ? text.split(/[:;]/).filter((words) => plain(words).includes(" ")) : [];
      names.set(location, [title, ...explained].map(plain));
    }
  });
  importScripts(self.location.search.slice(1));

  const stem = (word) => lunr.stemmer(new lunr.Token(plain(word), {})).toString();
  const families = new WeakMap();
  const family = (index, word) => {
    if (!families.has(index)) {
      const made = new Map();
      for (const other of Object.keys(index.invertedIndex)) made.set(stem(other), [...(made.get(stem(other)) || []), other]);
      families.set(index, made);
    }
    return (families.get(index).get(stem(word)) || []).filter((other) => !other.startsWith(word));
  };

  lunr.Index.prototype.search = function (typed) {
    const forms = new Map();
    const found = this.query((query) => {
      new lunr.QueryParser(typed, query).parse();
      const says = ({ term }, i, all) => i === all.length - 1 || !term.endsWith("*") || lunr.stopWordFilter(term.slice(0, -1));
      query.clauses = query.clauses.filter(says);
      for (const { term, boost, fields } of [...query.clauses].filter(({ term }) => /^\p{L}{3,}\*$/u.test(term))) {
        const word = term.slice(0, -1);
        forms.set(word, family(this, word));
        for (const other of forms.get(word)) query.term(other, { boost: boost / 2, fields, usePipeline: false });
      }
    });
    const asked = plain(typed);
    for (const one of found) {
      if (names.get(one.ref)?.includes(asked)) one.score *= 10000;
      // Material takes a word for missing unless what was found begins with it
      const { metadata } = one.matchData;
      for (const [word, others] of forms) if (others.some((other) => other in metadata)) metadata[`${word} `] = {};
    }
    return found;
  };
})();
