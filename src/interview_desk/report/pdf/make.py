"""A document made into a PDF."""

import zlib
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from pikepdf import Array, Name

from interview_desk.report.document import Document
from interview_desk.report.names import PACKET_NAME
from interview_desk.report.options import Paper
from interview_desk.report.pdf.archive import (
    add_output_intent,
    describe,
    repair_character_maps,
)
from interview_desk.report.pdf.fonts import load_fonts
from interview_desk.report.pdf.pages import paginate, paint_pages
from interview_desk.report.pdf.pen import Pen
from interview_desk.report.pdf.stamps import Stamps
from interview_desk.report.pdf.styles import Sheet
from interview_desk.report.pdf.tagging import add_outline, tag
from interview_desk.report.pdf.typeset import typeset

# The end of a stream and the line end after it, which some take for one line end of two bytes:
# the stream is then a byte shorter than it says.
_MISREAD = b"\r\nendstream"


def make_pdf(document: Document, paper: Paper, packet: bytes | None) -> bytes:
    """The PDF of a document, with a packet attached if there is one.

    It is tagged (PDF/UA-1) and fit for archives (PDF/A-3a). The same arguments give the
    same bytes. It uses reportlab's fonts, so only one thread at a time may make a PDF.
    """
    load_fonts()
    sheet = Sheet.of(paper)
    laid = typeset(document, sheet.measure)
    stamps = Stamps()
    pen = Pen(sheet, stamps)
    paint_pages(paginate(laid.columns, sheet.room), document, sheet, pen)
    with pikepdf.open(BytesIO(pen.finish())) as pdf:
        stamps.define_in(pdf)
        tag(pdf, laid.root, laid.headings)
        add_outline(pdf, laid.bookmarks)
        describe(pdf, document.title, document.author, document.dated_ms)
        add_output_intent(pdf)
        repair_character_maps(pdf)
        if packet is not None:
            _attach(pdf, packet, document.dated_ms)
        return _saved(pdf)


def _attach(pdf: pikepdf.Pdf, packet: bytes, dated_ms: int) -> None:
    stamp = datetime.fromtimestamp(dated_ms / 1000, tz=UTC).strftime("D:%Y%m%d%H%M%SZ")
    spec = pikepdf.AttachedFileSpec(
        pdf,
        packet,
        filename=PACKET_NAME,
        mime_type="application/json",
        description="The interview as data, for calibration",
        creation_date=stamp,
        mod_date=stamp,
    )
    spec.relationship = Name.Data
    pdf.attachments[PACKET_NAME] = spec
    pdf.Root.AF = Array([pdf.attachments[PACKET_NAME].obj])


def _saved(pdf: pikepdf.Pdf) -> bytes:
    _pack(pdf)
    # Streams of objects make it smaller; the table that all programs know is the way out.
    for objects in (pikepdf.ObjectStreamMode.generate, pikepdf.ObjectStreamMode.disable):
        file = BytesIO()
        pdf.save(
            file,
            min_version="1.7",
            fix_metadata_version=False,
            deterministic_id=True,
            object_stream_mode=objects,
        )
        if _MISREAD not in file.getvalue():
            break
    return file.getvalue()


def _pack(pdf: pikepdf.Pdf) -> None:
    """Packs every stream, but those few that would then be misread."""
    for stream in pdf.objects:
        if isinstance(stream, pikepdf.Stream) and "/Filter" not in stream:
            packed = zlib.compress(stream.read_raw_bytes())
            if not packed.endswith(b"\r"):
                stream.write(packed, filter=Name.FlateDecode)
