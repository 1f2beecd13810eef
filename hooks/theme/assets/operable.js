// What a keyboard and a screen reader need of Material's menu and search, which are labels of hidden check boxes:
// buttons that say what they do, focus that goes in and comes back, Escape that closes.
(() => {
  "use strict";
  const narrow = matchMedia("(max-width: 76.2344em)"); // where the menu is a drawer

  // A button in the place of a label: with its picture, its name, and whether what it opens is open. It keeps the
  // label's `for`, by which the theme's style sheet knows it.
  function button(label, box, name, controls) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = label.className;
    made.setAttribute("for", label.htmlFor);
    made.setAttribute("aria-label", name);
    made.setAttribute("aria-controls", controls.id);
    made.append(...label.childNodes);
    const tell = () => made.setAttribute("aria-expanded", String(box.checked));
    box.addEventListener("change", tell);
    made.addEventListener("click", () => box.click());
    tell();
    label.replaceWith(made);
    return made;
  }

  // The drawer of a narrow window: while it is open, nothing behind it can be reached.
  function drawer() {
    const box = document.getElementById("__drawer");
    const side = document.querySelector(".md-sidebar--primary");
    const label = document.querySelector("label.md-header__button[for=__drawer]");
    if (!box || !side || !label) return;
    side.id ||= "menu";
    const opens = button(label, box, "Menu", side);
    const close = side.querySelector(".csp-nav__close");
    const behind = [".md-header", ".md-tabs", ".md-content", ".md-sidebar--secondary", ".md-footer", ".md-top", ".md-skip"];
    const isOpen = () => box.checked && narrow.matches;

    function change() {
      const open = isOpen();
      for (const one of behind.flatMap((css) => [...document.querySelectorAll(css)])) one.inert = open;
      close.hidden = !narrow.matches;
      if (open) {
        side.setAttribute("role", "dialog");
        side.setAttribute("aria-modal", "true");
        side.setAttribute("aria-label", "Menu");
        close.focus();
      } else for (const name of ["role", "aria-modal", "aria-label"]) side.removeAttribute(name);
    }

    function shut() {
      if (box.checked) box.click();
      opens.focus();
    }

    box.addEventListener("change", change);
    narrow.addEventListener("change", change);
    close.addEventListener("click", shut);
    side.addEventListener("click", ({ target }) => { if (target.closest("a") && isOpen()) box.click(); });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && isOpen()) shut();
    });
    change();
  }

  // The search: Escape, and leaving it, give the focus back to where it was.
  function search() {
    const box = document.getElementById("__search");
    const label = document.querySelector("label.md-header__button[for=__search]");
    const inside = document.querySelector(".md-search");
    const input = document.querySelector(".md-search__input");
    if (!box || !label || !inside || !input) return;
    inside.id ||= "search";
    const opens = button(label, box, "Search", inside);
    const back = inside.querySelector("label.md-search__icon");
    if (getComputedStyle(back).pointerEvents !== "none") button(back, box, "Close the search", inside);
    inside.querySelector(".md-search-result__meta").setAttribute("role", "status");
    const found = inside.querySelector(".md-search__scrollwrap");
    found.setAttribute("role", "region");
    found.setAttribute("aria-label", "What the search found");
    box.addEventListener("change", () => { if (box.checked) input.focus(); });
    // what was found is come to with Tab too, not with the arrows alone
    // and the words that a page is found by are no landmarks, although Material makes each list of them one
    const mend = () => {
      for (const link of found.querySelectorAll("a[tabindex='-1']")) link.tabIndex = 0;
      for (const words of found.querySelectorAll("nav.md-tags:not([role])")) words.setAttribute("role", "none");
    };
    new MutationObserver(mend).observe(found, { childList: true, subtree: true });
    // Material's keys put the focus into the field, which takes none in a narrow window while the search is closed
    addEventListener("keydown", (event) => {
      if (!["f", "s", "/"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (box.checked || !opens.checkVisibility() || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      box.click();
    }, true);
    let before = null;
    inside.addEventListener("focusin", ({ relatedTarget }) => {
      if (relatedTarget && !inside.contains(relatedTarget)) before = relatedTarget;
    });
    inside.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !inside.contains(relatedTarget) && box.checked) box.click();
    });
    // Before Material's own answers to the keys: Escape only lets go of the focus, and Tab closes what was found.
    addEventListener("keydown", (event) => {
      if (!inside.contains(document.activeElement)) return;
      if (event.key === "Tab") event.stopImmediatePropagation();
      if (event.key !== "Escape") return;
      const to = opens.checkVisibility() ? opens : before;
      setTimeout(() => { if (!box.checked) to?.focus({ preventScroll: true }); }, 50);
    }, true);
  }

  // Material shows the colours that it has chosen, but leaves their radio buttons as if none were.
  function colours() {
    const { mdColorScheme } = document.body.dataset;
    for (const one of document.querySelectorAll(".md-option")) one.checked = one.dataset.mdColorScheme === mdColorScheme;
  }

  // What the skip link leads to takes the focus too, in every browser.
  function skip() {
    document.querySelector(".md-skip")?.addEventListener("click", ({ currentTarget }) => {
      const to = document.getElementById(decodeURIComponent(currentTarget.hash.slice(1)));
      if (!to) return;
      to.tabIndex = -1;
      to.focus();
    });
  }

  function start() {
    drawer();
    search();
    colours();
    skip();
  }

  if (window.document$) window.document$.subscribe(start);
  else start();
})();
