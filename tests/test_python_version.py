"""What make says of a Python that cannot make the environment."""

import pytest

from scripts.python_version import can_make_environments, problem


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_this_python_will_do(version: tuple[int, int, int]) -> None:
    """Python 3.11 and all later ones will do."""
    assert problem(version, has_venv=True) is None


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 9, 2), (3, 10, 14)])
def test_an_older_python_is_named(version: tuple[int, int, int]) -> None:
    """An older Python is refused by name, with what to write in its place."""
    message = problem(version, has_venv=True)
    assert message is not None
    assert message.startswith(f"Python 3.11 or later is needed, and this is {version[0]}.{version[1]} (")
    assert message.endswith("make site PYTHON=python3.12")


def test_a_python_without_venv_is_told_the_package() -> None:
    """Where Debian has left the venv module out, the message names the package that brings it."""
    message = problem((3, 11, 2), has_venv=False)
    assert message is not None
    assert message.endswith("On Debian and Ubuntu: apt-get install python3-venv")


def test_the_python_of_the_tests_has_venv() -> None:
    """Venv and ensurepip are noticed where they are."""
    assert can_make_environments()
