// The draft of an update in this browser's own memory: by group and meeting, so that nothing is lost on a reload.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});
  const FIRST = "cspsite-update";

  // The draft of one form. A host may serve several sites, so the page's address is in its name; but not the meeting
  // that stands in the address of a later form, which moves to the first form's when that one is reported to.
  // `elsewhere` are the meetings with forms of their own.
  own.draft = ({ group, meeting, elsewhere }) => {
    const address = location.pathname.replace(/(\/update\/)\d{4}-\d{2}-\d{2}\//, "$1");
    const before = `${FIRST} ${address} ${group} `;
    const key = before + meeting;

    // What a name holds; nothing where the browser keeps nothing, or what it keeps is no draft.
    function read(name) {
      try {
        const found = JSON.parse(localStorage.getItem(name));
        return found && typeof found.values === "object" && found.values ? found : null;
      } catch {
        return null;
      }
    }

    // Whether it could be kept: a private window or a full memory may refuse.
    function save(values) {
      try {
        localStorage.setItem(key, JSON.stringify({ saved: new Date().toISOString(), values }));
        return true;
      } catch {
        return false;
      }
    }

    function discard(name = key) {
      try {
        localStorage.removeItem(name);
      } catch {
        // nothing was kept
      }
    }

    // Drafts of the same group for other meetings: a meeting's date may have been corrected since.
    function others() {
      try {
        const theirs = [meeting, ...elsewhere].map((one) => before + one);
        const names = Object.keys(localStorage).filter((name) => name.startsWith(before) && !theirs.includes(name));
        return names.map((name) => ({ name, meeting: name.slice(before.length), draft: read(name) })).filter((one) => one.draft);
      } catch {
        return [];
      }
    }

    // Calls back when another tab has kept or discarded the draft.
    function watch(changed, signal) {
      addEventListener("storage", (event) => { if (event.key === key || event.key === null) changed(read(key)); }, { signal });
    }

    return { read: () => read(key), readOther: read, save, discard, others, watch };
  };
})();
