"""Characters that are not to be seen by themselves, whatever font there is."""

import unicodedata

# Unicode's Default_Ignorable_Code_Point, besides the category Cf.
_IGNORED = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
# Signs with a shape, although their category is Cf: Arabic, Syriac and Kaithi ones that stand
# around digits, marks of interlinear annotation, and what joins hieroglyphs.
_SIGNS = frozenset(
    "\u06dd\u070f\u0890\u0891\u08e2\ufff9\ufffa\ufffb\U000110bd\U000110cd"
    + "".join(map(chr, (*range(0x0600, 0x0606), *range(0x13430, 0x13440))))
)


def is_invisible(char: str) -> bool:
    """Whether it is a space, or only tells how its neighbours are to be written."""
    if char in _IGNORED:
        return True
    return unicodedata.category(char) in {"Cf", "Zs"} and char not in _SIGNS
