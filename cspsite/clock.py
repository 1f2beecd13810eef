"""The one place that reads the clock; everything else is told what day it is."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from cspsite.history import History, NoHistory
from cspsite.past import NOT_GIVEN
from cspsite.publication import Publication, read_on
from cspsite.tree import Tree


def today(zone: str) -> date:
    """The day it is in a time zone such as `Europe/London`."""
    return datetime.now(ZoneInfo(zone)).date()


def read_today(tree: Tree, history: History | NoHistory = NOT_GIVEN) -> Publication:
    """Load, compute and check, as of the day it is for the partnership."""
    return read_on(tree, today, history)
