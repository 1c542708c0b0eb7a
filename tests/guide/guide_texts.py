"""Small guides as text, whole or with one thing changed."""

from pathlib import Path

SHIPPED = Path(__file__).parents[2] / "resources" / "guides" / "principal-ml-system-design.md"

TITLE = "# Backend interview"

PHASE = """
## Phase 1: Warm-up (5-10 minutes)

**Strong signals**:

- Listens first
- Asks why

**Red flags**:

- Talks over people
"""

RUBRIC = """
## Evaluation Rubric

### 1. Problem solving

- **Exceeds**: Reframes the problem
- **Meets**: Asks what is needed
- **Below**: Starts at once

### 2. Clear speech

- **Exceeds**: Makes hard things easy
- **Meets**: Can be followed
- **Below**: Cannot be followed
"""

SMALL = TITLE + "\n" + PHASE + RUBRIC


def line_of(text: str, beginning: str) -> int:
    """The number of the first line that begins so, from 1."""
    lines = text.split("\n")
    return next(number for number, line in enumerate(lines, 1) if line.startswith(beginning))
