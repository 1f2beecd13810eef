// What the pages can do only with a script: charts to explore and to save, workings that open when a figure leads to them, and
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

  // A chart is described in units of its picture, which is 600 across, and in the names of the style sheet's colours:
  // it is drawn as large as the picture, in its colours, by day and by night.
  const ACROSS = 600;
  const SIZES = new Set(["width", "height", "size", "l", "r", "t", "b"]);

  function colour(name, element) {
    const probe = document.createElement("span");
    probe.style.forcedColorAdjust = "none";
    probe.style.color = `var(${name})`;
    element.append(probe);
    const found = getComputedStyle(probe).color; // colours that the system chose have numbers here too
    probe.remove();
    return found;
  }

  function fitted(text, scale, element) {
    const known = new Map();
    return JSON.parse(text, (key, value) => {
      if (SIZES.has(key) && typeof value === "number") return value * scale;
      if (SIZES.has(key) && Array.isArray(value)) return value.map((one) => one * scale);
      if (typeof value !== "string") return value;
      if (key === "dash") return value.replace(/[\d.]+/g, (one) => one * scale);
      const name = value.match(/^var\((--csp-[a-z-]+)\)$/);
      if (!name) return value;
      if (!known.has(value)) known.set(value, colour(name[1], element));
      return known.get(value);
    });
  }

  function draw(plotly, chart, text) {
    const live = chart.querySelector(".csp-exhibit__live");
    const picture = chart.querySelector(".csp-chart");
    const scale = live.clientWidth / ACROSS;
    const figure = fitted(text, scale, live);
    const letters = getComputedStyle(picture.querySelector("text"));
    Object.assign(figure.layout.font, { size: parseFloat(letters.fontSize) * scale, family: letters.fontFamily });
    figure.layout.hoverlabel.font.size = 13;
    live.style.minHeight = `${figure.layout.height}px`;
    return plotly.react(live, figure.data, figure.layout, figure.config);
  }

  // The numbers one by one, for those who have no pointer: a slider that says each, and shows where it stands. Its place,
  // which holds the longest of them, is there from the reader's click on: nothing moves when the library has come.
  function walkway(button, name, text) {
    const line = JSON.parse(text).data[0];
    const steps = line.customdata.flatMap((one, step) => one ? [step] : []);
    const said = (step) => new DOMParser().parseFromString(line.customdata[step].replaceAll("<br>", ", "), "text/html").body.textContent;
    const [place, slider, words] = ["span", "input", "span"].map((name) => document.createElement(name));
    place.className = "csp-exhibit__walk";
    Object.assign(slider, { type: "range", min: 0, max: steps.length - 1, value: steps.length - 1, disabled: true });
    slider.setAttribute("aria-label", `Go from number to number${name}`);
    words.textContent = steps.map(said).reduce((one, other) => other.length > one.length ? other : one, "");
    place.append(slider, words);
    button.after(place);
    words.style.minHeight = `${words.offsetHeight}px`;
    words.textContent = "";
    const start = (plotly, live) => {
      const say = () => {
        words.textContent = said(steps[slider.value]);
        slider.setAttribute("aria-valuetext", words.textContent);
      };
      // the box beside the number comes when the reader moves: until then nothing covers the chart's own words
      slider.addEventListener("input", () => {
        const step = steps[slider.value];
        say();
        if (line.y[step] === null) plotly.Fx.unhover(live);
        else plotly.Fx.hover(live, [{ curveNumber: 0, pointNumber: step }]);
      });
      slider.addEventListener("blur", () => plotly.Fx.unhover(live));
      slider.disabled = false;
      if (document.activeElement === button) slider.focus({ preventScroll: true });
      say();
    };
    return { place, start };
  }

  // The box beside a number opens to its right, where the chart has its labels: if there is room, it is turned to the left.
  function keepOffLabels(live) {
    const place = live.getBoundingClientRect();
    const edge = place.left + live.layout.width - live.layout.margin.r;
    for (const box of live.querySelectorAll(".hovertext")) {
      const [frame, words] = [box.querySelector("path"), box.querySelector("text")];
      const [now, inside] = [frame.getBoundingClientRect(), words.getBBox()];
      const by = words.getCTM().e - box.getCTM().e + inside.x;
      if (frame.style.scale || by < 0 || now.right <= edge || now.left - now.width < place.left) continue;
      frame.style.scale = "-1 1";
      words.style.translate = `${-2 * by - inside.width}px 0`;
    }
  }

  // A live chart follows its place and the colours of the page, until it is left.
  function follow(plotly, chart, text) {
    const live = chart.querySelector(".csp-exhibit__live");
    let width = chart.clientWidth;
    const again = () => draw(plotly, chart, text);
    const place = new ResizeObserver(() => {
      if (chart.clientWidth === width) return;
      width = chart.clientWidth;
      again();
    });
    const colours = new MutationObserver(again);
    place.observe(chart);
    colours.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    const boxes = new MutationObserver(() => keepOffLabels(live));
    boxes.observe(live.querySelector(".hoverlayer"), { childList: true, subtree: true });
    return () => [place, colours, boxes].forEach((one) => one.disconnect());
  }

  function complain(button, words) {
    const alert = document.createElement("span");
    alert.setAttribute("role", "alert");
    alert.textContent = words;
    button.after(alert);
    button.focus({ preventScroll: true });
  }

  // What the button does is its own words; the name of its chart, which only screen readers have, stays behind them.
  // While it waits it keeps the focus, and does nothing.
  function become(button, words, wait = false) {
    button.firstChild.data = words;
    if (wait) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }

  // The picture stands in its place again, and nothing is left of the live chart: the next look begins anew.
  function pictured(chart, place) {
    const live = chart.querySelector(".csp-exhibit__live");
    chart.querySelector(".csp-exhibit__picture").classList.remove("csp-exhibit__picture--print");
    place.remove();
    if (window.Plotly) window.Plotly.purge(live);
    const fresh = document.createElement("div");
    Object.assign(fresh, { className: "csp-exhibit__live", hidden: true });
    live.replaceWith(fresh);
  }

  // Draws the live chart where the picture was, and returns what puts the picture back.
  async function open(button, walk) {
    const chart = button.closest(".csp-exhibit");
    const live = chart.querySelector(".csp-exhibit__live");
    const text = button.dataset.figure;
    const plotly = await library(button.dataset.library);
    live.hidden = false;
    live.setAttribute("role", "img");
    live.setAttribute("aria-label", chart.querySelector(".csp-exhibit__finding").textContent);
    const drawn = draw(plotly, chart, text); // its size is known at once, so that one gives way to the other
    chart.querySelector(".csp-exhibit__picture").classList.add("csp-exhibit__picture--print");
    await drawn;
    const leave = follow(plotly, chart, text);
    walk.start(plotly, live);
    return () => {
      leave();
      pictured(chart, walk.place);
    };
  }

  async function explore(button) {
    const chart = button.closest(".csp-exhibit");
    const words = button.firstChild.data;
    for (const alert of chart.querySelectorAll("[role=alert]")) alert.remove();
    const walk = walkway(button, button.textContent.slice(words.length), button.dataset.figure);
    become(button, "Loading the chart…", true);
    try {
      const leave = await open(button, walk);
      become(button, "Back to the picture");
      return () => {
        leave();
        become(button, words);
        announcer().textContent = "The picture is back.";
      };
    } catch {
      pictured(chart, walk.place);
      become(button, words);
      complain(button, " The chart could not be loaded. The picture and the table show the same numbers.");
      return null;
    }
  }

  // One button opens a chart to explore and puts the picture back.
  function toggle(button) {
    let back = null;
    button.addEventListener("click", async () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      announcer().textContent = "";
      back = back ? back() : await explore(button);
    });
  }

  // The picture's own file, drawn twice as large: no library and no other host is asked.
  async function save(button) {
    for (const alert of button.parentElement.querySelectorAll("[role=alert]")) alert.remove();
    try {
      const answer = await fetch(button.dataset.picture);
      if (!answer.ok) throw new Error(button.dataset.picture);
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([await answer.text()], { type: "image/svg+xml" }));
      await image.decode();
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width: 2 * image.naturalWidth, height: 2 * image.naturalHeight });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      const link = document.createElement("a");
      link.href = canvas.toDataURL("image/png");
      link.download = button.dataset.picture.split("/").pop().replace(/svg$/, "png");
      link.click();
      URL.revokeObjectURL(image.src);
    } catch {
      complain(button, " The PNG could not be made. The SVG is the same picture.");
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
      toggle(button);
    }
    // A page opened from a folder may not read the file that the PNG is made of.
    const saved = location.protocol === "file:" ? [] : document.querySelectorAll("[hidden] > .csp-exhibit__png");
    for (const button of saved) {
      button.parentElement.hidden = false;
      button.addEventListener("click", () => save(button));
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
