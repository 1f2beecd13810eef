"""What a command costs: CPU seconds and peak memory of its process, as the system counted them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system), and the most memory held at once, in MB; `output` is what was printed."""

    seconds: float
    memory: float
    output: str = ""


def cost(module: str, *arguments: str | Path) -> Cost:
    """Run `python -m module arguments` and measure it; raises RuntimeError with its messages when it fails.

    `wait4` gives the usage of this one process, where `getrusage` gives the largest of all so far.
    """
    command = [sys.executable, "-m", module, *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(_ROOT), "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}\n{output[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in kilobytes elsewhere
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6, output)
