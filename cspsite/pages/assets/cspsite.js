// What the pages can do only with a script: charts to explore, and workings that open when a figure leads to them.
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

  function start() {
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
