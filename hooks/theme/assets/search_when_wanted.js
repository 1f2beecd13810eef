// The index of the search grows with every report, so it is fetched when a reader turns to the search, and not with
// every page. Material's script asks for it as soon as it runs; here that one request waits.
(() => {
  "use strict";
  const form = document.forms.namedItem("search");
  if (!form) return;
  const request = XMLHttpRequest.prototype;
  const { open, send } = request;
  const indexes = new WeakSet();
  const wanted = new Promise((resolve) => {
    if (new URLSearchParams(location.search).has("q")) resolve();
    for (const event of ["focusin", "pointerover"]) form.addEventListener(event, resolve, { once: true });
  });
  request.open = function (method, address, ...others) {
    if (/\/search\/search_index\.json$/.test(address)) indexes.add(this);
    return open.call(this, method, address, ...others);
  };
  request.send = function (body) {
    if (indexes.has(this)) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };
})();
