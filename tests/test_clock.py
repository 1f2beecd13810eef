"""The one place that reads the clock."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cspsite import clock


@pytest.mark.parametrize(
    "utc, day",
    [
        (datetime(2006, 7, 31, 22, 59, tzinfo=UTC), "2006-07-31"),
        (datetime(2006, 7, 31, 23, 1, tzinfo=UTC), "2006-08-01"),  # summer time is an hour ahead
        (datetime(2006, 12, 31, 23, 59, tzinfo=UTC), "2006-12-31"),
    ],
)
def test_day_is_that_of_the_united_kingdom(monkeypatch: pytest.MonkeyPatch, utc: datetime, day: str) -> None:
    """The day changes at midnight in London, in summer and in winter, wherever the site is built."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return utc.astimezone(clock._ZONE)

    monkeypatch.setattr(clock, "datetime", Clock)
    assert clock.today().isoformat() == day
