"""Say plainly when this Python cannot make the environment; run by make before it does anything."""

# Written so that any Python 3, however old, gets as far as the message.
import sys

OLDEST = (3, 11)


def problem(version, has_venv):
    # type: (tuple[int, ...], bool) -> str | None
    """Return what is wrong with a Python of this version, or None."""
    if tuple(version[:2]) < OLDEST:
        return (
            "Python {}.{} or later is needed, and this is {}.{} ({}).\n"
            "Name a later one, for example: make site PYTHON=python3.12"
        ).format(*OLDEST + tuple(version[:2]) + (sys.executable,))
    if not has_venv:
        return (
            "This Python ({}) cannot make a virtual environment: its venv or ensurepip module is missing.\n"
            "On Debian and Ubuntu: apt-get install python3-venv"
        ).format(sys.executable)
    return None


def can_make_environments():
    # type: () -> bool
    """Whether both modules that `python -m venv` needs are there."""
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    message = problem(tuple(sys.version_info[:3]), can_make_environments())
    if message:
        sys.stderr.write(message + "\n")
        sys.exit(1)
