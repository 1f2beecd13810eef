"""The one place that reads the clock."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

import pytest

from cspsite import clock
from cspsite.errors import UsageError
from tests.builders import ESTIMATES, PARTNERSHIP, edited, tree


def at(monkeypatch: pytest.MonkeyPatch, utc: datetime) -> None:
    """Stop the clock at a moment."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return utc.astimezone(tz)

    monkeypatch.setattr(clock, "datetime", Clock)


@pytest.mark.parametrize(
    "utc,zone,day",
    [
        (datetime(2006, 7, 31, 22, 59, tzinfo=UTC), "Europe/London", "2006-07-31"),
        (datetime(2006, 7, 31, 23, 1, tzinfo=UTC), "Europe/London", "2006-08-01"),  # summer time is an hour ahead
        (datetime(2006, 12, 31, 23, 59, tzinfo=UTC), "Europe/London", "2006-12-31"),
        (datetime(2006, 12, 31, 23, 59, tzinfo=UTC), "Pacific/Auckland", "2007-01-01"),
    ],
)
def test_day_is_that_of_the_time_zone(monkeypatch: pytest.MonkeyPatch, utc: datetime, zone: str, day: str) -> None:
    """The day changes at midnight in its zone, in summer and in winter, wherever the site is built."""
    at(monkeypatch, utc)
    assert clock.today(zone).isoformat() == day


@pytest.mark.parametrize("zone,expected", [("Europe/London", ["period-in-future"]), ("Pacific/Auckland", [])])
def test_what_lies_in_the_future_is_for_the_partnership_to_say(
    monkeypatch: pytest.MonkeyPatch, zone: str, expected: list[str]
) -> None:
    """An estimate for 15 August lies ahead in London while it is the 14th there, but not in Auckland."""
    at(monkeypatch, datetime(2006, 8, 14, 13, 0, tzinfo=UTC))
    given = tree(
        edited(PARTNERSHIP, "area: Anytown\n", f"area: Anytown\ntime_zone: {zone}\n"),
        edited(ESTIMATES, "2005-06-30,100000,2006-08-24", "2006-08-15,100000,"),
    )
    found = [finding.code for finding in clock.read_today(given).findings]
    assert [code for code in found if code == "period-in-future"] == expected


@pytest.mark.parametrize("zone,day", [("Europe/London", "2007-01-14"), ("Pacific/Auckland", "2007-01-15")])
def test_day_of_a_reproducible_build(monkeypatch: pytest.MonkeyPatch, zone: str, day: str) -> None:
    """With SOURCE_DATE_EPOCH it is the day of that second: 1,168,819,199 is 23:59:59 on 14 January 2007 in London."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1168819199")
    assert clock.today(zone).isoformat() == day


@pytest.mark.parametrize("given", ["yesterday", "1.5", "9" * 30])
def test_second_that_is_none(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """A SOURCE_DATE_EPOCH that is no second is refused in words, rather than left out."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(UsageError, match=f"SOURCE_DATE_EPOCH is '{given}'"):
        clock.today("Europe/London")
