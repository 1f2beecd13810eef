"""`python -m cspsite` is the command `cspsite`."""

from cspsite.cli import main

main()
