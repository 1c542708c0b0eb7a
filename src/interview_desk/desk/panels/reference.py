"""The reference of a case: found or chosen, checked against its seal, and shown last."""

from pathlib import Path
from typing import NamedTuple

from interview_desk.desk.calibration.own_answer import case_of
from interview_desk.errors import UserError
from interview_desk.panel.case import OpenCase
from interview_desk.panel.case_answer import reference_packet
from interview_desk.panel.case_reference import Reference, read_reference, seal_of
from interview_desk.panel.packets import PanelPacket
from interview_desk.report.case_file import content_of
from interview_desk.report.example_cases import example_names, read_example
from interview_desk.store.store import Store

_EXAMPLE = "example-"
_NO_CASE = "Open the file of the case first: the reference is read by its guide."


class Revealed(NamedTuple):
    """The reference in the form of a packet, and whether it is the one that was sealed."""

    packet: PanelPacket
    words: str


def shipped_reference(uid: str) -> Revealed | None:
    """That of an example that ships; None for any other case."""
    name = uid.removeprefix(_EXAMPLE)
    if not uid.startswith(_EXAMPLE) or name not in example_names():
        return None
    case, reference = read_example(name)
    return _revealed(reference, case)


def read_revealed(store: Store, uid: str, path: Path) -> Revealed:
    """That in a file. Raises UserError."""
    case = case_of(store, uid)
    if case is None:
        raise UserError(_NO_CASE)
    return _revealed(read_reference(content_of(path), case), case)


def _revealed(reference: Reference, case: OpenCase) -> Revealed:
    by = f" by {reference.by}" if reference.by else ""
    sealed = case.case.reference_sha256
    if not sealed:
        words = f"The reference{by} was not sealed before the case was sent round."
    elif sealed == seal_of(reference):
        words = f"The reference{by} is the one that was sealed with the case."
    else:
        words = f"The reference{by} is not the one that was sealed with the case."
    return Revealed(reference_packet(reference, case), words)
