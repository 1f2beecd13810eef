"""The one place that reads the clock; everything else is told what day it is."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Europe/London")


def today() -> date:
    """The day it is for the partnership."""
    return datetime.now(_ZONE).date()
