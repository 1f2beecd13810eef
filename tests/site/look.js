// What a test wants to know of a page as it is drawn; each function looks, and changes nothing.
({
  // Text whose contrast with what lies behind it is under `least`, with its ratio.
  faint(least) {
    const channels = (text) => (text.match(/[\d.]+/g) || []).map(Number);
    const over = ([r, g, b, a = 1], below) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a));
    const grounds = new Map();
    const ground = (element) => {
      if (!element) return [255, 255, 255];
      if (!grounds.has(element)) {
        const layer = channels(getComputedStyle(element).backgroundColor);
        grounds.set(element, over(layer.length ? layer : [0, 0, 0, 0], ground(element.parentElement)));
      }
      return grounds.get(element);
    };
    const light = (rgb) => {
      const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const found = [];
    const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const words = texts.currentNode.data.trim();
      if (!words || element.closest(".headerlink, title, desc, script, style") || !element.checkVisibility()) continue;
      const behind = ground(element);
      const style = getComputedStyle(element);
      const front = over(channels(element.closest("svg") ? style.fill : style.color), behind);
      const [high, low] = [light(front), light(behind)].sort((a, b) => b - a);
      const ratio = (high + 0.05) / (low + 0.05);
      if (ratio < least) found.push(`${words.slice(0, 40)}: ${ratio.toFixed(2)}`);
    }
    return found;
  },
  // Things that stick out at the side of the window, other than within something that scrolls by itself.
  wide() {
    const scrolls = (one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX);
    const out = (one) => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1;
    const held = (one) => {
      for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) if (scrolls(up) && !out(up)) return true;
      return false;
    };
    return [...document.querySelectorAll("article, article *")]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 0 && out(one) && !held(one))
      .map((one) => `${one.tagName} ${one.className.baseVal ?? one.className} ${one.textContent.trim().slice(0, 40)}`);
  },
  // Everything that the Tab key should come to, counted.
  stops() {
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
    const off = (one) => one.tabIndex < 0 || one.disabled || one.closest("[inert]") || !one.checkVisibility({ visibilityProperty: true });
    const group = (one) => one.type === "radio" && [...all].find((other) => other.name === one.name && (other.checked || ![...all].some((x) => x.name === one.name && x.checked))) !== one;
    return [...all].filter((one) => !off(one) && !group(one)).length;
  },
  // What a reader sees of that which has the focus: nothing where nothing has it.
  stop() {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const follows = !this.before || this.before === one || !this.before.isConnected || Boolean(this.before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    this.before = one;
    const drawn = one.matches(".md-option") ? one.nextElementSibling : one; // a choice of colours shows itself by its label
    const style = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    const clip = { left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth), top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight) };
    const spots = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [clip.left + (clip.right - clip.left) * x, clip.top + (clip.bottom - clip.top) * y]));
    const inline = [...drawn.getClientRects()].map((rect) => [rect.left + rect.width / 2, rect.top + rect.height / 2]);
    const hit = ([x, y]) => { const top = document.elementFromPoint(x, y); return top && (drawn.contains(top) || top.contains(drawn) && top !== document.documentElement && top !== document.body); };
    const shown = clip.right > clip.left && clip.bottom > clip.top && [...spots, ...inline].some(hit);
    const inside = parseFloat(style.outlineOffset) < 0;
    const rim = this.against(style.outlineColor, inside ? drawn : drawn.parentElement);
    const name = one.getAttribute("aria-label") || one.labels?.[0]?.innerText || one.innerText || one.title || one.getAttribute("title") || "";
    return { name: name.trim().replace(/\s+/g, " ").slice(0, 60), follows, shown, rim, width: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth) };
  },
  // Every icon that is seen within a control, with its contrast: drawn, cut out of a colour, or a sign.
  icons() {
    const seen = (one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && one.getBoundingClientRect().width > 1;
    const cut = (one) => ["::before", "::after"].map((part) => getComputedStyle(one, part)).filter((style) => style.maskImage !== "none" && style.display !== "none");
    const found = [];
    for (const control of document.querySelectorAll("a[href], button, label, summary, .md-nav__title")) {
      if (!seen(control)) continue;
      const fades = (one) => (one ? parseFloat(getComputedStyle(one).opacity) * fades(one.parentElement) : 1);
      const drawn = [...control.querySelectorAll("svg path")].map((one) => getComputedStyle(one).fill);
      const masked = [control, ...control.querySelectorAll("*")].flatMap(cut).map((style) => style.backgroundColor);
      const sign = control.matches(".headerlink") ? [getComputedStyle(control).color] : [];
      for (const colour of [...drawn, ...masked, ...sign]) {
        const name = control.title || control.getAttribute("aria-label") || control.innerText.trim() || control.className;
        found.push({ name: name.replace(/\s+/g, " ").slice(0, 60), ratio: this.against(colour, control, fades(control)) });
      }
    }
    return found;
  },
  // The contrast of a colour with what lies behind an element; what fades is seen as much as `share` says.
  against(colour, element, share = 1) {
    const channels = (text) => (text.match(/[\d.]+/g) || []).map(Number);
    const over = ([r, g, b, a = 1], below) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a));
    const ground = (at) => {
      if (!at) return [255, 255, 255];
      const layer = channels(getComputedStyle(at).backgroundColor);
      return over(layer.length ? layer : [0, 0, 0, 0], ground(at.parentElement));
    };
    const light = (rgb) => {
      const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = ground(element);
    const [r, g, b, a = 1] = channels(colour);
    const [high, low] = [light(over([r, g, b, a * share], behind)), light(behind)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  },
})
