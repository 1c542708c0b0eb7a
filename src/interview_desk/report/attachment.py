"""The packet taken out of a PDF that came from outside."""

import zlib
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from pikepdf.settings import set_qpdf_limits

from interview_desk.interview.packet import SIZE_LIMIT, PacketError, PasswordNeededError
from interview_desk.report.file_names import PACKET_NAME
from interview_desk.report.incoming import PDF_LIMIT, is_pdf
from interview_desk.report.pdf.file import prepared

# Far more than any PDF has of attachments, and of the parts of the tree that lists them.
_MOST_NODES, _MOST_NAMES = 10_000, 20_000
# A packet is unpacked by hand. All else that is unpacked is the table of the objects.
_MOST_UNPACKED, _LONGEST_LIST = 50_000_000, 1_000_000
_NO_PACKET = "The PDF carries no interview data. Ask for the one that Interview Desk saved."
_DAMAGED = "The PDF is damaged and was not read. Ask for it again."
_LOCKED = "The PDF is protected with a password. Give the password, or ask for a PDF without one."
_WRONG = "That is not the password of the PDF."


def packet_in_pdf(data: bytes, password: str = "") -> bytes:
    """The packet attached to a PDF, for `read_packet` to judge.

    Raises PacketError, in the user's words, where there is none or it cannot be had, and
    PasswordNeededError where the password is not the PDF's. Nothing else in the PDF is
    looked at, and no more than a packet's size is ever unpacked.
    """
    if len(data) > PDF_LIMIT:
        raise PacketError(f"The PDF is larger than {PDF_LIMIT // 1_000_000} MB; it was not read.")
    if not is_pdf(data):
        raise PacketError("This is not a PDF.")
    try:
        with pikepdf.open(BytesIO(data), password=prepared(password)) as pdf:
            return _attached(pdf)
    except pikepdf.PasswordError as error:
        raise PasswordNeededError(_WRONG if password else _LOCKED) from error
    # What pikepdf raises for objects that are not of the kind the format asks for.
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, LookupError) as error:
        raise PacketError(_DAMAGED) from error
    except (AttributeError, ArithmeticError, RuntimeError) as error:
        raise PacketError(_DAMAGED) from error


def limit_qpdf() -> None:
    """Have this process unpack and parse no more than a PDF with a packet needs.

    It holds for every PDF in the process, so it is for one that only reads.
    """
    set_qpdf_limits(
        parser_max_container_size=_LONGEST_LIST,
        flate_max_memory=_MOST_UNPACKED,
        run_length_max_memory=_MOST_UNPACKED,
        png_max_memory=_MOST_UNPACKED,
        tiff_max_memory=_MOST_UNPACKED,
        dct_max_memory=_MOST_UNPACKED,
    )


def _attached(pdf: pikepdf.Pdf) -> bytes:
    stream = next(_files(pdf), None)
    if stream is None:
        raise PacketError(_NO_PACKET)
    if not isinstance(stream, Stream):
        raise PacketError(_DAMAGED)
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if filters is None:
        return _limited(raw)
    if filters != Name.FlateDecode and list(filters) != [Name.FlateDecode]:
        raise PacketError(_DAMAGED)
    # Unpacked by hand: a small file may unpack to more than the memory holds.
    return _limited(zlib.decompressobj().decompress(raw, SIZE_LIMIT + 1))


def _files(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """What is attached under the name of a packet (ISO 32000-2, 7.11.4)."""
    for key, spec in _names(pdf):
        if not isinstance(spec, Dictionary):
            continue
        if PACKET_NAME in (str(each) for each in (key, spec.get("/UF", ""), spec.get("/F", ""))):
            files = spec.EF
            # A name that is written in both forms stands for one file.
            yield files.UF if "/UF" in files else files.F


def _names(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Object, pikepdf.Object]]:
    """The tree of what is attached (ISO 32000-2, 7.9.6), each of its nodes once.

    A library that follows every branch never ends where branches are shared.
    """
    waiting = [pdf.Root.get("/Names", Dictionary()).get("/EmbeddedFiles", Dictionary())]
    seen: set[tuple[int, int]] = set()
    nodes = names = 0
    while waiting:
        node = waiting.pop()
        nodes += 1
        if nodes > _MOST_NODES or names > _MOST_NAMES:
            raise PacketError(_DAMAGED)
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        pairs, kids = node.get("/Names", Array()), node.get("/Kids", Array())
        names += len(pairs)
        yield from ((pairs[at], pairs[at + 1]) for at in range(0, len(pairs) - 1, 2))
        waiting += (kids[at] for at in reversed(range(min(len(kids), _MOST_NODES + 1))))


def _limited(packet: bytes) -> bytes:
    if len(packet) > SIZE_LIMIT:
        size = SIZE_LIMIT // 1_000_000
        raise PacketError(
            f"The interview file in the PDF is larger than {size} MB; it was not read."
        )
    return packet
