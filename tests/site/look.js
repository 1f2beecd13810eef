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
})
