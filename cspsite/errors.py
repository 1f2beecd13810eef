"""What the program cannot go on from; everything else is a finding."""


class CspsiteError(Exception):
    """Base of every error that cspsite raises on purpose."""


class UsageError(CspsiteError):
    """The command was asked for something that does not exist, such as an unknown group."""


class TokenError(CspsiteError):
    """A token in prose that cannot be read, or that names no figure; the check makes a finding of it."""

    def __init__(self, code: str, found: str, expected: str, advice: str = "") -> None:
        super().__init__(f"{found}; expected {expected}")
        self.code = code
        self.found = found
        self.expected = expected
        self.advice = advice
