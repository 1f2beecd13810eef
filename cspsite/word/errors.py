"""Why a file cannot be read as the form, in words for whoever sent it."""

from __future__ import annotations

from cspsite.errors import UsageError


class Unreadable(UsageError):
    """The file is not a Word document that can be read; the message says what to do."""
