"""What a reader with a slow phone waits for: how much is sent, when the largest thing is painted, what jumps about."""

from __future__ import annotations

import json
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page, ViewportSize

#: Chromium's own profile "Slow 4G": 150 ms there and back, 1.6 Mbit/s down, 0.75 Mbit/s up.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
#: Chromium's mid-range phone: this machine's processor, four times slower.
SLOWER = 4
PHONE = ViewportSize(width=412, height=823)
QUIET_MS = 1500

_WATCH = """
  window.seen = { paint: 0, shift: 0, element: "" };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.paint = entry.startTime;
      seen.element = entry.element ? entry.element.localName + "." + entry.element.className : "";
    }
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True, slots=True)
class FirstView:
    """A page opened with nothing kept from before: KB sent, seconds to the largest paint, and layout shift.

    `sent` has the KB of each file by the end of its address; `element` is what was painted largest.
    """

    kilobytes: float
    paint: float
    shift: float
    element: str
    sent: dict[str, float]


def first_view(browser: Browser, address: str, throttled: bool = True) -> FirstView:
    """Open a page as a new reader on a slow phone would; unthrottled, only its bytes and its shift mean anything."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    try:
        return _looked_at(context.new_page(), address, throttled)
    finally:
        context.close()


def typical(views: list[FirstView]) -> FirstView:
    """The view whose paint is the median; the largest shift of all."""
    middle = median(view.paint for view in views)
    chosen = min(views, key=lambda view: abs(view.paint - middle))
    worst = max(view.shift for view in views)
    return FirstView(chosen.kilobytes, chosen.paint, worst, chosen.element, chosen.sent)


def _looked_at(page: Page, address: str, throttled: bool) -> FirstView:
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    if throttled:
        devtools.send("Network.emulateNetworkConditions", SLOW_4G)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    names: dict[str, str] = {}
    sent: dict[str, float] = {}

    def answered(event: dict[str, dict[str, str]]) -> None:
        names[str(event["requestId"])] = event["response"]["url"].rpartition("/")[2] or "index.html"

    def finished(event: dict[str, float]) -> None:
        name = names.get(str(event["requestId"]), "?")
        sent[name] = sent.get(name, 0.0) + event["encodedDataLength"] / 1000

    devtools.on("Network.responseReceived", answered)
    devtools.on("Network.loadingFinished", finished)
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(QUIET_MS)
    seen = json.loads(page.evaluate("JSON.stringify(window.seen)"))
    return FirstView(sum(sent.values()), seen["paint"] / 1000, seen["shift"], seen["element"], sent)
