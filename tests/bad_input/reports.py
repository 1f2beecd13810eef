"""Bad input in reports: the form's headings, statuses, updates, boxes, and the meeting a report is for."""

from __future__ import annotations

from tests.bad_input.case import Case, case
from tests.builders import GROUP, MINIMAL, PARTNERSHIP, REPORT, Files, edited

_NAME = "Fit new locks (burglary)"
_SECTIONS = "one of ## Achievements, ## Barriers, ## Updates, ## Other issues"
_PARTS = "one of #### Progress, #### Plans for the next two months, #### Remedial action"
_PLANS = "#### Plans for the next two months"
#: 380 offences are 5% less than 400; 10% less in 36 months are 4.4% less after 16.
_SUGGESTED = "Green, as the figures suggest: −5.0% per 1,000 population against −4.4% expected"
_SECOND = "groups/homes/reports/2006-11-13.md"


_LATER = "{date: 2006-11-13, data_to: 2006-07}"
#: A second target, just like the first.
_FIRES = MINIMAL[GROUP].partition("targets:\n")[2].partition("actions:")[0].replace("- id: burglary", "- id: fires")


def _report(*changes: tuple[str, str]) -> Files:
    text = MINIMAL[REPORT]
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {REPORT: text}


def _red(remedy: str) -> Files:
    """The report with a Red, and a remedial action that begins on line 31."""
    return _report(("Green", "Red"), ("Fit more locks.", f"Fit more locks.\n\n#### Remedial action\n\n{remedy}"))


CASES: list[Case] = [
    case(
        "A report without front matter is refused at its first line.",
        {REPORT: "## Achievements\n\n- None.\n"},
        ("front-matter", REPORT, 1, "## Achievements", "--- on the first line, and again after the facts"),
    ),
    case(
        "An empty report has no front matter.",
        {REPORT: ""},
        ("front-matter", REPORT, 1, "nothing", "--- on the first line, and again after the facts"),
    ),
    case(
        "Front matter that is not YAML is one finding, at its own line.",
        _report(("data_to: 2006-07", "data_to: [2006-07")),
        (
            "yaml-syntax",
            REPORT,
            2,
            "a bracket that is left open in “data_to: [2006-07”",
            "key: value, one a line",
        ),
    ),
    case(
        "A name with a colon in it, as some write their rank, is a second colon.",
        _report(("{name: A Person, role: Officer}", "{name: Insp O’Neil: acting, role: Officer}")),
        (
            "yaml-syntax",
            REPORT,
            4,
            "a second colon, in words without quotes, in “prepared_by: {name: Insp O’Neil: acting, role: Officer}”",
            "key: value, one a line",
        ),
    ),
    case(
        "Who prepared a report is keys and values, and these are named.",
        _report(("{name: A Person, role: Officer}", "Insp Smith")),
        (
            "wrong-value",
            REPORT,
            4,
            "prepared_by: Insp Smith",
            "keys and values, such as {name: …, role: …, organisation: …}",
        ),
    ),
    case(
        "A report without a heading lacks all four, in one finding.",
        {REPORT: "---\ndata_to: 2006-07\nclassification: OFFICIAL\n---\n\nAll well.\n"},
        (
            "heading-missing",
            REPORT,
            4,
            "none of the form's headings",
            "## Achievements, ## Barriers, ## Updates, ## Other issues",
        ),
        ("text-outside-heading", REPORT, 6, "All well.", "text under Achievements"),
    ),
    case(
        "A fact missing from the front matter is named.",
        _report(("classification: OFFICIAL\n", "")),
        ("missing-key", REPORT, 2, "no classification", "the key classification"),
    ),
    case(
        "An unknown heading is named with the nearest of the form's.",
        _report(("## Achievements", "## Acheivements")),
        ("unknown-heading", REPORT, 7, "## Acheivements", _SECTIONS),
    ),
    case(
        "An unknown heading within an update is named with the update's.",
        _report(("#### Progress", "#### Where we are")),
        ("unknown-heading", REPORT, 21, "#### Where we are", _PARTS),
    ),
    case(
        "A heading of the first level is not the form's.",
        _report(("## Achievements", "# Our report\n\n## Achievements")),
        ("unknown-heading", REPORT, 7, "# Our report", _SECTIONS),
    ),
    case(
        "A missing heading is named.",
        _report(("\n## Other issues\n", "")),
        ("heading-missing", REPORT, 5, "no heading ## Other issues", "## Other issues"),
    ),
    case(
        "A section given twice is named at the second.",
        {REPORT: MINIMAL[REPORT] + "\n## Barriers\n\n- Rain.\n"},
        ("heading-twice", REPORT, 31, "Barriers again", "once (line 11)"),
    ),
    case(
        "A part of an update given twice is named at the second.",
        _report((_PLANS, "#### Progress\n\nMore.\n\n" + _PLANS)),
        ("heading-twice", REPORT, 25, "Progress again", "once (line 21)"),
    ),
    case(
        "Words before the first heading belong to none.",
        _report(("## Achievements", "A good month.\n\n## Achievements")),
        ("text-outside-heading", REPORT, 7, "A good month.", "text under Achievements"),
    ),
    case(
        "Words between Updates and the first action belong to none.",
        _report(("### Locks", "All well.\n\n### Locks")),
        ("text-outside-heading", REPORT, 17, "All well.", "text under ### and the action"),
    ),
    case(
        "Words between an update's status and its first heading belong to none.",
        _report(("**Status:** Green", "**Status:** Green\n\nAs agreed.")),
        ("text-outside-heading", REPORT, 21, "As agreed.", "text under #### Progress"),
    ),
    case(
        "Progress before any action belongs to none.",
        _report(("### Locks", "#### Progress\n\nGood.\n\n### Locks")),
        ("text-outside-heading", REPORT, 17, "#### Progress", "### and the action above it"),
    ),
    case(
        "A comment without an end swallows no heading silently.",
        _report(("## Barriers", "<!-- to do\n\n## Barriers")),
        ("never-closed", REPORT, 11, "<!-- to do", "its end, further down"),
    ),
    case(
        "A comment whose end was deleted does not swallow headings up to the end of the next one.",
        _report(("## Barriers", "<!-- to do\n\n## Barriers\n\n<!-- the form asks for 1 -->")),
        ("never-closed", REPORT, 11, "<!-- to do", "its end, above line 15"),
    ),
    case(
        "A code block without an end swallows no heading silently.",
        _report(("## Barriers", "```\n\n## Barriers")),
        ("never-closed", REPORT, 11, "```", "its end, further down"),
    ),
    case(
        "An update's heading without an id names no action.",
        _report(("### Locks {#locks.burglary}", "### Locks")),
        ("update-without-id", REPORT, 17, "### Locks", "### Locks {#action.target}"),
    ),
    case(
        "A report for a day without a meeting is named with the days that have one.",
        {_SECOND: MINIMAL[REPORT]},
        ("unknown-meeting", _SECOND, 2, "2006-11-13", "one of 2006-09-11"),
    ),
    case(
        "A report's file name is a date that exists.",
        {"groups/homes/reports/2006-02-30.md": MINIMAL[REPORT]},
        (
            "not-a-date",
            "groups/homes/reports/2006-02-30.md",
            1,
            "2006-02-30",
            "the meeting's date as file name: 2006-09-11.md",
        ),
    ),
    case(
        "An update on an unknown action is named with the nearest.",
        _report(("{#locks.burglary}", "{#lock.burglary}")),
        ("unknown-action", REPORT, 17, "lock", "one of locks"),
    ),
    case(
        "An update on a target that the action does not serve is named with those it does.",
        _report(("{#locks.burglary}", "{#locks.vehicles}")),
        ("action-not-for-target", REPORT, 17, "{#locks.vehicles}", "{#locks.burglary}"),
    ),
    case(
        "An update that leaves out the target of an action with targets is named.",
        _report(("{#locks.burglary}", "{#locks}")),
        ("action-not-for-target", REPORT, 17, "{#locks}", "{#locks.burglary}"),
    ),
    case(
        "An older report may name a target that the action no longer serves: it has moved since.",
        {
            PARTNERSHIP: MINIMAL[PARTNERSHIP].replace("data_to: 2006-07}", "data_to: 2006-07}\n  - " + _LATER),
            GROUP: MINIMAL[GROUP].replace("actions:", _FIRES + "actions:").replace("[burglary]", "[fires]"),
            _SECOND: MINIMAL[REPORT].replace("{#locks.burglary}", "{#locks.fires}"),
        },
        ("target-served-before", REPORT, 17, "{#locks.burglary}", "{#locks.fires}"),
    ),
    case(
        "An action without an update is named by its title.",
        {
            GROUP: MINIMAL[GROUP]
            + "  - {id: bolts, title: Fit bolts, targets: [burglary], owner: Council, due: 2007-03-31}\n"
        },
        ("update-missing", REPORT, 15, "Fit bolts (burglary)", "### … {#bolts.burglary}"),
    ),
    case(
        "Two updates on one action and target: the second is named.",
        _report(
            (
                "\n## Other issues",
                f"\n### Again {{#locks.burglary}}\n\n**Status:** Green\n\n#### Progress\n\nA.\n\n{_PLANS}\n\nB.\n"
                "\n## Other issues",
            )
        ),
        ("update-twice", REPORT, 29, "{#locks.burglary}", "one update"),
    ),
    case(
        "An unknown status word is named with the nearest.",
        _report(("**Status:** Green", "**Status:** Ambre")),
        ("unknown-status", REPORT, 19, "Ambre", "Red, Amber or Green"),
    ),
    case(
        "A status with more words beside it is unknown.",
        _report(("**Status:** Green", "**Status:** amber - see below")),
        ("unknown-status", REPORT, 19, "amber - see below", "Red, Amber or Green"),
    ),
    case(
        "A status that says nothing is missing.",
        _report(("**Status:** Green", "**Status:**")),
        ("status-missing", REPORT, 19, _NAME, "Red, Amber or Green"),
    ),
    case(
        "An update without a status line has none, and the finding stands at its heading.",
        _report(("**Status:** Green\n\n", "")),
        ("status-missing", REPORT, 17, _NAME, "Red, Amber or Green"),
    ),
    case(
        "Red without remedial action is named.",
        _report(("Green", "Red")),
        ("no-remedial-action", REPORT, 17, f"Red for {_NAME}", "#### Remedial action"),
        ("status-differs", REPORT, 19, f"Red for {_NAME}", _SUGGESTED),
    ),
    case(
        "Amber with an empty remedial action is named where it should stand.",
        _report(("Green", "Amber"), ("Fit more locks.", "Fit more locks.\n\n#### Remedial action")),
        ("no-remedial-action", REPORT, 29, f"Amber for {_NAME}", "#### Remedial action"),
        ("status-differs", REPORT, 19, f"Amber for {_NAME}", _SUGGESTED),
    ),
    case(
        "A remedial action without owner and day is named where its action has neither.",
        {
            **_red("Buy locks."),
            **edited(GROUP, "    owner: Council\n    due: 2007-03-31\n", ""),
        },
        ("action-without-owner", GROUP, 13, "Fit new locks", "an owner"),
        ("action-without-due-date", GROUP, 13, "Fit new locks", "a due date"),
        ("remedy-without-owner", REPORT, 31, f"Red for {_NAME}", "**Owner:** and who does it"),
        ("remedy-without-day", REPORT, 31, f"Red for {_NAME}", "**Due:** and the day"),
        ("status-differs", REPORT, 19, f"Red for {_NAME}", _SUGGESTED),
    ),
    case(
        "A remedial action without owner and day has those of its action.",
        _red("Buy locks.\n\nOwner:\nDue: –"),
        ("status-differs", REPORT, 19, f"Red for {_NAME}", _SUGGESTED),
    ),
    case(
        "An owner and a day alone are no remedial action.",
        _red("**Owner:** Council\n**Due:** 30 November 2006"),
        ("no-remedial-action", REPORT, 31, f"Red for {_NAME}", "#### Remedial action"),
        ("status-differs", REPORT, 19, f"Red for {_NAME}", _SUGGESTED),
    ),
    case(
        "A day that cannot be read is named at its own line, beside a Green too.",
        _report(
            ("Fit more locks.", "Fit more locks.\n\n#### Remedial action\n\nBuy some.\n\nDue: soon\nOwner: Council")
        ),
        ("remedy-day-unreadable", REPORT, 33, "soon", "a day like 8 January 2007"),
    ),
    case(
        "A day that the calendar has not is not read.",
        _red("Buy locks.\n\n**Owner:** Council\n**Due:** 31 November 2006"),
        ("remedy-day-unreadable", REPORT, 34, "31 November 2006", "a day like 8 January 2007"),
        ("status-differs", REPORT, 19, f"Red for {_NAME}", _SUGGESTED),
    ),
    case(
        "A day no later than the report's figures is named at its own line.",
        _red("Buy locks.\n**Due:** 31/7/2006"),
        ("remedy-day-past", REPORT, 32, "31 July 2006", "a day after July 2006"),
        ("status-differs", REPORT, 19, f"Red for {_NAME}", _SUGGESTED),
    ),
    case(
        "A day after the report's figures may be before the meeting.",
        _red("Buy locks.\n**Due:** 1 August 2006"),
        ("status-differs", REPORT, 19, f"Red for {_NAME}", _SUGGESTED),
    ),
    case(
        "An update without progress is named.",
        _report(("There were {{ burglary.count }} burglaries.", "")),
        ("no-progress", REPORT, 21, _NAME, "#### Progress with some words"),
    ),
    case(
        "An update without plans is named.",
        _report((f"{_PLANS}\n\nFit more locks.\n", "")),
        ("no-plans", REPORT, 17, _NAME, _PLANS),
    ),
    case(
        "Empty achievements are counted against the form's boxes.",
        _report(("- Every lock was fitted.", "")),
        ("achievements-missing", REPORT, 7, "0 of 1 achievements", "1 achievements"),
    ),
    case(
        "Barriers are counted against the form's boxes.",
        edited(PARTNERSHIP, "barriers: 1", "barriers: 2"),
        ("barriers-missing", REPORT, 11, "1 of 2 barriers", "2 barriers"),
    ),
    case(
        "A risk in an update of a report without barriers is pointed at, in its line.",
        _report(("- The locks come late.", ""), ("burglaries.", "burglaries.\nFunding is a concern.")),
        ("barriers-missing", REPORT, 11, "0 of 1 barriers", "1 barriers"),
        ("risk-not-a-barrier", REPORT, 24, f"“concern” in the update on {_NAME}", "a barrier"),
    ),
    case(
        "An issue about another group needs a recipient.",
        {REPORT: MINIMAL[REPORT] + "\n### Links\n\nLinks to the Youth Delivery Group are weak.\n"},
        ("issue-without-recipient", REPORT, 31, "Links", "**For:** and a name"),
    ),
    case(
        "A box may hold as many characters as the form says, beside the figures that it quotes.",
        # 22 in “Every lock was fitted.”, 23 in “There were  burglaries.”
        edited(PARTNERSHIP, "barriers: 1}", "barriers: 1, characters: 22}"),
        ("box-too-long", REPORT, 23, "23 characters", "22 characters at most"),
    ),
    case(
        "A group that exists owes a report to each meeting that has been.",
        {REPORT: None},
        ("report-missing", GROUP, 1, "no report to the meeting of 2006-09-11", REPORT),
    ),
    case(
        "A report to another month than its meeting's says so.",
        _report(("data_to: 2006-07", "data_to: 2006-06")),
        ("data-to-differs", REPORT, 2, "2006-06", "2006-07, the meeting's"),
    ),
    case(
        "A classification other than OFFICIAL stops publication.",
        _report(("OFFICIAL", "OFFICIAL-SENSITIVE")),
        ("not-official", REPORT, 3, "OFFICIAL-SENSITIVE", "OFFICIAL"),
    ),
    *(
        case(
            f"{words} under Achievements says nothing.",
            _report(("- Every lock was fitted.", words)),
            ("achievements-missing", REPORT, 7, "0 of 1 achievements", "1 achievements"),
        )
        for words in ("-", "- –", "- …", "- ...", "TBC", "- tbc", "- n/a", "- ?")
    ),
    *(
        case(
            f"{words} satisfies every box for barriers.",
            {
                **edited(PARTNERSHIP, "barriers: 1", "barriers: 2"),
                **_report(("- The locks come late.", words)),
            },
        )
        for words in ("- None", "None this period.", "- Nil", "- No barriers", "There are none to report.")
    ),
    case(
        "None of a kind is not none at all.",
        {
            **edited(PARTNERSHIP, "barriers: 1", "barriers: 2"),
            **_report(("- The locks come late.", "- None of the locks came.")),
        },
        ("barriers-missing", REPORT, 11, "1 of 2 barriers", "2 barriers"),
    ),
    case(
        "Placeholders in the boxes of an update are not given.",
        _report(
            ("Green", "Red"),
            ("There were {{ burglary.count }} burglaries.", "TBC"),
            ("Fit more locks.", "- …\n\n#### Remedial action\n\nn/a"),
        ),
        ("no-progress", REPORT, 21, _NAME, "#### Progress with some words"),
        ("no-plans", REPORT, 25, _NAME, _PLANS),
        ("no-remedial-action", REPORT, 29, f"Red for {_NAME}", "#### Remedial action"),
        ("status-differs", REPORT, 19, f"Red for {_NAME}", _SUGGESTED),
    ),
    case(
        "A placeholder for a status is no status.",
        _report(("Green", "TBC")),
        ("status-missing", REPORT, 19, _NAME, "Red, Amber or Green"),
    ),
    case(
        "Without the heading Updates, updates are read all the same.",
        _report(("## Updates\n\n", "")),
        ("heading-missing", REPORT, 15, "no heading ## Updates", "## Updates above it"),
    ),
    case(
        "A misspelt Updates is one finding, and the updates under it are read.",
        _report(("## Updates", "## Updtes")),
        ("unknown-heading", REPORT, 15, "## Updtes", _SECTIONS),
    ),
    case(
        "An unknown heading above updates stands for Updates.",
        _report(("## Updates", "## What we did")),
        ("unknown-heading", REPORT, 15, "## What we did", _SECTIONS),
    ),
    case(
        "An unknown heading stands for the one that is missing.",
        _report(("## Other issues", "## Any more business")),
        ("unknown-heading", REPORT, 29, "## Any more business", _SECTIONS),
    ),
    case(
        "A part of an update with a sign too few is one finding, and is read.",
        _report(("#### Progress", "### Progress")),
        ("unknown-heading", REPORT, 21, "### Progress", _PARTS),
    ),
    case(
        "A section with a sign too many is one finding, and is read.",
        _report(("## Barriers", "### Barriers")),
        ("unknown-heading", REPORT, 11, "### Barriers", _SECTIONS),
    ),
    case(
        "A misspelt part of an update is one finding, and is read.",
        _report(("#### Progress", "#### Progres")),
        ("unknown-heading", REPORT, 21, "#### Progres", _PARTS),
    ),
    case(
        "A line under words makes them a heading: one finding, and they stay words.",
        _report(("Fit more locks.", "Fit more locks.\n---\nAnd bolts.")),
        ("unknown-heading", REPORT, 27, "Fit more locks., underlined", "words, not a heading"),
    ),
    case(
        "A part of an update with a line under it is one finding, and is read.",
        _report(("#### Progress", "Progress\n--------")),
        ("unknown-heading", REPORT, 21, "Progress, underlined", _PARTS),
    ),
    case(
        "Words in brackets before a colon are words, not a link's definition.",
        _report(("There were {{ burglary.count }} burglaries.", "[Staffing]: frozen")),
    ),
    case(
        "A status that is not said to be one is one finding.",
        _report(("**Status:** Green", "**Green**")),
        ("text-outside-heading", REPORT, 19, "**Green**", "text under #### Progress"),
    ),
    case(
        "A report for a mistaken day is not missing as well.",
        {REPORT: None, "groups/homes/reports/2006-09-12.md": MINIMAL[REPORT]},
        ("unknown-meeting", "groups/homes/reports/2006-09-12.md", 2, "2006-09-12", "one of 2006-09-11"),
    ),
]
