// The draft as the update form keeps it: saved while one writes, brought back, discarded, and not lost between two tabs.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});
  const element = own.element;
  const WAIT = 500;
  const time = (iso) => new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const day = (iso) => new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

  // `changed` is called with the names that hold something whenever other words than those just typed are in the boxes.
  own.keeping = (form, page, fields, changed) => {
    const saved = page.querySelector(".csp-write__saved");
    const notices = page.querySelector(".csp-write__notices");
    const draft = own.draft(form);
    const ended = new AbortController();
    let timer = 0;
    let strays = {}; // words of the draft that have no box any more, kept with it
    let pending = false; // whether something is written that is not kept yet
    let paused = false; // whether another tab has kept another draft
    let keeps = true; // whether the browser keeps drafts at all

    function say(words, isBad = false) {
      saved.textContent = words;
      saved.classList.toggle("csp-write__saved--not", isBad);
    }

    function keep() {
      clearTimeout(timer);
      if (!pending || paused) return;
      keeps = draft.save({ ...strays, ...fields.values() });
      pending = !keeps;
      if (keeps) say(`Draft saved in this browser at ${time(new Date().toISOString())}`);
      else say("This browser keeps no draft: download the file before you leave", true);
    }

    // Something was written: it is kept in a moment.
    function written() {
      pending = true;
      clearTimeout(timer);
      timer = setTimeout(keep, WAIT);
    }

    function notice(words, ...buttons) {
      const made = element("div", { class: "csp-write__notice", role: "alert" }, element("p", {}, words));
      for (const [title, act] of buttons) {
        const button = element("button", { type: "button", class: "csp-button csp-button--second" }, title);
        button.addEventListener("click", () => { made.remove(); act(); });
        made.append(button, " ");
      }
      notices.append(made);
      return made;
    }

    function restore(kept) {
      page.reset();
      strays = fields.restore(kept.values);
      const words = Object.values(strays);
      if (words.length) {
        const box = element("textarea", { readonly: "", rows: "6", "aria-label": "Words of your draft that have no box any more" });
        box.value = words.join("\n\n");
        notice("The form has changed since you wrote. These words of your draft have no box any more; copy what you need:").append(box);
      }
      say(`Draft of ${day(kept.saved)}, ${time(kept.saved)}`);
      changed(Object.keys(kept.values).filter((name) => kept.values[name]));
    }

    // The form as it was before anybody wrote in it.
    function clear() {
      clearTimeout(timer);
      draft.discard();
      pending = paused = false;
      strays = {};
      page.reset();
      notices.replaceChildren();
      say("Draft discarded");
      changed([]);
    }

    function theirs(kept) {
      paused = pending = false;
      if (kept) restore(kept);
      else clear();
    }

    function mine() {
      paused = false;
      pending = true;
      keep();
    }

    // Another tab has kept or discarded the draft: nothing is saved here until somebody chooses.
    function elsewhere(kept) {
      if (!page.isConnected) return ended.abort();
      if (paused) return;
      paused = true;
      say("Not saved: this update is open in another tab", true);
      notice(
        `This draft has been ${kept ? "changed" : "discarded"} in another tab. What you write here is not saved until you choose.`,
        [kept ? "Show the other tab's draft" : "Discard it here too", () => theirs(draft.read())],
        ["Keep this one", mine],
      );
    }

    function adopt(other) {
      restore(other.draft);
      mine();
      draft.discard(other.name);
    }

    // Bring back what was written before, or offer what was written for a meeting whose date was corrected since.
    function begin() {
      const kept = draft.read();
      if (kept) return restore(kept);
      const [other] = draft.others();
      if (other) {
        const words = `This browser has a draft for the meeting of ${day(`${other.meeting}T12:00`)}.`;
        notice(words, ["Use it here", () => adopt(other)], ["Leave it", () => {}]);
      }
      changed([]);
    }

    draft.watch(elsewhere, ended.signal);
    addEventListener("pagehide", keep, { signal: ended.signal });
    addEventListener("beforeunload", (event) => {
      if (!page.isConnected) return ended.abort();
      keep();
      if (pending && !keeps) event.preventDefault();
    }, { signal: ended.signal });

    return { begin, written, keep, clear };
  };
})();
