"""Making a document can be given up, so that the next choice need not wait for it."""

import pytest

from interview_desk.desk.report.document_jobs import Order
from interview_desk.report.cancellation import CancelledError
from interview_desk.report.documents.kind import DocumentKind
from interview_desk.report.documents.registry import DOCUMENTS
from interview_desk.report.options import ReportOptions
from tests.helpers.samples import scored


@pytest.mark.parametrize("kind", DOCUMENTS, ids=str)
def test_a_document_that_was_given_up_is_not_made(kind: DocumentKind) -> None:
    order = Order(kind, scored().interview, ReportOptions())
    assert order.make().data.startswith(b"%PDF")
    order.give_up()
    with pytest.raises(CancelledError):
        order.make()
