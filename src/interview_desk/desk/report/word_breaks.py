"""Long words, such as file names, made so that they fit into a column."""

import re

# Qt breaks a line at spaces only, and a label is never narrower than its longest word.
_LONG = re.compile(r"\S{20}(?=\S)")
MAY_BREAK = "\u200b"


def breakable(text: str) -> str:
    """The text with places where Qt may break its long words; they take no room."""
    return _LONG.sub(rf"\g<0>{MAY_BREAK}", text)
