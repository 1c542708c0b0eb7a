"""What to look at once more before finishing. These warn; they never block, and never score."""

import re
from dataclasses import dataclass
from enum import StrEnum

from interview_desk.guide.model import Dimension
from interview_desk.interview.concerns import Finding, finding
from interview_desk.interview.evidence import Evidence, evidence_for
from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note, Rating
from interview_desk.words import count, minutes


class Weight(StrEnum):
    """How much a check asks for attention: something missing, a question, or all well."""

    MISSING = "missing"
    QUESTION = "question"
    WELL = "well"


class Part(StrEnum):
    """What of an interview is gone to, from a check or by search."""

    DIMENSION = "dimension"
    NOTE = "note"
    CONCERNS = "concerns"
    RECOMMENDATION = "recommendation"
    PREPARED_QUESTION = "prepared question"
    PREPARATION = "preparation"


@dataclass(frozen=True, slots=True)
class Check:
    """One line, ``subject`` in bold before ``text``, and where it leads.

    ``target`` is the number of the dimension or the id of the note; ``gap`` says in a few words
    what is missing, for a line that tells of several.
    """

    weight: Weight
    subject: str
    text: str
    part: Part
    target: int = 0
    gap: str = ""


_NAMED = 3  # so many dimensions are named in one line, and the others counted
_UNPROVED = " Rate it “not enough evidence” or add a note."
_PLENTY = 3  # pieces of evidence with which “not enough” is asked about

# Words of opinion with no behaviour in them; a heuristic of ours, kept short on purpose.
_OPINION = re.compile(
    r"\b(culture fit|great fit|good fit|not a fit|smart|brilliant|impressive|likeable"
    r"|nice (guy|person)|great (guy|person|candidate)|strong candidate|weak candidate"
    r"|would hire|no hire|gut feel\w*"
    r"|rock ?star|ninja|seems? (good|great|smart|bad|weak)|i (like|liked|love|loved))\b",
    re.IGNORECASE,
)
_BEHAVIOUR = re.compile(
    r"[\"“«„]|\b(said|says|asked|asks|proposed?s?|because|explained?s?|drew|draws|chose|chooses"
    r"|described?s?|compared?s?|answered|mentioned|suggested|designed|wrote|built)\b",
    re.IGNORECASE,
)
_STYLE = re.compile(
    r"\b(accent|articulate|well.spoken|confident|shy|quiet|nervous|charismatic|energetic|polished"
    r"|fluent|soft.spoken|introvert\w*|extrovert\w*|eye contact|body language|enthusias\w+)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"communicat|collaborat|presentation|clarity", re.IGNORECASE)


def is_opinion(text: str) -> bool:
    """Whether a note says what was thought of the candidate and not what they said or did."""
    return bool(_OPINION.search(text)) and not _BEHAVIOUR.search(text)


def is_about_communication(title: str) -> bool:
    """Whether a dimension or a pitfall is about how the candidate communicates."""
    return bool(_SPEECH.search(title))


def check(interview: Interview) -> tuple[Check, ...]:
    """Everything worth a second look, what is missing first."""
    found = [
        *_ratings(interview),
        *_notes(interview),
        *_spread(interview),
        *_concerns(interview),
        *_verdict(interview),
    ]
    order = list(Weight)
    return tuple(sorted(found, key=lambda each: order.index(each.weight)))


def _ratings(interview: Interview) -> list[Check]:
    """What is missing in one line for each kind, then what is asked of single dimensions."""
    guide = interview.guide
    evidence = {each: evidence_for(interview, each.number) for each in guide.dimensions}
    unrated, unproved, unexplained, asked = [], [], [], []
    for dimension in guide.dimensions:
        rating = interview.rating(dimension.number)
        if not rating.level and not rating.not_enough:
            unrated.append(dimension)
        elif rating.level and not evidence[dimension]:
            unproved.append(dimension)
        elif question := _rating_question(rating, len(evidence[dimension])):
            asked.append(_about(dimension, Weight.QUESTION, question))
        elif rating.level and not rating.reason.strip():
            unexplained.append(dimension)
        if is_about_communication(dimension.title):
            asked += _style(dimension, evidence[dimension], rating.reason)
    missing = (
        _missing(unrated, "not rated", ("is not rated", "are not rated")),
        _missing(unproved, "without evidence", ("has no evidence", "have no evidence"), _UNPROVED),
        _missing(
            unexplained,
            "without a reason",
            ("is rated without a reason", "are rated without a reason"),
        ),
    )
    return [*filter(None, missing), *asked]


def _missing(
    dimensions: list[Dimension], gap: str, said: tuple[str, str], way_on: str = ""
) -> Check | None:
    """One line for all the dimensions that lack the same thing; it leads to the first.

    ``said`` is said of one and of several, ``way_on`` what to do about it.
    """
    if not dimensions:
        return None
    one, many = said
    first = dimensions[0]
    if len(dimensions) == 1:
        return _about(first, Weight.MISSING, f"{one}.{way_on}", f"{first.brief} {gap}")
    names = [each.brief for each in dimensions[:_NAMED]]
    if len(dimensions) > _NAMED:
        names.append(f"{len(dimensions) - _NAMED} more")
    text = f"{many}: {', '.join(names[:-1])} and {names[-1]}.{way_on}"
    number = count(len(dimensions), "dimension")
    return Check(Weight.MISSING, number, text, Part.DIMENSION, first.number, f"{number} {gap}")


def _about(dimension: Dimension, weight: Weight, text: str, gap: str = "") -> Check:
    return Check(weight, dimension.title, text, Part.DIMENSION, dimension.number, gap)


def _rating_question(rating: Rating, pieces: int) -> str:
    """What to ask about a rating and how much evidence it has; empty for nothing."""
    if rating.level and pieces == 1:
        return "rests on one piece of evidence."
    if rating.not_enough and pieces >= _PLENTY:
        return f"has {count(pieces, 'piece')} of evidence, yet “not enough”."
    return ""


def _style(dimension: Dimension, evidence: tuple[Evidence, ...], reason: str) -> list[Check]:
    texts = [each.text for each in evidence if each.note is not None] + [reason]
    hits = [hit[0] for text in texts if (hit := _STYLE.search(text))]
    if not hits:
        return []
    text = f"mentions “{hits[0].lower()}”. Is it style, or clarity?"
    return [_about(dimension, Weight.QUESTION, text)]


def _notes(interview: Interview) -> list[Check]:
    return [_opinion(interview, note) for note in interview.notes if is_opinion(note.text)]


def _opinion(interview: Interview, note: Note) -> Check:
    words = note.text if len(note.text) <= 40 else note.text[:39].rstrip() + "…"
    at = minutes(interview.timeline.elapsed(note.at))
    return Check(
        Weight.QUESTION,
        f"“{words}”",
        f"({at}) is an opinion. What did they say or do?",
        Part.NOTE,
        note.id,
    )


def _spread(interview: Interview) -> list[Check]:
    """Halo: all ratings alike; and all evidence from one phase."""
    guide = interview.guide
    heights = [d.height(interview.rating(d.number).level) for d in guide.dimensions]
    rated, found = [h for h in heights if h], []
    if len(rated) >= 3 and len(set(rated)) == 1:
        text = "Look for what differs: one strong impression can colour the rest."
        found.append(Check(Weight.QUESTION, "All ratings are the same.", text, Part.DIMENSION, 1))
    elif len(rated) >= 3:
        text = "Ratings differ across dimensions, no sign of a halo"
        found.append(Check(Weight.WELL, "", text, Part.DIMENSION, 1))
    all_evidence = [e for d in guide.dimensions for e in evidence_for(interview, d.number)]
    if (
        len(all_evidence) >= 3
        and len(guide.phases) > 1
        and len({e.phase for e in all_evidence}) == 1
    ):
        title = guide.phases[max(1, all_evidence[0].phase) - 1].title
        text = "is where all the evidence comes from. Is the rest of the interview in it?"
        found.append(Check(Weight.QUESTION, title, text, Part.DIMENSION, 1))
    return found


def _concerns(interview: Interview) -> list[Check]:
    findings = [finding(interview, each) for each in interview.guide.disqualifiers]
    unseen = findings.count(Finding.NOT_LOOKED_AT)
    if not unseen:
        return []
    number = count(unseen, "disqualifier")
    text = f"{'was' if unseen == 1 else 'were'} not looked at."
    gap = f"{number} not looked at"
    return [Check(Weight.MISSING, number, text, Part.CONCERNS, gap=gap)]


def _verdict(interview: Interview) -> list[Check]:
    """The recommendation and its summary, which are on one page."""
    open_, unsaid = not interview.verdict.step, not interview.verdict.summary.strip()
    if not open_ and not unsaid:
        return []
    subject, gap = "The recommendation", "the recommendation"
    if open_ and unsaid:
        text = "is open, and its summary is not written."
    elif open_:
        text = "is open."
    else:
        subject, gap = "The summary", "the summary"
        text = "is not written. It stands first in the report."
    return [Check(Weight.MISSING, subject, text, Part.RECOMMENDATION, gap=gap)]
