"""The form for a group's next update, filled in as an officer does, in a real browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cspsite.findings import Severity
from cspsite.model import OtherIssue, PreparedBy, Report, Status, Update
from cspsite.periods import Month
from cspsite.report_text import report_text
from cspsite.tree import Tree, read_folder
from tests import builders, hostile
from tests.builders import DATA
from tests.rendering import ROOT, plain_docs
from tests.site.conftest import Watch, build

pytestmark = pytest.mark.browser

LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
FORM = "groups/keeping-our-eyes-open/update/"
REPORT = "groups/keeping-our-eyes-open/reports/2007-01-15.md"
NEW = "https://github.com/example/cspsite/new/main/data/groups/keeping-our-eyes-open/reports"
PROGRESS = "updates.0.progress"
LATER = "2007-03-12"
_OTHERS = "groups/safer-nights-out/reports/2006-11-13.md"
#: The repository's own partnership with a limit to what a box holds, and a meeting after the one that others have
#: reported to.
PARTNERSHIP = (
    (DATA / "partnership.yml")
    .read_text("utf-8")
    .replace("meetings:\n", f"meetings:\n  - {{date: {LATER}, data_to: 2006-09}}\n")
    .replace("plans_for: next two months}", "plans_for: next two months, characters: 600}")
)


def _checkout(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write a checkout of this project with the given data."""
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    plain_docs(root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for path, text in files.items():
        file = root / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def _built(checkout: Path) -> Path:
    built = build(checkout / "built", checkout)
    assert built.returncode == 0, built.stdout + built.stderr
    return checkout / "built"


@pytest.fixture(scope="module")
def tree() -> Tree:
    """Return the data that the form is made from."""
    files = read_folder(DATA).files
    others = {_OTHERS.replace("2006-11-13", "2007-01-15"): files[_OTHERS]}
    return Tree({**files, **others, "partnership.yml": PARTNERSHIP.encode()})


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory, tree: Tree) -> Path:
    """Return a checkout of this project with that data."""
    return _checkout(tmp_path_factory.mktemp("form"), dict(tree.files))


@pytest.fixture(scope="module")
def origin(checkout: Path, serve: Callable[[Path], str]) -> str:
    """Return where the site with the form is served."""
    return serve(_built(checkout))


@pytest.fixture
def context(browser: Browser, origin: str) -> Iterator[BrowserContext]:
    """Return a browser of one officer, with nothing kept in it; GitHub answers with an empty page."""
    with browser.new_context(base_url=origin, reduced_motion="reduce", accept_downloads=True) as made:
        made.set_default_timeout(10_000)
        made.route("https://github.com/**", lambda route: route.fulfill(body="GitHub", content_type="text/html"))
        yield made


@pytest.fixture
def watched(origin: str) -> Iterator[Watch]:
    """Return what the form's page asked for; its complaints, and requests to other hosts, fail the test."""
    made = Watch(origin)
    yield made
    assert made.problems == []


@pytest.fixture
def officer(context: BrowserContext, watched: Watch) -> Page:
    """Return the form, opened for the first time."""
    return _opened(context, watched)


def _opened(context: BrowserContext, watched: Watch) -> Page:
    page = watched.on(context.new_page())
    page.goto(FORM)
    expect(page.locator(".csp-write")).to_be_visible()
    return page


def box(page: Page, name: str = PROGRESS) -> Any:
    """Return a field of the form by its name."""
    return page.locator(f"[name='{name}']")


def saved(page: Page) -> None:
    """Wait until the draft is kept."""
    expect(page.locator(".csp-write__saved")).to_contain_text("Draft saved in this browser at")


def downloaded(page: Page) -> bytes:
    """Return the file that the form gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the file").click()
    assert download.value.suggested_filename == "2007-01-15.md"
    return Path(download.value.path()).read_bytes()


def _rows(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(page.locator(".csp-write").get_attribute("data-form") or "")["rows"]
    return found


def test_what_is_filled_in_is_the_file(officer: Page, tree: Tree) -> None:
    """Filled in and downloaded, the form is the file that Python writes, and the checks find no error in it."""
    typed = {
        "prepared_by.name": "Insp A: Person",
        "prepared_by.role": "Inspector",
        "achievements.1": "# Two wardens\n\n- began\n- \u00a0stay",
        "barriers.0": "None",
        "updates.0.progress": "There were {{ domestic-burglary.count }} burglaries.",
        "updates.0.plans": "Patrol.\n---",
        "updates.2.remedial_action": "😀 <b>TTG</b>",
        "other_issues.1.title": "Growth {#x}",
        "other_issues.1.recipient": "Safer Nights Out",
        "other_issues.1.text": "More homes.",
    }
    for name, text in typed.items():
        box(officer, name).fill(text)
    officer.locator("#updates-0-status-green").check()
    officer.locator("#updates-2-status-red").check()
    statuses: dict[int, Status] = {0: "Green", 2: "Red"}
    updates = [
        Update(
            action=row["action"],
            target=row["target"],
            heading=row["heading"],
            status=statuses.get(i),
            **{part: typed.get(f"updates.{i}.{part}", "") for part in ("progress", "plans", "remedial_action")},
        )
        for i, row in enumerate(_rows(officer))
    ]
    wanted = Report(
        data_to=Month.parse("2006-09"),
        classification="OFFICIAL",
        group="keeping-our-eyes-open",
        meeting=date(2007, 1, 15),
        prepared_by=PreparedBy(name="Insp A: Person", role="Inspector"),
        achievements=(typed["achievements.1"],),
        barriers=("None",),
        updates=tuple(updates),
        other_issues=(OtherIssue(title="Growth {#x}", recipient="Safer Nights Out", text="More homes."),),
    )
    file = downloaded(officer)
    assert file == report_text(wanted, "next two months").encode()
    found = builders.checked(Tree({**tree.files, REPORT: file}))
    assert [one for one in found if one.severity is Severity.ERROR] == []
    assert [one.code for one in found if one.place.path == REPORT and "status" in one.code].count("status-missing") == 6


def test_last_words_can_be_used(officer: Page) -> None:
    """Last time's words stand beside their box as they read, and a button puts them into it as they were typed."""
    first = officer.locator("[data-box='updates.0.progress']")
    first.locator("summary").click()
    expect(first.locator(".csp-ask__words")).to_contain_text("512 [e] burglaries were recorded")
    box(officer).fill("New words.")
    first.get_by_role("button", name="Use last time's words").click()
    expect(box(officer)).to_have_value(
        re.compile(r"^New words\.\n\n\{\{ domestic-burglary\.count \}\} burglaries were")
    )
    expect(box(officer)).to_be_focused()
    officer.get_by_role("button", name="Use these again").click()
    expect(box(officer, "prepared_by.role")).to_have_value("Inspector")


def test_draft_is_there_after_a_reload(officer: Page) -> None:
    """What was written, chosen and added is there after a reload, and the page says that it is kept."""
    box(officer).fill("Kept words.")
    officer.locator("#updates-1-status-amber").check()
    officer.get_by_role("button", name="Add another barrier").click()
    officer.keyboard.type("A third barrier.")
    saved(officer)
    officer.reload()
    expect(box(officer)).to_have_value("Kept words.")
    expect(officer.locator("#updates-1-status-amber")).to_be_checked()
    expect(officer.get_by_label("Barrier 3")).to_have_value("A third barrier.")
    expect(officer.locator(".csp-write__saved")).to_contain_text("Draft of ")


def test_discarding_asks_first(officer: Page) -> None:
    """Discarding the draft asks first; what is discarded does not come back."""
    box(officer).fill("Words.")
    saved(officer)
    officer.get_by_role("button", name="Discard draft").click()
    officer.get_by_role("button", name="Keep it").click()
    expect(box(officer)).to_have_value("Words.")
    officer.get_by_role("button", name="Discard draft").click()
    officer.get_by_role("button", name="Discard the draft").click()
    expect(box(officer)).to_have_value("")
    officer.reload()
    expect(box(officer)).to_have_value("")
    assert officer.evaluate("localStorage.length") == 0 or "cspsite-update" not in officer.evaluate(
        "Object.keys(localStorage).join()"
    )


def test_two_tabs_do_not_overwrite_each_other(officer: Page, context: BrowserContext, watched: Watch) -> None:
    """Where another tab keeps another draft, this one says so and saves nothing until somebody chooses."""
    other = _opened(context, watched)
    box(other).fill("From the other tab.")
    saved(other)
    expect(officer.locator(".csp-write__notice")).to_contain_text("has been changed in another tab")
    box(officer).fill("From this tab.")
    officer.wait_for_timeout(700)
    assert "From this tab." not in officer.evaluate("JSON.stringify(localStorage)")
    officer.get_by_role("button", name="Show the other tab's draft").click()
    expect(box(officer)).to_have_value("From the other tab.")
    box(officer).fill("Both.")
    saved(officer)
    expect(other.locator(".csp-write__notice")).to_be_visible()
    other.get_by_role("button", name="Keep this one").click()
    saved(other)
    assert "From the other tab." in other.evaluate("JSON.stringify(localStorage)")


def test_browser_that_keeps_nothing_says_so(context: BrowserContext, watched: Watch) -> None:
    """Where the browser refuses to keep a draft, the page says what to do, and the file can be downloaded."""
    context.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    page = _opened(context, watched)
    box(page).fill("Words.")
    expect(page.locator(".csp-write__saved")).to_contain_text("keeps no draft: download the file")
    assert b"Words." in downloaded(page)


def test_draft_of_an_earlier_form_loses_nothing(context: BrowserContext, watched: Watch) -> None:
    """Words of a draft whose action is closed since are shown to be copied, and stay in the draft."""
    page = _opened(context, watched)
    box(page).fill("Kept.")
    saved(page)
    page.evaluate(
        """() => {
            const [key] = Object.keys(localStorage).filter((one) => one.startsWith("cspsite-update"));
            const draft = JSON.parse(localStorage[key]);
            draft.values["updates closed-action .progress"] = "Words on a closed action.";
            localStorage[key] = JSON.stringify(draft);
        }"""
    )
    page.reload()
    expect(page.get_by_label("Words of your draft that have no box any more")).to_have_value(
        "Words on a closed action."
    )
    box(page).fill("More.")
    saved(page)
    assert "Words on a closed action." in page.evaluate("JSON.stringify(localStorage)")


def test_draft_for_another_date_is_offered(context: BrowserContext, watched: Watch) -> None:
    """A draft for a meeting whose date was corrected since is offered, and can be used."""
    page = _opened(context, watched)
    box(page).fill("For the old date.")
    saved(page)
    page.evaluate(
        """() => {
            const [key] = Object.keys(localStorage).filter((one) => one.startsWith("cspsite-update"));
            localStorage[key.replace("2007-01-15", "2007-01-16")] = localStorage[key];
            localStorage.removeItem(key);
        }"""
    )
    page.reload()
    expect(page.locator(".csp-write__notice")).to_contain_text("a draft for the meeting of 16 January 2007")
    page.get_by_role("button", name="Use it here").click()
    expect(box(page)).to_have_value("For the old date.")


def test_draft_for_a_later_meeting_stays_its_own(context: BrowserContext, watched: Watch) -> None:
    """A later meeting's draft is not offered in the first form, and is kept by a name that moves with its form."""
    page = _opened(context, watched)
    page.get_by_role("link", name="12 March 2007").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("update for the meeting of 12 March 2007")
    box(page).fill("For March.")
    saved(page)
    keys = page.evaluate("Object.keys(localStorage).filter((one) => one.startsWith('cspsite-update'))")
    assert keys == [f"cspsite-update /partnership/{FORM} keeping-our-eyes-open {LATER}"]
    page.goto(FORM)
    expect(page.locator(".csp-write__saved")).to_have_text("Nothing written yet")
    expect(page.locator(".csp-write__notice")).to_have_count(0)
    expect(box(page)).to_have_value("")
    page.goto(f"{FORM}{LATER}/")
    expect(box(page)).to_have_value("For March.")


def test_figure_is_put_at_the_cursor(officer: Page) -> None:
    """A figure's button shows its present value and puts its code where the cursor was."""
    box(officer).fill("Before  after.")
    box(officer).evaluate("one => one.setSelectionRange(7, 7)")
    officer.locator("[data-figures='domestic-burglary'] > summary").click()
    officer.locator("[data-figures='domestic-burglary']").get_by_role(
        "button", name="Insert a 32.6% rise"
    ).first.click()
    expect(box(officer)).to_have_value("Before {{ domestic-burglary.change.last_year | words }} after.")
    expect(box(officer)).to_be_focused()


def test_checks_say_what_is_wrong_beside_the_box(officer: Page) -> None:
    """An error shows at once beside its box and in the list, and the list leads to the box."""
    box(officer).fill("Ring 01632 960194 about {{ domestic-burglary.cuont }}.")
    beside = officer.locator("[data-found='updates.0.progress']")
    expect(beside).to_contain_text("Telephone number: 016… Take it out: the site is public.")
    expect(beside).to_contain_text("Did you mean domestic-burglary.count?")
    expect(box(officer)).to_have_attribute("aria-invalid", "true")
    described = (box(officer).get_attribute("aria-describedby") or "").split()
    assert beside.get_attribute("id") in described
    expect(officer.locator(".csp-write__tally")).to_contain_text("2 things must be put right")
    officer.locator(".csp-write__findings").get_by_role("link", name="Telephone number").click()
    expect(box(officer)).to_be_focused()


def test_empty_form_is_not_scolded(officer: Page) -> None:
    """Nothing stands beside the boxes of a form that nobody has written in; a box that was left empty says so."""
    officer.wait_for_timeout(400)
    expect(officer.locator(".csp-finding")).to_have_count(0)
    box(officer).focus()
    box(officer, "updates.0.plans").focus()
    expect(officer.locator("[data-found='updates.0.progress']")).to_contain_text("No progress given.")
    expect(officer.locator(".csp-finding")).to_have_count(1)


def test_characters_are_counted(officer: Page) -> None:
    """Below a box stands how many characters are left; figures do not count, and too many are said."""
    left = officer.locator("#updates-0-progress-count")
    box(officer).fill("{{ domestic-burglary.count }}" + "a" * 590)
    expect(left).to_have_text("10 characters left")
    box(officer).fill("a" * 612)
    expect(left).to_have_text("12 characters too many")
    box(officer).blur()
    expect(officer.locator("[data-found='updates.0.progress']")).to_contain_text("612 characters")


def test_preview_shows_text_and_figures(officer: Page) -> None:
    """The preview shows figures with their values and bold words, and HTML as the text that it is."""
    typed = (
        "**Bold** {{ domestic-burglary.count }} <img src=x onerror=window.hit=1> [x](javascript:window.hit=1)\n\n- one"
    )
    box(officer).fill(typed)
    officer.locator(".csp-write__preview > summary").click()
    shown = officer.locator(".csp-write__shown .csp-update").first
    expect(shown).to_contain_text("Bold 512 <img src=x onerror=window.hit=1> [x](javascript:window.hit=1)")
    expect(shown.locator("strong").first).to_have_text("Bold")
    expect(shown.locator("li")).to_have_text(["one"])
    assert officer.locator(".csp-write__shown").locator("img, a, script").count() == 0
    assert officer.evaluate("window.hit") is None


def test_short_report_opens_github_filled_in(officer: Page, context: BrowserContext) -> None:
    """Proposing opens GitHub's page for a new file on the report's path, with its name and its whole text."""
    for name in ("updates.0.progress", "updates.0.plans"):
        box(officer, name).fill("Grüße & more: 100 + 1 # {{ domestic-burglary.count }}")
    text = downloaded(officer).decode()
    with context.expect_page() as opened:
        officer.get_by_role("button", name="Propose on GitHub").click()
    address = urlsplit(opened.value.url)
    assert f"{address.scheme}://{address.netloc}{address.path}" == NEW
    assert parse_qs(address.query, keep_blank_values=True) == {"filename": ["2007-01-15.md"], "value": [text]}
    assert len(opened.value.url) < 8000


def test_long_report_is_copied_and_told_how(officer: Page, context: BrowserContext) -> None:
    """A report that is too long for an address is copied, and the page says step by step what to do."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    box(officer).fill("Long words. " * 600)
    officer.get_by_role("button", name="Propose on GitHub").click()
    steps = officer.locator(".csp-write__steps")
    expect(steps).to_be_focused()
    expect(steps.locator("li")).to_have_count(4)
    expect(steps.get_by_role("link")).to_have_attribute("href", f"{NEW}?filename=2007-01-15.md")
    assert officer.evaluate("navigator.clipboard.readText()") == downloaded(officer).decode()
    assert len(context.pages) == 1


def test_text_can_be_copied_by_hand(context: BrowserContext, watched: Watch) -> None:
    """Where no page may copy, the text of the report stands in a box, selected."""
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = _opened(context, watched)
    page.get_by_role("button", name="Copy the text").click()
    shown = page.get_by_label("The text of your report")
    expect(shown).to_be_focused()
    assert shown.input_value().encode() == downloaded(page)


def test_errors_hold_a_proposal_back(officer: Page, context: BrowserContext) -> None:
    """With an error nothing goes to GitHub, which is public; a summary has the focus and leads to the box."""
    box(officer).fill("Ring 01632 960194.")
    officer.get_by_role("button", name="Propose on GitHub").click()
    summary = officer.locator(".csp-write__problem")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("There is a problem")
    summary.get_by_role("link", name="Telephone number").click()
    expect(box(officer)).to_be_focused()
    assert len(context.pages) == 1


def test_everything_works_by_keyboard(officer: Page) -> None:
    """With the Tab key, letters, arrows and Enter alone a status is chosen, words are written and the file is saved."""

    def until(name: str) -> None:
        for _ in range(400):
            officer.keyboard.press("Tab")
            if officer.evaluate(f"document.activeElement.matches({json.dumps(name)})"):
                return
        raise AssertionError(f"{name} is not reached")

    until("[name='prepared_by.name']")
    officer.keyboard.type("A Person")
    until("[name='updates.0.status']")
    officer.keyboard.press("ArrowUp")
    expect(officer.locator("#updates-0-status-green")).to_be_checked()
    until(f"[name='{PROGRESS}']")
    officer.keyboard.type("Done.")
    until("[data-send='download']")
    with officer.expect_download() as download:
        officer.keyboard.press("Enter")
    text = Path(download.value.path()).read_text("utf-8")
    assert "prepared_by: {name: A Person}" in text
    assert "**Status:** Green\n\n#### Progress\n\nDone.\n" in text


def test_every_field_has_a_name(officer: Page) -> None:
    """Each field has a label, each group of them a legend, and no two elements the same id, with boxes added too."""
    for words in ("achievement", "barrier", "issue"):
        officer.get_by_role("button", name=f"Add another {words}").click()
    assert (
        officer.evaluate(
            """() => [...document.querySelectorAll(".csp-write :is(input, textarea)")]
            .filter((one) => !one.labels.length || !one.labels[0].textContent.trim()).map((one) => one.name)"""
        )
        == []
    )
    assert (
        officer.evaluate(
            """() => [...document.querySelectorAll(".csp-write fieldset")]
            .filter((one) => one.firstElementChild.tagName !== "LEGEND").length"""
        )
        == 0
    )
    ids: list[str] = officer.evaluate("() => [...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert [one for one in ids if ids.count(one) > 1] == []
    described: list[str] = officer.evaluate(
        """() => [...document.querySelectorAll("[aria-describedby]")]
            .flatMap((one) => one.getAttribute("aria-describedby").split(" "))"""
    )
    assert set(described) <= set(ids)


@pytest.mark.parametrize("width", [1280, 375, 320])
def test_nothing_sticks_out_or_is_too_faint(officer: Page, width: int) -> None:
    """On a desk and on phones nothing sticks out at the side, and every word can be read, by day and by night."""
    box(officer).fill("Ring 01632 960194 about ANPRX. " + "a" * 620)
    officer.get_by_role("button", name="Propose on GitHub").click()
    officer.set_viewport_size({"width": width, "height": 700})
    officer.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    officer.wait_for_timeout(300)
    assert officer.evaluate(f"{LOOK}.wide()") == []
    assert officer.evaluate("document.documentElement.scrollWidth") <= width
    for scheme in ("default", "slate"):
        officer.locator("body").evaluate("(body, it) => body.setAttribute('data-md-color-scheme', it)", scheme)
        assert officer.evaluate(f"{LOOK}.faint(4.5)") == []


def test_without_a_script_there_are_other_ways(browser: Browser, origin: str) -> None:
    """Without scripts the page shows no form, and says what the other ways are to send an update."""
    with browser.new_context(base_url=origin, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(FORM)
        expect(page.locator(".csp-write")).to_be_hidden()
        other = page.locator(".csp-write__without")
        expect(other.get_by_role("listitem")).to_have_count(4)
        ways = {"By an issue on GitHub": "issue", "In Word": "word", "As a file on GitHub": "browser"}
        for name, anchor in ways.items():
            assert other.get_by_role("link", name=name).get_attribute("href") == f"../../../contribute/#{anchor}"
        other.get_by_role("link", name="the last report").last.click()
        expect(page.locator("h1")).to_contain_text("13 November 2006")


@pytest.mark.parametrize("width", [1280, 375])
def test_bar_covers_nothing_that_the_keyboard_comes_to(officer: Page, width: int) -> None:
    """Whatever has the focus on the way through the form is seen above the bar at the bottom, at least in part."""
    officer.set_viewport_size({"width": width, "height": 800})
    box(officer, "prepared_by.name").focus()
    covered = []
    for _ in range(40):
        officer.keyboard.press("Tab")
        covered += officer.evaluate(
            """() => {
                const [one, bar] = [document.activeElement, document.querySelector(".csp-write__bar")];
                const isCovered = one.getBoundingClientRect().top >= bar.getBoundingClientRect().top;
                return isCovered && !bar.contains(one) ? [one.name || one.textContent.trim()] : [];
            }"""
        )
    assert covered == []


def test_group_leads_to_its_form(officer: Page) -> None:
    """The group's page has a link to the form, and the scripts of the form are on no other page."""
    officer.goto("groups/keeping-our-eyes-open/")
    assert officer.locator("script[src*='report_text']").count() == 0
    officer.locator("article").get_by_role("link", name="Write the next update").click()
    expect(officer.locator(".csp-write")).to_be_visible()


def test_form_works_from_a_folder(browser: Browser, checkout: Path, origin: str) -> None:
    """Opened as a file, without any server, the form still writes, checks and gives the file."""
    with browser.new_page() as page:
        page.goto((checkout / "built" / FORM / "index.html").as_uri())
        box(page).fill("Words.")
        assert b"Words." in downloaded(page)


def test_form_works_with_instant_navigation(
    browser: Browser, checkout: Path, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    """Where pages are swapped without being loaded anew, the form starts on every visit, with its draft."""
    root = tmp_path / "instant"
    shutil.copytree(checkout, root, ignore=shutil.ignore_patterns("built"))
    config = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(
        config.replace("  features:\n", "  features:\n    - navigation.instant\n"), "utf-8"
    )
    origin = serve(_built(root))
    watch = Watch(origin)
    with browser.new_context(base_url=origin) as context:
        page = watch.on(context.new_page())
        page.goto("groups/keeping-our-eyes-open/")
        page.evaluate("window.same = true")
        for _ in range(2):
            page.locator("article").get_by_role("link", name="Write the next update").click()
            expect(page.locator(".csp-write")).to_be_visible()
            box(page).fill("Words.")
            saved(page)
            page.locator("article").get_by_role("link", name="Keeping Our Eyes Open").first.click()
            expect(page.locator("h1")).to_have_text(re.compile("^Keeping Our Eyes Open.?$"))
        page.locator("article").get_by_role("link", name="Write the next update").click()
        expect(box(page)).to_have_value("Words.")
    assert watch.problems == []


def test_hostile_words_do_nothing(
    browser: Browser, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On a hostile partnership's form nothing runs, and last time's words come into their box as they were typed."""
    meetings = json.loads(str(hostile.FILES[builders.PARTNERSHIP]))
    meetings["meetings"].append({"date": "2006-11-13", "data_to": "2006-07"})
    report = str(hostile.FILES[builders.REPORT]).replace("</script>", "</script></textarea></form>")
    files = builders.files(hostile.FILES, {builders.PARTNERSHIP: json.dumps(meetings), builders.REPORT: report})
    origin = serve(_built(_checkout(tmp_path_factory.mktemp("hostile-form"), files)))
    watch = Watch(origin)
    with browser.new_page(base_url=origin) as page:
        watch.on(page).goto("groups/homes/update/")
        plans = page.locator("[data-box$='.plans']").first
        plans.locator("summary").click()
        plans.get_by_role("button", name="Use last time's words").click()
        typed = hostile.PROSE.replace("</script>", "</script></textarea></form>")
        expect(plans.locator("textarea")).to_have_value(typed)
        page.locator(".csp-write__preview > summary").click()
        expect(page.locator(".csp-write__shown")).to_contain_text("<script>window.hit=1</script>")
        assert page.evaluate("window.hit") is None
        assert page.locator("article img, article iframe").count() == 0
    assert watch.problems == []


def test_the_sites_own_form_is_for_the_next_meeting(site: Path) -> None:
    """Whoever looks at the repository's own site finds a form that can be tried."""
    page = (site / FORM / "index.html").read_text("utf-8")
    assert "update for the meeting of 15 January 2007" in page
    assert 'class="csp-write"' in page
