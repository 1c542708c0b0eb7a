"""A whole guide in the order to read it, as blocks: what was understood of it, and the rest."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from interview_desk.guide.model import (
    ChecklistItem,
    Dimension,
    Guide,
    Heading,
    Indicator,
    Phase,
    Pitfall,
    Reading,
    Topic,
)
from interview_desk.guide.parse.tokens import unquoted
from interview_desk.guide.render.blocks import Block, Span, Style, markdown_blocks
from interview_desk.words import count

# What is kept for reading stands at the head of the chapter that its section belongs to, or
# whose word is in its title.
_CHAPTERS = {
    "expect": (Topic.EXPECTATIONS,),
    "structure": (),
    "rubric": (Topic.RUBRIC,),
    "concern": (Topic.CONCERNS, Topic.DISQUALIFIERS, Topic.WARNING_SIGNS),
    "question": (Topic.QUESTIONS,),
    "practice": (),
    "before": (Topic.BEFORE,),
    "during": (Topic.DURING,),
    "after": (Topic.AFTER,),
    "advice": (Topic.RECOMMENDATIONS,),
    "pitfall": (Topic.PITFALLS,),
    "scale": (Topic.SCALE,),
}
_WORDS = ("expect", "structure", "rubric", "practice")

# The labels of ours that a guide's own take the place of.
_NAMES = frozenset(
    {
        "What to do",
        "To ask",
        "Strong signals",
        "Red flags",
        "What makes the difference",
        "Immediate disqualifiers",
        "Warning signs",
        "Before the interview",
        "During the interview",
        "After the interview",
        "Recommendations",
    }
)

_LABELS = (Style.LABEL, Style.GOOD, Style.BAD)
_HOLDS_MORE = (Style.SECTION, Style.QUOTE)  # a number or minutes, or several texts


def book_of(guide: Guide) -> tuple[Block, ...]:
    """The blocks of a guide, its title first."""
    return tuple(with_headings(_book(guide), guide.headings, _NAMES))


def _book(guide: Guide) -> Iterator[Block]:
    yield Block.of(Style.TITLE, guide.title)
    yield Block.of(Style.BODY, _facts(guide))
    if guide.short_title:
        yield Block.of(Style.BODY, f"Short title: {guide.short_title}")
    if guide.key_principle:
        yield Block.of(Style.QUOTE, guide.key_principle)
    for reading in guide.reading:
        if reading.phase is None and not _chapter_of(reading):
            yield from _reading(reading, guide)
    yield from _expectations(guide)
    yield from _phases(guide)
    yield from _rubric(guide)
    yield from _concerns(guide)
    yield from _questions(guide)
    yield from _practice(guide)


def _facts(guide: Guide) -> str:
    spans = f"{guide.minutes} min in {count(len(guide.phases), 'phase')}"
    length = f"{guide.duration} min, as it says of itself; " if guide.duration else ""
    rows = len(guide.dimensions)
    return f"{length}{spans}; {count(rows, 'dimension') if rows else 'nothing'} to rate"


def _reading(reading: Reading, guide: Guide) -> Iterator[Block]:
    if reading.title != guide.title:
        yield Block.of(Style.CHAPTER, reading.title)
    yield from markdown_blocks(reading.markdown)


def _chapter_of(reading: Reading) -> str:
    """The key of the chapter that a piece of reading stands in, or nothing."""
    if reading.topic is not None:
        return next((key for key, topics in _CHAPTERS.items() if reading.topic in topics), "")
    return next((word for word in _WORDS if word in reading.title.lower()), "")


def _kept(guide: Guide, chapter: str, without: Collection[str] = ()) -> Iterator[Block]:
    """What the guide says in free words at the head of a chapter, without what has these titles."""
    for reading in guide.reading:
        here = reading.phase is None and _chapter_of(reading) == chapter
        if here and reading.title not in without:
            yield Block.of(Style.LABEL, reading.title)
            yield from markdown_blocks(reading.markdown)


def _expectations(guide: Guide) -> Iterator[Block]:
    blocks = [*_kept(guide, "expect")]
    for group in guide.expectations:
        blocks += [Block.of(Style.LABEL, group.title), *_items(group.items)]
    yield from _chapter("What is expected", blocks)


def _phases(guide: Guide) -> Iterator[Block]:
    yield Block.of(Style.CHAPTER, "The interview")
    yield from _kept(guide, "structure")
    for phase in guide.phases:
        yield from _phase(phase)
        for reading in guide.reading:
            if reading.phase == phase.number:
                yield from _beside(reading, phase)


def _beside(reading: Reading, phase: Phase) -> Iterator[Block]:
    """What a phase says in free words, under the heading that it has inside the phase."""
    own = reading.title == phase.title
    yield Block.of(Style.LABEL, "More on this phase" if own else reading.title)
    yield from markdown_blocks(reading.markdown)


def _phase(phase: Phase) -> Iterator[Block]:
    yield Block.of(Style.SECTION, f"{phase.number}. {phase.title}, {phase.minutes} min")
    if phase.objective:
        yield Block.of(Style.BODY, phase.objective)
    yield from _list("What to do", Style.LABEL, phase.activities)
    yield from _list("To ask", Style.LABEL, [prompt.text for prompt in phase.prompts])
    yield from _indicators("Strong signals", Style.GOOD, phase.strong_signals)
    yield from _indicators("Red flags", Style.BAD, phase.red_flags)
    if phase.bar:
        yield from _indicators("What makes the difference", Style.LABEL, phase.bar)
    else:  # as understood before they were indicators
        yield from _list("What makes the difference", Style.LABEL, phase.differentiators)
    for area in phase.areas:
        yield Block.of(Style.LABEL, area.title)
        yield from _items(probe.text for probe in area.probes)


def _rubric(guide: Guide) -> Iterator[Block]:
    yield Block.of(Style.CHAPTER, "The rubric")
    own = {_whole_title(dimension) for dimension in guide.dimensions}
    yield from _kept(guide, "rubric", without=own)
    for dimension in guide.dimensions:
        yield from _dimension(dimension, guide.reading)


def _dimension(dimension: Dimension, readings: Iterable[Reading]) -> Iterator[Block]:
    title = _whole_title(dimension)
    yield Block.of(Style.SECTION, f"{dimension.number}. {title}")
    for reading in readings:
        if (reading.topic, reading.title) == (Topic.RUBRIC, title):
            yield from markdown_blocks(reading.markdown)
    for level in dimension.levels:
        yield Block(Style.ITEM, (Span(f"{level.name}: ", strong=True), Span(level.text)))


def _whole_title(dimension: Dimension) -> str:
    return f"{dimension.title} ({dimension.qualifier})" if dimension.qualifier else dimension.title


def _concerns(guide: Guide) -> Iterator[Block]:
    blocks = [
        *_kept(guide, "concern"),
        *_indicators("Immediate disqualifiers", Style.BAD, guide.disqualifiers),
        *_indicators("Warning signs", Style.LABEL, guide.warning_signs),
    ]
    yield from _chapter("What raises concern", blocks)


def _questions(guide: Guide) -> Iterator[Block]:
    blocks = [*_kept(guide, "question")]
    for bank in guide.banks:
        blocks += _list(bank.title, Style.LABEL, [question.text for question in bank.questions])
    yield from _chapter("Questions to choose from", blocks)


def _practice(guide: Guide) -> Iterator[Block]:
    blocks = [
        *_kept(guide, "practice"),
        *_kept(guide, "before"),
        *_list("Before the interview", Style.LABEL, _checks(guide.before)),
        *_kept(guide, "during"),
        *_list("During the interview", Style.LABEL, _checks(guide.during)),
        *_kept(guide, "after"),
        *_list("After the interview", Style.LABEL, _checks(guide.after)),
        *_kept(guide, "advice"),
        *_list("Recommendations", Style.LABEL, guide.recommendations),
    ]
    yield from _chapter("Best practice", blocks)
    pitfalls = [block for pitfall in guide.pitfalls for block in _pitfall(pitfall)]
    yield from _chapter("Pitfalls", [*_kept(guide, "pitfall"), *pitfalls])
    steps = " · ".join(guide.steps)
    whose = "the guide’s own" if guide.own_steps else "Interview Desk’s: the guide names none"
    yield from _chapter(
        "The recommendation",
        [
            Block.of(Style.BODY, steps),
            Block.of(Style.BODY, f"These steps are {whose}."),
            *_kept(guide, "scale"),
        ],
    )


def _pitfall(pitfall: Pitfall) -> Iterator[Block]:
    yield Block.of(Style.LABEL, pitfall.title)
    if pitfall.why:
        yield Block.of(Style.BODY, pitfall.why)
    yield from _items(pitfall.how)


def _chapter(title: str, blocks: Sequence[Block]) -> Iterator[Block]:
    if blocks:
        yield Block.of(Style.CHAPTER, title)
        yield from blocks


def _list(label: str, style: Style, texts: Sequence[str]) -> Iterator[Block]:
    if texts:
        yield Block.of(style, label)
        yield from _items(texts)


def _items(texts: Iterable[str]) -> Iterator[Block]:
    return (Block.of(Style.ITEM, text) for text in texts)


def _indicators(label: str, style: Style, indicators: Sequence[Indicator]) -> Iterator[Block]:
    """The texts under a label, each with its example and its short form below it."""
    if indicators:
        yield Block.of(style, label)
    for each in indicators:
        yield Block.of(Style.ITEM, each.text)
        if each.example:
            yield Block.of(Style.ITEM, f"Example: {each.example}", depth=1)
        if each.short:
            yield Block.of(Style.ITEM, f"Short: {each.short}", depth=1)


def _checks(items: Iterable[ChecklistItem]) -> list[str]:
    return [item.text for item in items]


def with_headings(
    blocks: Iterable[Block], headings: Sequence[Heading], names: frozenset[str]
) -> list[Block]:
    """The blocks, each heading over what it stands over in the guide.

    It takes the place of a label that is one of our ``names``. What has no place comes last.
    """
    waiting = list(headings)
    woven: list[Block] = []
    for block in blocks:
        found = _standing_over(block, waiting)
        ours = woven.pop() if found and woven and _is_ours(woven[-1], names) else None
        near = found.pop() if ours and found[-1].near else None
        woven += [Block.of(Style.LABEL, each.text) for each in found]
        if ours:
            woven.append(Block.of(ours.style, near.text) if near else ours)
        woven.append(block)
        found += [near] if near else []
        for each in found:
            waiting.remove(each)
    if waiting:
        woven.append(Block.of(Style.CHAPTER, "Other headings"))
        woven += [Block.of(Style.BODY, each.text) for each in waiting]
    return woven


def _is_ours(block: Block, names: frozenset[str]) -> bool:
    return block.style in _LABELS and block.text in names


def _standing_over(block: Block, waiting: Sequence[Heading]) -> list[Heading]:
    """The first heading over this block, with those that follow it over the same."""
    found: list[Heading] = []
    for each in waiting:
        over = each.over == found[0].over if found else _is_over(each.over, block)
        if over:
            found.append(each)
        elif found:
            break
    return found


def _is_over(text: str, block: Block) -> bool:
    if not text or block.style in (Style.TITLE, Style.CHAPTER):
        return False
    steps = block.text.split(" · ")
    return unquoted(text) in (block.text, *steps) or (
        block.style in _HOLDS_MORE and text in block.text
    )
