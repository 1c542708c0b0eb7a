"""Prints a table of ratios: what the product takes against a floor measured beside it.

`make bench` runs every row; `python -m benchmarks start` only those whose name has "start".
The floors and budgets are those of BUDGETS; a row over its budget is marked, and the exit
status is the number of such rows.
"""

import sys
from collections.abc import Callable

from benchmarks import backup, guide_import, live, note_commit, panels, pdf, search, start_up
from benchmarks.measure import Row

SUITES: tuple[Callable[[], list[Row]], ...] = (
    start_up.rows,
    note_commit.rows,
    live.rows,
    pdf.rows,
    search.rows,
    backup.rows,
    guide_import.rows,
    panels.rows,
)


def main(wanted: str) -> int:
    """Run the suites whose module is named so, all for an empty name; rows over budget."""
    chosen = [suite for suite in SUITES if wanted in suite.__module__]
    print(f"{'what':<50} {'floor':>10} {'ours':>10} {'ratio':>7} {'budget':>7}")
    over = 0
    for suite in chosen:
        for row in suite():
            print(row)
            over += row.over
    print(f"{over} over budget" if over else "all within budget")
    return over


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
