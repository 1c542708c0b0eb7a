"""What a guide's text is worth: a guide, or the faults that keep it from being one."""

from dataclasses import dataclass

from interview_desk.guide.faults import Fault, GuideError
from interview_desk.guide.model import Guide
from interview_desk.guide.parse.reader import read_guide


@dataclass(frozen=True, slots=True)
class Checked:
    """A guide without faults, or faults without a guide."""

    guide: Guide | None
    faults: tuple[Fault, ...] = ()

    def by_line(self) -> dict[int, str]:
        """What is wrong in each line, counted from 1; what concerns the whole is at line 1."""
        lines: dict[int, str] = {}
        for fault in self.faults:
            number = fault.line or 1
            said = f"{fault.message}. {fault.remedy}"
            lines[number] = f"{lines[number]}\n{said}" if number in lines else said
        return lines


def check_source(text: str) -> Checked:
    """The text read as a guide."""
    try:
        return Checked(read_guide(text))
    except GuideError as error:
        return Checked(None, error.faults)
