// How an update leaves the browser: proposed on GitHub, downloaded, or copied.
(() => {
  "use strict";
  const own = (window.cspsite = window.cspsite || {});
  const element = own.element;
  // GitHub takes addresses of about 8,000 signs, also while it keeps one, written once more, for whoever has to sign in.
  const LONGEST = 8000;

  own.send = (form, steps) => {
    const page = (more) => `${form.propose}?filename=${encodeURIComponent(form.file)}${more}`;
    const isShort = (address) => encodeURIComponent(address).length <= LONGEST;

    async function copied(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    }

    // The text in a box of its own, selected, for browsers that let no page copy.
    function byHand(text) {
      const box = element("textarea", { readonly: "", rows: "8", "aria-label": "The text of your report" });
      box.value = text;
      box.addEventListener("focus", () => box.select());
      return box;
    }

    function show(...inside) {
      steps.replaceChildren(...inside);
      steps.hidden = false;
      (steps.querySelector("textarea") || steps).focus();
    }

    const newTab = (address, words) => element("a", { href: address, target: "_blank", rel: "noopener" }, words);

    async function propose(text) {
      const address = page(`&value=${encodeURIComponent(text)}`);
      if (isShort(address)) {
        window.open(address, "_blank", "noopener");
        show(element("p", {}, "GitHub has opened in another tab, with your report filled in. If it has not, ", newTab(address, "open it here"), "."));
        return;
      }
      const done = await copied(text);
      const list = element("ol", {});
      list.append(
        element("li", {}, done ? "Your report is too long for a web address, so it has been copied." : "Your report is too long for a web address. Copy it from the box below."),
        element("li", {}, newTab(page(""), `Open GitHub's page for the new file ${form.file}`), ", and sign in if it asks."),
        element("li", {}, "Select the large empty box there, and paste: Ctrl and V, on a Mac ⌘ and V."),
        element("li", {}, "Select Commit changes, then Propose changes, then Create pull request."),
      );
      show(element("p", {}, element("strong", {}, "Four steps to send it")), list, ...(done ? [] : [byHand(text)]));
    }

    function download(text) {
      const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
      const link = element("a", { href: address, download: form.file });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
      return `${form.file} is downloaded. Send it to your partnership's office and say whose report it is, which its name does not; or add it to data/groups/${form.group}/reports.`;
    }

    async function copy(text) {
      if (await copied(text)) return "Your report's text is copied.";
      show(element("p", {}, "This browser lets no page copy. The text is selected: copy it with your keyboard or menu."), byHand(text));
      return "";
    }

    return { propose, download, copy };
  };
})();
