// What the pages can do only with a script: charts to explore, workings that open when a figure leads to them, and
// buttons that copy the code of a figure.
(() => {
  "use strict";
  const libraries = new Map();

  // The chart library is large, so it is fetched once, from this site, when a reader first asks for a chart.
  function library(address) {
    if (!libraries.has(address)) {
      libraries.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => resolve(window.Plotly);
        script.onerror = () => { libraries.delete(address); reject(new Error(address)); };
        document.head.append(script);
      }));
    }
    return libraries.get(address);
  }

  // Colours come from the style sheet, so that a live chart looks like the still one, by day and by night.
  function coloured(figure, element) {
    const style = getComputedStyle(element);
    const colour = (name) => style.getPropertyValue(`--csp-${name}`).trim();
    const text = JSON.stringify(figure).replace(/"var\(--csp-([a-z-]+)\)"/g, (_, name) => JSON.stringify(colour(name)));
    return JSON.parse(text);
  }

  async function explore(button) {
    const chart = button.closest(".csp-exhibit");
    const live = chart.querySelector(".csp-exhibit__live");
    const words = button.textContent;
    button.disabled = true;
    button.textContent = "Loading the chart…";
    for (const alert of chart.querySelectorAll("[role=alert]")) alert.remove();
    try {
      const plotly = await library(button.dataset.library);
      const figure = coloured(JSON.parse(button.dataset.figure), chart);
      live.hidden = false;
      await plotly.newPlot(live, figure.data, figure.layout, figure.config);
      chart.querySelector(".csp-exhibit__picture").classList.add("csp-exhibit__picture--print");
      for (const key of chart.querySelectorAll(".csp-exhibit__key")) key.hidden = false; // the picture had its own
      button.remove();
      live.setAttribute("role", "group");
      live.setAttribute("aria-label", chart.querySelector(".csp-exhibit__finding").textContent);
      live.tabIndex = -1;
      live.focus({ preventScroll: true });
    } catch {
      live.hidden = true;
      button.disabled = false;
      button.textContent = words;
      button.focus({ preventScroll: true });
      button.insertAdjacentHTML("afterend", "<span role=\"alert\"> The chart could not be loaded. The picture and the table show the same numbers.</span>");
    }
  }

  // On a phone the style sheet makes cards of a table's rows. Some browsers then no longer tell a screen reader that it
  // is a table; its parts' own names say so in every browser.
  const ROLES = { thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell", "th[scope=col]": "columnheader", "th[scope=row]": "rowheader" };

  function tell(table) {
    for (const [css, role] of Object.entries(ROLES)) for (const part of table.querySelectorAll(css)) part.setAttribute("role", role);
  }

  // The element that the address names; an address may be mistyped, and then names none.
  function named() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  }

  function reveal() {
    const wanted = named();
    const details = wanted && wanted.closest("details");
    if (details && !details.open) {
      details.open = true;
      wanted.scrollIntoView({ block: "center" });
    }
  }

  // One place that screen readers listen to; it must be there before the words that it is to say.
  function announcer() {
    let place = document.querySelector(".csp-announcer");
    if (!place) {
      place = document.createElement("p");
      place.className = "csp-announcer csp-unseen";
      place.setAttribute("role", "status");
      place.setAttribute("aria-live", "polite");
      document.body.append(place);
    }
    return place;
  }

  function label(button, word, code) {
    button.textContent = word;
    button.setAttribute("aria-label", `${word} ${code.textContent}`);
  }

  // Where the browser lets no script copy, as on a page without https, the code is selected for the reader to copy.
  async function copy(button, code) {
    const place = announcer();
    let word = "Copied";
    place.textContent = "";
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      word = "Selected";
    }
    label(button, word, code);
    place.textContent = word === "Copied" ? `Copied: ${code.textContent}` : "Selected: copy it with your keyboard or menu.";
    clearTimeout(button.wait);
    button.wait = setTimeout(() => label(button, "Copy", code), 3000);
  }

  function offer(code) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "csp-copy";
    label(button, "Copy", code);
    button.addEventListener("click", () => copy(button, code));
    code.after(" ", button);
    code.classList.add("csp-token--offered");
  }

  function start() {
    announcer();
    for (const table of document.querySelectorAll("table.csp-stack")) tell(table);
    for (const code of document.querySelectorAll(".csp-token:not(.csp-token--offered)")) offer(code);
    for (const button of document.querySelectorAll(".csp-exhibit__button[hidden]")) {
      button.hidden = false;
      button.addEventListener("click", () => explore(button));
    }
    reveal();
  }

  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a.csp-figure");
    if (link && link.hash === location.hash) reveal();
  });
  // Material's instant navigation, where it is on, puts pages in without loading them anew.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
