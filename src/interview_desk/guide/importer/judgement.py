"""Whether a document is a guide at all: an essay, a README, a policy or a table of data is none."""

import re

from interview_desk.guide.faults import Fault
from interview_desk.guide.importer.document import BlockKind, Document
from interview_desk.guide.importer.draft import Draft
from interview_desk.guide.importer.roles import Assignment, Role
from interview_desk.guide.importer.structure import Findings
from interview_desk.guide.importer.vocabulary import INTERVIEW, JOB_ADVERT, folded

_SEPARATED = re.compile(r"^[^,;\t\n]*([,;\t])(?:[^\n]*\1)+[^\n]*$")
_REMEDY = (
    "A guide has parts with minutes, questions to ask, or a rubric: what is rated, and its levels."
)
_FEWEST_QUESTIONS = 3


def fault_of_no_guide(found: Findings, roles: list[Assignment], draft: Draft) -> Fault | None:
    """Why a document is no guide; None for one that may be one."""
    document = found.outline.document
    words = document.blocks
    if not words:
        return Fault(None, "There is nothing to read in the document", _REMEDY)
    if _is_data(document):
        message = "This is a table of data, not a guide: each line holds values with commas between"
        return Fault(words[0].line, message, _REMEDY)
    timed = sum(phase.minutes is not None for phase in found.phases.phases)
    shares = any(phase.time for phase in found.phases.phases)
    signals = sum(len(p.strong_signals) + len(p.red_flags) for p in draft.phases)
    asked = len(draft.questions)
    rated = len(draft.dimensions)
    spoken = len({*INTERVIEW.findall(folded(document.title))}) + _spoken(document)
    adverts = len(JOB_ADVERT.findall(folded(" ".join(block.text for block in words))))
    chosen = any(each.chosen and each.role in (Role.PHASE, Role.DIMENSION) for each in roles)
    if adverts >= 2 and not rated and not signals and not chosen:
        return Fault(1, "This is an advertisement for a job, not a guide for an interview", _REMEDY)
    parts = len(draft.phases) >= 2 and (timed >= 2 or shares)
    own = any(each.has_own_levels for each in draft.dimensions)
    enough = (
        chosen,
        (timed or shares) and rated,
        spoken and (rated >= 2 or signals >= 2),
        spoken and parts and (asked or signals or _is_told(draft)),
        spoken and asked >= _FEWEST_QUESTIONS and _lists(found, roles),
        rated >= 2 and own,
        signals >= 2 and (parts or asked),
    )
    if any(enough):
        return None
    return Fault(1, f"This is no interview guide: {_missing(timed, asked, rated, spoken)}", _REMEDY)


def _spoken(document: Document) -> int:
    """How many words of interviews the document uses, each once."""
    text = folded(" ".join([document.name.replace("-", " "), *(b.text for b in document.blocks)]))
    return len({*INTERVIEW.findall(text)})


def _is_told(draft: Draft) -> bool:
    """Whether most phases say what is to be done in them."""
    said = [phase for phase in draft.phases if phase.activities or phase.objective]
    return len(said) * 2 >= len(draft.phases)


def _lists(found: Findings, roles: list[Assignment]) -> bool:
    """Whether the questions are listed, rather than asked in the midst of prose."""
    asked = [
        block
        for block, role in zip(found.outline.document.blocks, roles, strict=True)
        if role.role is Role.QUESTION
    ]
    kinds = (BlockKind.ITEM, BlockKind.HEADING, BlockKind.ROW)
    heads = found.outline.at
    listed = [b for b in asked if b.kind in kinds or b.lead or b.number in heads]
    words = sum(len(block.text.split()) for block in found.outline.document.blocks)
    return len(listed) * 5 >= 2 * len(asked) and words < 120 * max(1, len(asked))


def _is_data(document: Document) -> bool:
    lines = [
        line
        for block in document.blocks
        if block.kind is BlockKind.PARAGRAPH
        for line in block.text.split("\n")
    ]
    if len(document.blocks) > 3 or not lines:
        return False
    return any(line.count(",") >= 8 or line.count(";") >= 8 for line in lines[:1])


def _missing(timed: int, asked: int, rated: int, spoken: int) -> str:
    lacking = [
        name
        for name, count in (("parts with minutes", timed), ("questions", asked), ("rubric", rated))
        if not count
    ]
    if not lacking or not spoken:
        return "nothing in it speaks of an interview"
    return f"there are no {', no '.join(lacking)} in it"
