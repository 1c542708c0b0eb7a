"""Texts made shorter for narrow places."""


def cut(text: str, longest: int) -> str:
    """The text on one line of ``longest`` characters at most, ended by an ellipsis if cut."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    kept = line[: longest - 1]
    words = kept.rsplit(" ", 1)[0] if " " in kept else kept
    return words.rstrip(",;:–- ") + "…"


def first_sentence(text: str, longest: int) -> str:
    """The first sentence of a text without its full stop, cut if need be."""
    line = " ".join(text.split())
    return cut(line.split(". ", 1)[0], longest).rstrip(".")
