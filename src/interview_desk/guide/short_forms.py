"""Short forms of what a guide says, for places where the whole of it finds no room."""

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_desk.guide.catalogue import CatalogueEntry

_ASIDE = re.compile(r"\s*\([^()]*\)")
_EXAMPLE = re.compile(r":\s*[\"“].*$", re.DOTALL)
_PAIR = re.compile(r"\s*(?:&|/|,|\band\b)\s*", re.IGNORECASE)
# Where a speaker would take breath and the behaviour has been named: before what explains it,
# lists it or sets it against something else. A comma alone may stand in a list.
_BREAK = re.compile(
    r"[:;：；]\s|\s[-–—→]\s|\s*[.!?]\s"
    r"|,\s+(?:and|as|because|but|even|if|instead|not|or|rather|since|so|such|though|to"
    r"|whatever|when|where|which|while|who|with|without)\b",
    re.IGNORECASE,
)
_LAST_OF_LIST = re.compile(r",\s+(?:and|or)\b", re.IGNORECASE)
_LEAST_WORDS = 2


def brief(text: str) -> str:
    """The text without asides in brackets and without a quoted example after a colon.

    What is left fits on a line or two of a list; the full text stays in the tool tip and report.
    """
    short = _EXAMPLE.sub("", _ASIDE.sub("", text)).strip().rstrip(".:;,").strip()
    return short or text


def up_to_first_break(text: str) -> str:
    """The text up to its first natural break, asides in brackets left out; two words at least.

    For a label of one line, where the guide gives none: ``Discusses operational considerations:
    observability, …`` gives its first three words.
    """
    plain = _ASIDE.sub("", text).strip()
    for found in _BREAK.finditer(plain):
        label = _tidy(plain[: found.start()])
        ends_list = "," in label and _LAST_OF_LIST.match(found[0])
        if len(label.split()) >= _LEAST_WORDS and not ends_list:
            return label
    return _tidy(plain) or text


def first_of_pair(title: str) -> str:
    """The part of a title before an "and", a comma or a slash."""
    return _PAIR.split(title)[0] or title


def _tidy(text: str) -> str:
    return text.strip().rstrip(".:;,").strip()


def telling_names(entries: "Sequence[CatalogueEntry]") -> tuple[str, ...]:
    """What each is called in a list of them, in their order.

    Its short title, unless another has the same: then its title, and if that is no other
    either, with the name of its file.
    """
    briefs = Counter(entry.brief for entry in entries)
    titles = Counter(entry.title for entry in entries)
    return tuple(
        entry.brief
        if briefs[entry.brief] == 1
        else entry.title
        if titles[entry.title] == 1 and not briefs[entry.title]
        else f"{entry.brief} ({entry.name})"
        for entry in entries
    )
