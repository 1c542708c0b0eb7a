"""The guides there are to choose from: those that ship, and the user's own."""

from interview_desk.guide.model import Guide
from interview_desk.guide.reader import read_guide
from interview_desk.guide.text import decode_guide
from interview_desk.resources import resource

DEFAULT_GUIDE = "principal-ml-system-design.md"


def shipped_guide(name: str = DEFAULT_GUIDE) -> Guide:
    """A guide that ships with the product, by its file name."""
    return read_guide(decode_guide(resource("guides", name).read_bytes()))
