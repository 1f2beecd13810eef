"""Reports as anybody might type them, for tests that what is typed is kept."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from cspsite.model import OtherIssue, PreparedBy, Report, Update
from cspsite.periods import Month

MEETING = date(2006, 9, 11)
SIGNS = "#-=`~<>!&*_+.)(/{}|: \n\r\t\u00a0\u2028\\?\"'0123aAé—"
typed = st.text(st.sampled_from(SIGNS), max_size=30) | st.text(max_size=30)
_issue_words = typed.map(lambda text: text.replace("For", "").replace("for", ""))
_update = st.builds(
    Update,
    action=st.just("locks"),
    target=st.sampled_from(["burglary", None]),
    heading=typed,
    status=st.sampled_from(["Red", "Amber", "Green", None]),
    progress=typed,
    plans=typed,
    remedial_action=typed,
)
_person = st.builds(PreparedBy, name=st.sampled_from(["A", "No: # 'x'", "yes", None]), role=st.none() | st.just("é, {"))
typed_reports = st.builds(
    Report,
    data_to=st.just(Month.parse("2006-07")),
    classification=st.sampled_from(["OFFICIAL", "OFFICIAL: SENSITIVE", "null"]),
    group=st.just("homes"),
    meeting=st.just(MEETING),
    prepared_by=_person,
    illustrative=st.none() | st.just("Invented: all of it."),
    achievements=st.lists(typed, max_size=3).map(tuple),
    barriers=st.lists(typed, max_size=2).map(tuple),
    updates=st.lists(_update, max_size=2).map(tuple),
    other_issues=st.lists(st.builds(OtherIssue, title=typed, text=_issue_words), max_size=2).map(tuple),
)
