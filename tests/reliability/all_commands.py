"""All that the program does, done once: the window by key, then every command."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_PATIENCE_S = 240
_WINDOW = Path(__file__).with_name("window_once.py")
_GUIDE = """# Our guide

## Interview Structure

### Phase 1: Opening (5-10 minutes)

**Objective**: See how they begin

## Evaluation Rubric

### 1. Framing

- **Exceeds**: Frames it anew
- **Below**: Takes it as given
"""


@dataclass(frozen=True)
class Commands:
    """Runs the program on the records in ``folder``/home, what it leaves beside them.

    ``before`` comes before each command, such as a tracer; ``umask`` is the user's.
    """

    folder: Path
    before: Callable[[str], Sequence[str]] = lambda name: ()
    umask: int = 0o022

    def run(self, *arguments: str) -> str:
        """One command, which must succeed; what it printed."""
        program = (sys.executable, "-m", "interview_desk", *arguments)
        return self._run(arguments[0], program)

    def open_window(self) -> None:
        """The window on these records, typed into and closed."""
        program = (sys.executable, str(_WINDOW), str(self.folder / "home"))
        self._run("window", program)

    def run_all(self) -> int:
        """Everything, in an order in which each command has something to do; how many ran."""
        guide = self.folder / "our-guide.md"
        guide.write_text(_GUIDE, encoding="utf-8")
        guide.chmod(0o600)
        for line in _LINES:
            self.run(*line)
        self.open_window()
        copy = self.run("backup", "--list").split()[0]
        self.run("restore", copy)
        self._damage()
        for line in _AT_THE_END:
            self.run(*line)
        return len(_LINES) + len(_AT_THE_END) + 3

    def _damage(self) -> None:
        """Records that only salvage can read: the middle of the file is noise."""
        with (self.folder / "home" / "interviews.db").open("r+b") as file:
            file.seek(file.seek(0, os.SEEK_END) // 2)
            file.write(bytes(range(256)) * 32)

    def _run(self, name: str, program: Sequence[str]) -> str:
        environment = {
            "INTERVIEW_DESK_HOME": str(self.folder / "home"),
            "HOME": str(self.folder),
            "QT_QPA_PLATFORM": "offscreen",
        }
        done = subprocess.run(
            [*self.before(name), *program],
            cwd=self.folder,
            env=os.environ | environment,
            umask=self.umask,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
        if done.returncode or "Traceback" in done.stderr:
            raise AssertionError(f"{name}: exit {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout


_LINES = (
    ("rehearse", "--out", "rehearsal"),
    ("import", "rehearsal/packet.json"),
    ("guide", "import", "our-guide.md"),
    ("guide", "check", "our-guide.md"),
    ("guide", "list"),
    ("guide", "export", "our-guide", "--out", "exported.md"),
    ("list",),
    ("search", "risk"),
    ("prompt", "opinions", "1"),
    *(("export", "1", "--kind", kind, "--out", f"{kind}.pdf")
      for kind in ("rubric", "short", "feedback", "scorecard")),
    ("export", "1", "--out", "packet.json"),
    ("export", "1", "--out", "rubric.md"),
    ("person", "Mirela Tanaka-Osei", "--out", "person.json"),
    ("doctor",),
    ("backup",),
)  # fmt: skip
_AT_THE_END = (("salvage",), ("anonymise", "1"), ("erase", "1", "--yes"))
