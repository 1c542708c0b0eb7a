"""A guide's own steps of the overall recommendation."""

from collections.abc import Sequence

from interview_desk.guide.faults import Fault, excerpt
from interview_desk.guide.parse.levels import FEWEST, MOST, LevelLine, level_line, worst_first
from interview_desk.guide.parse.parts import Part

EXAMPLE = f"Write {FEWEST} to {MOST} bullets, the best first, such as “- **Hire**: meets the bar”."


def read_steps(parts: Sequence[Part], faults: list[Fault]) -> tuple[str, ...]:
    """The steps, worst first; guides write them best first, as they do levels.

    ``parts`` are those with a list. A list that also says what its steps mean stays to be read.
    """
    lines: list[LevelLine] = []
    for part in parts:
        here = [level_line(item) for item in part.items]
        if not any(each.name and each.text for each in here):
            part.take_items()
        lines += here
    if not lines:
        return ()
    names = [each.name or each.text for each in lines]
    if not FEWEST <= len(names) <= MOST:
        message = f"The recommendation scale has {len(names)} step{'s' if len(names) > 1 else ''}"
        faults.append(Fault(lines[0].line, message, EXAMPLE))
    elif worst_first(names):
        message = "The recommendation scale stands worst first"
        faults.append(Fault(lines[0].line, message, "Write the best step first."))
    seen: set[str] = set()
    for each, name in zip(lines, names, strict=True):
        if name.casefold() in seen:
            message = f"The recommendation scale has {excerpt(name)} twice"
            faults.append(Fault(each.line, message, "Give each step its own name."))
        seen.add(name.casefold())
    return tuple(reversed(names))
