"""A note's picture: what is kept, what comes in a packet, what leaves with a report."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from interview_desk.interview.actions.notes import NO_CAPTION, add_picture, remove_note
from interview_desk.interview.interview import Interview
from interview_desk.interview.note_text import read_note
from interview_desk.interview.packet import (
    PacketError,
    read_packet,
    read_parts,
    write_packet,
    write_parts,
)
from interview_desk.interview.picture_format import ALL_BYTES, PictureForm, shape_of
from interview_desk.report.documents.kind import as_shared
from interview_desk.report.options import ReportOptions, without_pictures, without_private
from tests.helpers.drawn import jpeg, png
from tests.helpers.samples import Played


def pictured(*pictures: bytes) -> Interview:
    """An interview on its way, with a note for each picture."""
    play = Played()
    play.start()
    interview = play.interview
    for number, data in enumerate(pictures):
        text = read_note(f"! box {number} #technical", interview.guide.dimensions)
        change = add_picture(interview, play.clock.now(), text, data)
        interview = interview.apply(change)
        assert {each.digest for each in interview.all_pictures}
    files = {each.digest: data for each, data in zip(interview.all_pictures, pictures, strict=True)}
    return replace(interview, pictures=files)


def test_the_form_is_told_from_the_first_bytes() -> None:
    assert shape_of(png(30, 20)) == (PictureForm.PNG, 30, 20)
    assert shape_of(jpeg(30, 20)) == (PictureForm.JPEG, 30, 20)
    for odd in (
        b"",
        b"GIF89a" + bytes(40),
        png(30, 20)[:20],
        jpeg(3, 3)[:8],
        b"\xff\xd8\xff\xe0\0\0",
    ):
        assert shape_of(odd) is None


def test_a_picture_without_a_caption_is_a_note_all_the_same() -> None:
    play = Played()
    play.start()
    change = add_picture(play.interview, play.clock.now(), read_note("", ()), png(30, 20))
    interview = play.interview.apply(change)
    (note,) = interview.notes
    picture = interview.picture(note.id)
    assert picture is not None
    assert (note.text, picture.width, picture.height) == (NO_CAPTION, 30, 20)
    assert interview.apply(change.inverse()) == play.interview


def test_with_its_note_a_picture_goes_and_comes_back() -> None:
    interview = pictured(png(30, 20))
    gone = remove_note(interview, interview.notes[0].id)
    assert not interview.apply(gone).all_pictures
    assert interview.apply(gone).apply(gone.inverse()) == interview


def test_a_packet_carries_pictures_byte_for_byte() -> None:
    interview = pictured(png(30, 20), jpeg(40, 30))
    for there in (read_packet(write_packet(interview)), read_parts(write_parts(interview))):
        assert there == interview
        assert there.pictures == interview.pictures
    bare = replace(interview, pictures={})
    assert not read_packet(write_packet(bare)).all_pictures


@pytest.mark.parametrize(
    "harm",
    [
        lambda p: p.pop("picture_files"),
        lambda p: p.pop("pictures"),
        lambda p: p["pictures"][0].update(width=31),
        lambda p: p["pictures"][0].update(size=1),
        lambda p: p["pictures"][0].update(form="jpeg"),
        lambda p: p["pictures"][0].update(note=99),
        lambda p: p["picture_files"].update({p["pictures"][0]["digest"]: "AAAA"}),
        lambda p: p["picture_files"].update({"../x": "AAAA"}),
    ],
    ids=["no bytes", "no record", "width", "size", "form", "no note", "other bytes", "name"],
)
def test_a_packet_whose_pictures_are_not_what_they_say_is_refused(
    harm: Callable[[dict[str, object]], object],
) -> None:
    packet = json.loads(write_packet(pictured(png(30, 20))))
    harm(packet)
    with pytest.raises(PacketError):
        read_packet(json.dumps(packet).encode())


def test_an_interview_has_room_for_so_many_bytes_of_pictures() -> None:
    interview = pictured(png(30, 20))
    (picture,) = interview.all_pictures
    full = Interview.of(
        "full", interview.guide, 0, (*interview.records.values(), replace(picture, size=ALL_BYTES))
    )
    with pytest.raises(ValueError, match="more pictures"):
        add_picture(full, interview.notes[0].at, read_note("", ()), png(3, 3))


def test_what_is_private_or_not_chosen_keeps_its_picture_here() -> None:
    interview = pictured(png(30, 20), jpeg(40, 30))
    first, second = interview.notes
    hidden = replace(first, private=True)
    mine = Interview.of(
        "mine",
        interview.guide,
        0,
        (*interview.records.values(), hidden),
        pictures=interview.pictures,
    )
    shared = without_private(mine)
    assert [each.note for each in shared.all_pictures] == [second.id]
    assert [*shared.pictures.values()] == [jpeg(40, 30)]
    none = as_shared(interview, ReportOptions(include_pictures=False))
    assert none == without_pictures(interview)
    assert not none.all_pictures
    assert not none.pictures
    assert none.notes == interview.notes
