"""Every kind of finding: its code, how bad it is, what it is called, and what to do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """An error stops publication; a warning or a notice is published with the data."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Code(NamedTuple):
    """One kind of finding."""

    severity: Severity
    title: str
    advice: str


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTICE
_PUBLIC = "Take it out: the site is public."
_LISTED = "If it only looks like one, ask for it to be listed (not_personal)."

CODES: dict[str, Code] = {
    # Any file
    "file-unexpected": Code(_E, "File that nothing reads", "Move it to where it belongs, or delete it."),
    "file-missing": Code(_E, "File missing", "Add the file."),
    "file-name": Code(
        _E, "File name is not an id", "Use lower-case letters, digits and single hyphens: domestic-burglary."
    ),
    "encoding-wrong": Code(_E, "Text is not UTF-8", "Save the file again as UTF-8 (in Excel: 'CSV UTF-8')."),
    "byte-order-mark": Code(_N, "Byte-order mark", "Nothing to do: it is read without the mark."),
    "windows-line-ends": Code(_N, "Windows line ends", "Nothing to do: they are read as ordinary line ends."),
    "merge-conflict": Code(_E, "Merge conflict left in the file", "Keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."),
    "history-missing": Code(_N, "What a meeting had is not known", "Nothing to do, if the records in git begin later; else keep data/ in git, and tag each meeting: meeting/2006-09-11."),
    "history-shallow": Code(_W, "Only the last part of the history is here", "Get the whole history: `git fetch --unshallow`; in a workflow, `fetch-depth: 0`."),
    # YAML
    "yaml-syntax": Code(
        _E, "Line that cannot be read", "Look for a colon without a space after it, words with a colon that need quotes, a quote left open, or indentation that differs from the line above."
    ),
    "yaml-tab": Code(_E, "Tab in YAML", "Indent with spaces."),
    "yaml-duplicate-key": Code(_E, "Key given twice", "Keep one of the two lines."),
    "yaml-ambiguous": Code(_E, "Ambiguous YAML value", "Put it in quotes if it is text."),
    "yaml-feature": Code(_E, "YAML feature that is not used here", "Write the value out in full."),
    "not-a-date": Code(_E, "Not a date", "Write dates as 2006-09-11."),
    "unknown-key": Code(_E, "Unknown key", "Correct the key, or delete the line."),
    "missing-key": Code(_E, "Missing key", "Add it."),
    "wrong-value": Code(_E, "Wrong value", "Write what is expected instead."),
    "duplicate-id": Code(_E, "Id or date used twice", "Give each its own, or delete the second."),
    "unknown-id": Code(_E, "Id that points nowhere", "Correct the id, or add what it names."),
    # The accessibility statement
    "statement-open": Code(_N, "Accessibility statement not finished", "Say it under accessibility: in partnership.yml; the law asks for it."),
    "statement-old": Code(_N, "Accessibility statement not reviewed for a year", "Read the statement, put right what is no longer so, and enter the day."),
    # Reports
    "front-matter": Code(_E, "No facts at the top of the report", "Begin the report with its facts between two lines of ---, as the last report does."),
    "unknown-heading": Code(_E, "Unknown heading", "Use the form's own headings; for a heading of your own, make the line bold."),
    "heading-missing": Code(_W, "Heading missing", "Add the heading; leave it empty if there is nothing to say."),
    "heading-twice": Code(_E, "Heading given twice", "Put the text of both under one heading."),
    "text-outside-heading": Code(_E, "Text outside the form's headings", "Put it under the heading it belongs to."),
    "never-closed": Code(_E, "Comment or code block that never ends", "End a comment with -->, a code block with the same marks that begin it."),
    "update-without-id": Code(_E, "Update that names no action", "End the heading with {#action.target}, or {#action} where it serves no target; the last report shows it."),
    "unknown-meeting": Code(_E, "Report for an unknown meeting", "Rename the file to the meeting's date, or add the meeting to partnership.yml."),
    "unknown-action": Code(_E, "Update on an unknown action", "Correct the id, or add the action to group.yml; one that is over stays there, with state: closed."),
    "action-not-for-target": Code(_E, "Update on a target that the action does not serve", "Correct the id, or add the target to the action in group.yml."),
    "target-served-before": Code(_N, "Older update on a target that the action no longer serves", "Nothing to do, if the action has moved to another target since; else correct the id."),
    "update-missing": Code(_W, "Action without an update", "Add an update, even if it says that nothing has happened."),
    "update-twice": Code(_E, "Two updates on one action and target", "Put both under one heading."),
    "unknown-status": Code(_E, "Unknown status word", "Use Red, Amber or Green."),
    "status-missing": Code(_W, "No status", "Give a status: Red, Amber or Green."),
    "no-remedial-action": Code(_W, "Red or Amber without remedial action", "Say under Remedial action what will be done about it, by whom and by when."),
    "remedy-without-owner": Code(_W, "Remedial action without owner", "End it with a line **Owner:** and the organisation or role that does it, or give the action its owner in group.yml."),
    "remedy-without-day": Code(_W, "Remedial action without a day", "End it with a line **Due:** and the day, such as 8 January 2007, or give the action its day in group.yml."),
    "remedy-day-unreadable": Code(_W, "Day of a remedial action that cannot be read", "Write one day with its year behind **Due:**, and no other words: 8 January 2007."),
    "remedy-day-past": Code(_W, "Remedial action that was due before the report's figures end", "Correct the day; if it has passed, say what is done now, and by when."),
    "no-progress": Code(_W, "No progress given", "Say under Progress what has been done, or that nothing has."),
    "no-plans": Code(_W, "No plans given", "Say under Plans what is planned until the next meeting, or that nothing is."),
    "achievements-missing": Code(_W, "Fewer achievements than the form asks for", "Add an achievement, or say that there is none."),
    "barriers-missing": Code(_W, "Fewer barriers than the form asks for", "Add a barrier, or say that there is none."),
    "risk-not-a-barrier": Code(_W, "A risk told in an update, but no barrier given", "Repeat it under Barriers, so that the board sees it."),
    "box-too-long": Code(_W, "Box with more words than the form has room for", "Shorten it; figures that you quote do not count."),
    "issue-without-recipient": Code(_W, "Other issue with no recipient", "Say whom it is for with a line **For:** under its heading."),
    "report-missing": Code(_W, "No report received", "Send the group's report; the contribute page shows the ways."),
    "data-to-differs": Code(_W, "Report and meeting have different last months", "Use the meeting's month, or say in the report why not."),
    "not-official": Code(_E, "Classification other than OFFICIAL", "Write OFFICIAL if that is what it is; otherwise take the report out of this repository, which is public."),
    # Groups
    "target-without-number": Code(_W, "Target with no number", "Agree by how much it should change, and give the target that number (change: or value:)."),
    "target-without-date": Code(_W, "Target with no end date", "Agree by when, and give the target that date (end:)."),
    "target-without-data": Code(_W, "Target with no figures", "Get the counts from whoever keeps them."),
    "target-wrong-side": Code(_E, "Target on the wrong side of its baseline", "Correct the target's number or kind, or the indicator's polarity."),
    "trajectory-unfit": Code(_E, "Trajectory that cannot be followed", "Correct the shape or the points of the trajectory."),
    "target-against-neutral": Code(_W, "Target on an indicator with no better direction", "Say in the indicator whether lower or higher is better, or why neither is."),
    "target-wordings-differ": Code(_W, "Target worded in two ways", "Agree one wording, and use it in both places."),
    "target-wording-measure": Code(_W, "Target's words and its measure differ", "Make the measure in group.yml say what the words say."),
    "action-without-target": Code(_W, "Action that serves no target", "Name the targets it serves (targets:), if it serves any."),
    "action-without-owner": Code(_W, "Action with no owner", "Name the organisation or role that owns it (owner:)."),
    "action-without-due-date": Code(_W, "Action with no due date", "Say when it should be done (due:)."),
    "status-without-figures": Code(_W, "Status with no figure behind it", "Get the figures, or say on what the status rests."),
    "status-differs": Code(_N, "Status other than the figures suggest", "Say in the report on what the status rests, or correct it."),
    # Series
    "csv-columns": Code(_E, "Wrong columns", "Use the columns as expected, in that order."),
    "csv-separator": Code(_E, "Columns not separated by commas", "Save the file again with commas ('CSV UTF-8')."),
    "csv-ragged": Code(_E, "Row with too many or too few columns", "Give each row the same columns; put text with commas in quotes."),
    "csv-blank-row": Code(_N, "Blank row", "Nothing to do: it is left out."),
    "period-impossible": Code(_E, "Period that cannot be", "Write months as 2006-04, quarters as 2006/07-Q1, years as 2006/07."),
    "period-excel": Code(_N, "Month as Excel writes it", "Nothing to do: it is read as the month shown."),
    "period-wrong-frequency": Code(_E, "Period of another length than the indicator's", "Give one row for each period of the indicator's frequency."),
    "period-twice": Code(_E, "Period given twice", "Keep the right row."),
    "period-order": Code(_E, "Periods out of order", "Correct the period if its year or month is mistyped; else sort the rows by period."),
    "period-gap": Code(_E, "Gap in the series", "Add the missing rows; where a count is not known, leave it blank with marker x."),
    "period-after-data": Code(_W, "Period after the last meeting's data", "Add the meeting it is for, or hold it back until then."),
    "period-in-future": Code(_E, "Period that has not ended yet", "Take the row out until the period is complete."),
    "count-missing": Code(_E, "Blank count", "Give the count; where it is not known, give marker x; 0 means none."),
    "count-not-a-number": Code(_E, "Count that is not a number", "Give a whole number, in digits only."),
    "count-thousands-comma": Code(_E, "Count with a thousands comma", "Write 1234, not 1,234."),
    "count-negative": Code(_E, "Negative count", "Correct it: a count is 0 or more."),
    "count-fractional": Code(_E, "Fractional count", "Give a whole number; a rate is worked out from counts."),
    "count-with-marker": Code(_E, "Count beside a marker that says there is none", "Take out the count or the marker."),
    "count-outlier": Code(_W, "Count far outside the series", "Check it; if it is right, say so in its note."),
    "counts-below-threshold": Code(_W, "Counts below the threshold in the repository", "Keep the repository private, or hold the counts elsewhere and give them for longer periods."),
    "unknown-marker": Code(_E, "Unknown marker", "Use p, r, e, u, x, c, z or b, with spaces between."),
    "components-differ": Code(_E, "Components do not add up", "Correct the total or a component, or take the total's file out."),
    "components-unfit": Code(_E, "Components that cannot be added", "Give components with the same frequency, and none that contains itself."),
    "limits-unused": Code(_W, "New limits that begin nowhere", "Correct the month from which the control chart has new limits."),
    "source-missing": Code(_W, "No source", "Say in the indicator who recorded the counts."),
    "extract-date-missing": Code(_W, "No extract date", "Say in the indicator when the counts were taken (extracted:)."),
    "baseline-missing": Code(_W, "No figures for the baseline", "Add the counts of the baseline period."),
    "denominator-missing": Code(_E, "No denominator for the period", "Add a row to the denominator's file."),
    "denominator-old": Code(_W, "Old denominator", "Add the latest published estimate."),
    "denominator-jump": Code(_W, "Estimate far from the one before", "Check it; if it is right, write 'checked' and the reason in its source."),
    "publication-date-missing": Code(_W, "Estimates with no publication date", "Add the date on which each estimate was published."),
    # Prose
    "token-wrong": Code(_E, "Code of a figure that cannot be read", "Write it as {{ indicator.figure }}; the contribute page lists what may follow."),
    "unknown-figure": Code(_E, "Code that names no figure", "Use a figure of the list on the contribute page."),
    "figure-not-available": Code(_W, "Code of a figure that cannot be given", "Get the counts, or quote another figure."),
    "figure-contradicts-words": Code(_E, "Figure that contradicts the words beside it", "Correct the word, or let the figure bring it: end the code with | words."),
    "figure-old": Code(_W, "Figure older than the report's data", "Say how old it is, or get newer counts."),
    "other-measure": Code(_W, "Figure in another measure than the target's", "Quote the target's own measure as well."),
    "figures-disagree": Code(_W, "Comparisons that point in opposite directions", "Say which of them decides the status."),
    "base-not-quoted": Code(_W, "Percentage without the figure it starts from", "Quote the count or rate that the change starts from as well."),
    "period-differs": Code(_W, "Words and figures that begin in different months", "Name the month that the figures begin in, or quote figures from the month named."),
    "decimals-mixed": Code(_W, "Figures of one paragraph with different decimals", "Use the same number of decimals."),
    "percentage-typed": Code(_N, "Percentage typed by hand", "Quote the figure by its code, so that it is worked out and stays right."),
    "count-typed": Code(_N, "Count typed by hand", "Quote the count by its code, so that it follows when counts are revised."),
    "acronym-unknown": Code(_W, "Acronym not in the glossary", "Add it to glossary.yml, or write it out."),
    "personal-telephone": Code(_E, "Telephone number", f"{_PUBLIC} Write a role, or a service's line, such as 101 or one with 03. For a reference number write “ref” right before it, and its digits in one piece. {_LISTED}"),
    "personal-email": Code(_E, "Personal e-mail address", "Give a role's mailbox, or take it out: the site is public. A shared one may stand if each word of it is a role, a task, a group or a short form of the glossary, as in community.safety@."),
    "personal-postcode": Code(_E, "Postcode", f"Name the area instead: a postcode can point to one home. Write the ward, the estate, or the first half of the postcode. {_LISTED}"),
    "personal-vehicle": Code(_E, "Vehicle registration", f"{_PUBLIC} Write what it was, such as “a white van”. For a section of an Act write “section 12 of the Act”. {_LISTED}"),
    "personal-national-insurance": Code(_E, "National Insurance number", "Take it out, and tell whoever keeps personal data in your organisation. Write whom it is about by a role, such as “a witness”."),
    "not-personal-unused": Code(_N, "Listed as no personal detail, but not needed", "Write it under not_personal just as it stands in the words, or take it off the list."),
    "name-in-words": Code(_N, "Last name of someone who completed a report", "Write the role instead, such as “the neighbourhood inspector”. A last name alone is not left out of the site, as it could be a street. Nothing to do, if it is one."),
}  # fmt: skip
