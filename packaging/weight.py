"""What an installation weighs: every package that the program needs, and which brings which.

Prints a table in Markdown, the heaviest first, of what is installed beside the Python that runs
this. Usage, in the folder above this: .venv/bin/python packaging/weight.py
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r";.*\bextra\b")
_PROGRAM = "interview-desk"
_MB = 1_000_000


def needed(name: str, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The packages that one needs, each with the one that asks for it, once."""
    for line in distribution(name).requires or ():
        found = _NAME.match(line)
        if found is None or _EXTRA.search(line):
            continue
        key = found[0].lower().replace("_", "-")
        if key not in known and _is_there(key):
            known[key] = name
            yield key, name
            yield from needed(key, known)


def _is_there(name: str) -> bool:
    """A package for another system or Python is not."""
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def weight(package: Distribution) -> int:
    """Bytes of its files on the disk."""
    paths = (Path(str(file.locate())) for file in package.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())


def main() -> None:
    """Print the table."""
    rows = [(weight(distribution(name)), name, by) for name, by in needed(_PROGRAM, {})]
    rows.sort(reverse=True)
    total = sum(size for size, _, _ in rows)
    lines = ["| package | MB | share | asked for by |", "|---|---|---|---|"]
    lines += [
        f"| {name} | {size / _MB:.1f} | {100 * size / total:.1f} % | {by} |"
        for size, name, by in rows
    ]
    lines.append(f"| all | {total / _MB:.1f} | | |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
