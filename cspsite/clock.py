"""The one place that reads the clock; everything else is told what day it is."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

from cspsite.errors import UsageError
from cspsite.history import History, NoHistory
from cspsite.past import NOT_GIVEN
from cspsite.publication import Publication, read_on
from cspsite.tree import Tree


def today(zone: str) -> date:
    """The day it is in a time zone such as `Europe/London`.

    Where the environment has SOURCE_DATE_EPOCH, as https://reproducible-builds.org/specs/source-date-epoch/ has it, it
    is the day of that second, so that the same files make the same site on whichever day. Raises UsageError where that
    is no whole number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        moment = datetime.fromtimestamp(int(given), ZoneInfo(zone)) if given else datetime.now(ZoneInfo(zone))
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is {given!r}; write it as seconds since 1970, such as 1168819200"
        ) from None
    return moment.date()


def read_today(tree: Tree, history: History | NoHistory = NOT_GIVEN) -> Publication:
    """Load, compute and check, as of the day it is for the partnership."""
    return read_on(tree, today, history)
