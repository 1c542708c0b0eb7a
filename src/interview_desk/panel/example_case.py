"""The cases that ship: written by hand as TOML, each for a guide that ships.

``title``, ``dimensions``, ``text`` and ``[[reference]]`` tables with ``dimension``, ``level`` or
``not_enough``, ``reason`` and ``quotes``. All else is the same for all of them.
"""

import tomllib

import msgspec

from interview_desk.guide.model import Guide
from interview_desk.panel.case import Case, Material, MaterialKind, OpenCase, sha256_of_case
from interview_desk.panel.case_reference import Reference, ReferenceRating, sealed

# The day they were written, 26 November 2026: a case and its digest are the same everywhere.
_MADE_MS = 1_795_651_200_000
_BY = "Interview Desk"
# It is no secret here: the reference ships, too.
_SALT = "shipped with Interview Desk"
_INSTRUCTIONS = (
    "Read the answer once as a whole. Then rate each dimension by itself: mark the words that "
    "carry it, choose the level, and say why in a sentence or two. Say so where there is not "
    "enough to rate. Talk about it only when everybody has finished."
)


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    dimensions: tuple[int, ...]
    text: str
    reference: tuple[ReferenceRating, ...]


def example_case(name: str, written: str, guide: Guide) -> tuple[OpenCase, Reference]:
    """The case of that name from its text, with its reference; ``guide`` is the one it is for."""
    read = msgspec.convert(tomllib.loads(written), _Written)
    case = Case(
        uid=f"example-{name}",
        created_ms=_MADE_MS,
        title=read.title,
        leader=_BY,
        guide=guide.source,
        dimensions=read.dimensions,
        material=Material(MaterialKind.TEXT, text=read.text.strip(), permission="invented"),
        instructions=_INSTRUCTIONS,
    )
    reference = Reference(
        uid=case.uid,
        case_sha256=sha256_of_case(case),
        by=_BY,
        salt=_SALT,
        ratings=read.reference,
    )
    return OpenCase(sealed(case, reference), guide), reference
