"""What makes a PDF last: metadata, colours that mean something, characters that read back.

PDF/A-3 (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) ask for all of it.
"""

import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from interview_desk.report.document import Document

# Claimed for what anyone can open: a password and PDF/A exclude each other.
_ARCHIVE = "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"
PRODUCER = "Interview Desk"
_MAPPED = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_MAPPED_NOW = re.compile(r"<[0-9A-F]{2}> <[0-9A-F]{4,8}>")
# Where an ICC profile keeps its date of creation (ICC.1:2010, 7.2): twelve bytes.
_ICC_DATE = slice(24, 36)
_ICC_1998 = bytes.fromhex("07ce 0002 0009 0006 0031 0000")

_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
{archive}
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def describe(pdf: pikepdf.Pdf, document: Document, *, archival: bool) -> None:
    """Title, author and date, the same in both places that PDF has for them."""
    at = datetime.fromtimestamp(document.dated_ms / 1000, tz=UTC)
    title, author = _one_line(document.title), _one_line(document.author)
    stamp = String(at.strftime("D:%Y%m%d%H%M%S+00'00'"))
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Author=String(author),
            Producer=String(PRODUCER),
            CreationDate=stamp,
            ModDate=stamp,
        )
    )
    xmp = _XMP.format(
        title=escape(title),
        author=escape(author),
        producer=PRODUCER,
        archive=_ARCHIVE if archival else "",
        date=at.strftime("%Y-%m-%dT%H:%M:%S+00:00"),
    )
    metadata = pdf.make_stream(xmp.encode(), {"/Type": Name.Metadata, "/Subtype": Name.XML})
    pdf.Root.Metadata = metadata
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def add_output_intent(pdf: pikepdf.Pdf) -> None:
    """Says that the colours are sRGB."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # The profile is made on the spot and dated so; the same report has the same bytes.
    profile[_ICC_DATE] = _ICC_1998
    stream = pdf.make_stream(bytes(profile))
    stream.N = 3
    stream.Alternate = Name.DeviceRGB
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=stream,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def repair_character_maps(pdf: pikepdf.Pdf) -> None:
    """Makes every glyph read back as its character.

    reportlab maps unused codes to U+0000, which PDF/UA forbids, and writes characters
    beyond the basic plane as numbers where UTF-16 is due.
    """
    fonts = {font.objgen: font for page in pdf.pages for font in _fonts(page)}
    for font in fonts.values():
        lines = font.ToUnicode.read_bytes().decode("ascii").split("\n")
        kept = [fixed for line in lines if (fixed := _fixed(line)) is not None]
        mapped = sum(_MAPPED_NOW.fullmatch(line) is not None for line in kept)
        counted = (re.sub(r"^\d+ beginbfchar", f"{mapped} beginbfchar", line) for line in kept)
        font.ToUnicode = pdf.make_stream("\n".join(counted).encode("ascii"))


def _fonts(page: pikepdf.Page) -> list[pikepdf.Object]:
    fonts = page.obj.Resources.get("/Font", Dictionary())
    return [font for _, font in fonts.items() if "/ToUnicode" in font]


def _fixed(line: str) -> str | None:
    match = _MAPPED.fullmatch(line)
    if match is None:
        return line
    code = int(match[2], 16)
    return f"<{match[1]}> <{chr(code).encode('utf-16-be').hex().upper()}>" if code else None


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
