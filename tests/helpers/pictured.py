"""Notes with pictures in the interview of a session."""

from interview_desk.desk.session import Session
from interview_desk.interview.actions.notes import add_picture
from interview_desk.interview.note_text import read_note
from interview_desk.interview.picture_format import digest_of
from interview_desk.interview.records import Note
from tests.helpers.drawn import png


def add_note_with_picture(
    session: Session, caption: str = "the board #technical", data: bytes = b""
) -> Note:
    """One more note with a picture, now; the note."""
    data = data or png(120, 90)
    text = read_note(caption, session.interview.guide.dimensions)
    change = add_picture(session.interview, session.now(), text, data)
    assert session.do(change, pictures={digest_of(data): data})
    return max(session.interview.notes, key=lambda note: note.id)
