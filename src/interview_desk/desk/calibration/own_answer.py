"""One's own answer to a case: begun once, kept with the case that it answers, and found again."""

from interview_desk.desk.context import Desk
from interview_desk.desk.settings import INTERVIEWER
from interview_desk.errors import UserError
from interview_desk.interview.origin import Origin
from interview_desk.interview.resume import Resume, ResumeKind
from interview_desk.panel.case import CaseError, OpenCase, write_case
from interview_desk.panel.case_answer import ROLE, answer_to
from interview_desk.panel.case_mark import CaseMark, mark_of
from interview_desk.report.case_file import opened_case
from interview_desk.report.file_names import case_file_name
from interview_desk.store.panels import case_panel_uid
from interview_desk.store.store import Store


def begin_answer(desk: Desk, case: OpenCase) -> int:
    """The row of one's own answer to this version of the case, made if there is none.

    Raises UserError.
    """
    mark = CaseMark(case.case.uid, case.sha256)
    for row, found in own_answers(desk.store, case.case.uid):
        if found == mark:
            _add_seal(desk.store, row, case)
            return row
    interviewer = desk.settings.get(INTERVIEWER)
    answer = answer_to(case, desk.new_uid(), desk.clock.now(), interviewer)
    row = desk.store.create(answer, Origin.CASE)
    keep_case(desk.store, row, case)
    panel = case_panel_uid(case.case.uid)
    if panel not in [each.uid for each in desk.store.panels.list()]:
        now_ms = desk.clock.now().wall_ms
        desk.store.panels.create(panel, case.case.title, ROLE, now_ms)
    return row


def _add_seal(store: Store, row: int, case: OpenCase) -> None:
    """The seal of the reference may come later; one that is there is never replaced."""
    kept = kept_case(store, row)
    if kept is None or (case.case.reference_sha256 and not kept.case.reference_sha256):
        keep_case(store, row, case)


def keep_case(store: Store, row: int, case: OpenCase) -> None:
    """The case beside its answer, where a candidate's resume is with an interview."""
    name, text = case_file_name(case.case.title), case.case.material.text
    store.save_resume(row, Resume(name, ResumeKind.TEXT, write_case(case.case), text))


def own_answers(store: Store, uid: str) -> list[tuple[int, CaseMark]]:
    """Those to any version of the case, newest first. Raises StoreError."""
    found = []
    for row in store.list():
        if store.origin(row.row) is Origin.CASE:
            mark = mark_of(store.load(row.row))
            if mark is not None and mark.uid == uid:
                found.append((row.row, mark))
    return found


def kept_case(store: Store, row: int) -> OpenCase | None:
    """The case that an answer goes with; None where it is not there, or is no case any more."""
    kept = store.load_resume(row)
    if kept is None:
        return None
    try:
        return opened_case(kept.data)
    except CaseError:
        return None


def case_of(store: Store, uid: str) -> OpenCase | None:
    """The case of that identity, as one has answered it."""
    try:
        found = (kept_case(store, row) for row, _mark in own_answers(store, uid))
        return next((each for each in found if each is not None), None)
    except UserError:
        return None
