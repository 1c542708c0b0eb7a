"""The words of a mail about one interview; apart from Python's mail library, slow to load."""

import re
import unicodedata

from interview_desk.interview.interview import Interview
from interview_desk.report.documents.kind import MailTemplate

# With what parts it from the word before it: “Ada, {role}” without a role is “Ada”.
_PLACEHOLDER = re.compile(r"([,;:/–—-]?[^\S\n]*)\{(\w+)\}")
# Signs that turn the direction of what follows them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NO_CHARACTERS = frozenset(("Cc", "Cs", "Zl", "Zp"))


def filled(template: MailTemplate, interview: Interview, file: str) -> MailTemplate:
    """The template with the interview's words in the places of the placeholders.

    Each is one line: nothing that was typed for a name can add a line to the subject. What is
    not known leaves no comma behind.
    """
    setup = interview.setup
    words = {
        "candidate": setup.candidate.strip() or "the candidate",
        "role": setup.role,
        "interviewer": setup.interviewer,
        "file": file,
    }

    def word(match: re.Match[str]) -> str:
        parting, name = match.groups()
        if name not in words:
            return match[0]
        line = " ".join(words[name].split())
        found = "".join(char for char in line if is_plain(char))
        return f"{parting}{found}" if found else ""

    subject, body = (_PLACEHOLDER.sub(word, text) for text in (template.subject, template.body))
    return MailTemplate(subject, body.rstrip())


def is_plain(char: str) -> bool:
    """Whether it stands in a line and neither ends it nor turns its direction."""
    return unicodedata.category(char) not in _NO_CHARACTERS and char not in _TURNING
