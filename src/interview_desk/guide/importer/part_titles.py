"""The titles of the parts of an interview: without numbers and signs, and which name the same."""

import re

from interview_desk.guide.importer.vocabulary import folded

_KIND = (
    r"(?:phase|part|section|stage|station|step|block|round|segment|task|module|teil|abschnitt|schritt"
    r"|runde|partie|etape|étape|section|bloc|parte|fase|etapa|bloque|bloco|seccion|sección|secção|seção"
    r"|chapter|topic|scenario|exercise)"
)
_NUMBER = r"(?:\d{1,2}|[A-H]|[IVX]{1,4}|one|two|three|four|five|six|seven|eight|nine)"
_COUNT = re.compile(
    rf"^(?:{_KIND}\s*#?\s*{_NUMBER}\s*(?:[:.)\-–—·|]+\s*|$)|{_NUMBER}\s*[.):·]\s*|[A-H]\s+[-–—]\s+"
    rf"|\d{{1,2}}\s+[-–—]\s+|{_KIND}\s*:\s*|\d{{1,2}}\s+(?=[A-ZÀ-Ý]))",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"^{_KIND}\s*#?\s*{_NUMBER}\b", re.IGNORECASE)
# A section may be counted as a question; that alone makes none a part of the interview.
_QUESTION = re.compile(
    r"^(?:question|frage|pregunta|pergunta)\s*\d{1,2}\s*[:.–-]\s*", re.IGNORECASE
)
_SIGNS = re.compile(r"^(?:\d\ufe0f?\u20e3|[^\w\"“„«(\[])+")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "the",
        "of",
        "for",
        "on",
        "in",
        "to",
        "with",
        "about",
        "their",
        "your",
        "our",
        "from",
        "der",
        "die",
        "das",
        "und",
        "des",
        "den",
        "im",
        "zum",
        "zur",
        "le",
        "la",
        "les",
        "de",
        "du",
        "des",
        "et",
        "l",
        "un",
        "une",
        "el",
        "los",
        "las",
        "y",
        "o",
        "os",
        "as",
        "e",
        "do",
        "da",
        "dos",
        "das",
    ]
)


def phase_title(text: str) -> str:
    """The title without its number and signs."""
    plain = _SIGNS.sub("", text).strip()
    short = _COUNT.sub("", _QUESTION.sub("", plain), count=1).strip(" -–—:.")
    return short or plain.strip(" :")


def is_count(text: str) -> bool:
    """Whether a text is nothing but the number of a part ("Part 2")."""
    return _COUNT.fullmatch(text) is not None


def is_counted(title: str) -> bool:
    """Whether a title is counted as a part ("Part 2: ...")."""
    return _NAMED.match(_SIGNS.sub("", title)) is not None


def likeness(one: str, two: str) -> float:
    """How much two titles name the same, from 0 to 1."""
    a, b = _words(one), _words(two)
    shared = len(a & b)
    if not shared:
        return 0
    return 0.5 * shared / min(len(a), len(b)) + 0.5 * shared / max(len(a), len(b))


def _words(title: str) -> set[str]:
    found = {word.rstrip("s") for word in re.findall(r"\w+", folded(title)) if len(word) > 1}
    return {word for word in found if word not in _SMALL} or found
