"""Guide forms as somebody might fill them in, for property tests."""

from hypothesis import strategies as st

from interview_desk.guide.form import DimensionFields, GuideFields, PhaseFields

# Words with what Markdown and the reader of guides could take for something else.
plain = st.text("abcdefgxyzäñ日本", min_size=2, max_size=9)
MARKS = ["**bold**", "# one", "1. two", "- three", "(5 minutes)", "a:b", "<b>", "`x`", "[y]", "|"]
MEANT = [
    "> q",
    "&amp;",
    "Rubric",
    "Phase 2",
    "Questions",
    "Red flags",
    "None",
    "\\",
    "“so”",
    "~~z~~",
]
odd = st.sampled_from([*MARKS, *MEANT])
words = st.builds(
    lambda first, more: " ".join((first, *more)), plain, st.lists(plain | odd, max_size=5)
)
lines = st.lists(words, max_size=4, unique=True)
minutes = st.integers(1, 60)


@st.composite
def phases(draw: st.DrawFn) -> PhaseFields:
    low = draw(minutes)
    span = f"{low}" if draw(st.booleans()) else f"{low}-{low + draw(minutes)}"
    texts = ["\n".join(draw(lines)) for _ in range(4)]
    return PhaseFields(draw(words), span, draw(words), *texts)


@st.composite
def forms(draw: st.DrawFn) -> GuideFields:
    """Whole forms, with and without a rubric and a scale of one's own."""
    count = draw(st.integers(2, 6))
    levels = ("Best", "Good", "Fair", "Meagre", "Bare", "Nothing")[:count]
    texts = st.tuples(*[words] * count)
    rows = st.builds(DimensionFields, words, texts)
    return GuideFields(
        draw(words),
        ", ".join(levels),
        draw(st.sampled_from(["", "Supports, Mixed, Contradicts"])),
        tuple(draw(st.lists(phases(), min_size=1, max_size=4))),
        tuple(draw(st.lists(rows, max_size=3))),
    )
