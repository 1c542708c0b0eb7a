"""Levels as a guide of ours has them: best first, the same for all that is rated, with words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from interview_desk.guide.faults import excerpt
from interview_desk.guide.importer.criteria import FoundDimension
from interview_desk.guide.importer.document import Block, BlockKind
from interview_desk.guide.importer.draft import DimensionDraft, LevelDraft
from interview_desk.guide.importer.level_names import LevelName, Order, level_name, order_of
from interview_desk.guide.importer.level_runs import Anchor, split_level
from interview_desk.guide.importer.roles import Doubt
from interview_desk.guide.importer.rubric import FoundRubric
from interview_desk.guide.importer.vocabulary import Part, part_of
from interview_desk.guide.model import MOST_DIMENSIONS, MOST_LEVELS

OFFERED = ("Strong", "Good", "Fair", "Weak")
NOT_DESCRIBED = "Not described in the document."
_LONGEST_NAME = 4


@dataclass(slots=True)
class Rubric:
    """The dimensions, what is doubtful about them, and which of the found ones were left out."""

    dimensions: list[DimensionDraft] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    left_out: list[FoundDimension] = field(default_factory=list)


def rubric_of(found: FoundRubric, clue: int, numbers: tuple[int, int] | None) -> Rubric:
    """The rubric. ``clue`` says whether high numbers are good, ``numbers`` from what to what."""
    rubric = Rubric()
    legend = _legend(found, clue)
    ready = [(each, _levels(each, legend, clue, rubric)) for each in found.dimensions]
    sizes = Counter(tuple(map(_key, levels)) for _, levels in ready if levels)
    common = sizes.most_common(1)[0][0] if sizes else ()
    for each, levels in ready:
        if levels and tuple(map(_key, levels)) != common:
            if len(levels) == len(common):
                _tell_names(each, levels, common, rubric)
            else:
                _leave_out(each, rubric)
                continue
        rubric.dimensions.append(_dimension(each, levels))
    _give_levels(rubric, ready, legend, numbers)
    if len(rubric.dimensions) > MOST_DIMENSIONS:
        line = rubric.dimensions[MOST_DIMENSIONS].line
        message = f"There are more than {MOST_DIMENSIONS} dimensions; the first were kept"
        rubric.doubts.append(Doubt(line, message, "Keep those that one interview can judge."))
        del rubric.dimensions[MOST_DIMENSIONS:]
    return rubric


def best_first(anchors: Sequence[Anchor], clue: int) -> list[Anchor]:
    """The levels in the order of a guide of ours."""
    order, _ = order_of([anchor.name for anchor in anchors], clue)
    return [*anchors] if order == Order.BEST_FIRST else [*reversed(anchors)]


def steps_of(found: FoundRubric, blocks: Sequence[Block], clue: int) -> list[LevelDraft]:
    """The steps of a recommendation that a scale for the whole names, best first; or none."""
    for node, anchors in found.scales:
        if part_of(node.title) is not Part.SCALE or not 2 <= len(anchors) <= MOST_LEVELS:
            continue
        steps = [_step(anchor, blocks[anchor.block]) for anchor in best_first(anchors, clue)]
        names = [step.name for step in steps]
        if all(names) and len({*map(str.casefold, names)}) == len(names):
            return steps
    return []


def _step(anchor: Anchor, block: Block) -> LevelDraft:
    """A step by its words, or by what is decided for so many points."""
    name, text = split_level(block) if block.kind is BlockKind.ITEM else ("", "")
    words = anchor.name.words or (text if len(text.split()) <= _LONGEST_NAME else "")
    return LevelDraft(words.strip(" ."), name)


def _legend(found: FoundRubric, clue: int) -> list[Anchor]:
    anchors = best_first(found.legend, clue)
    return anchors if len(anchors) <= MOST_LEVELS else []


def _levels(
    found: FoundDimension, legend: Sequence[Anchor], clue: int, rubric: Rubric
) -> list[Anchor]:
    names = [anchor.name for anchor in found.anchors]
    if not names:
        return []
    if not 2 <= len(names) <= MOST_LEVELS:
        message = f"{excerpt(found.title)} has {len(names)} levels"
        remedy = f"Give it 2 to {MOST_LEVELS}; four were put in their place."
        rubric.doubts.append(Doubt(found.line, message, remedy, found.block))
        return []
    order, sure = order_of(names, clue)
    if order == Order.WORST_FIRST:
        if not sure:
            message = f"The levels of {excerpt(found.title)} are numbers only, the lowest first"
            remedy = (
                "The highest number was taken for the best; write “1 is the best” or “1 is the"
                " weakest” where the rubric begins."
            )
            if not any("numbers only" in doubt.message for doubt in rubric.doubts):
                rubric.doubts.append(Doubt(found.line, message, remedy, found.block))
        turned = "Levels that stand worst first were turned round: the best comes first."
        if turned not in rubric.told:
            rubric.told.append(turned)
    anchors = best_first(found.anchors, clue)
    return [_with_legend(anchor, legend) for anchor in anchors]


def _with_legend(anchor: Anchor, legend: Sequence[Anchor]) -> Anchor:
    """A level that is a number only, with the words that the legend has for it."""
    if not anchor.name.is_bare or anchor.name.mark < 0:
        return anchor
    same = next((each for each in legend if each.name.mark == anchor.name.mark), None)
    if same is None:
        return anchor
    words = same.name.words
    if words and len(words.split()) <= _LONGEST_NAME:
        name = level_name(f"{anchor.name.mark:g} - {words}")
    else:
        name = anchor.name
    return Anchor(name, anchor.text or " ".join(filter(None, (words, same.text))), anchor.block)


def _key(anchor: Anchor) -> str:
    return anchor.name.shown.casefold()


def _tell_names(
    found: FoundDimension, levels: list[Anchor], common: Sequence[str], rubric: Rubric
) -> None:
    odd = next(a for a, name in zip(levels, common, strict=True) if _key(a) != name)
    message = f"{excerpt(found.title)} calls a level {excerpt(odd.name.shown)}, others do not"
    remedy = "Use the same names in every dimension; those of most were taken."
    rubric.doubts.append(Doubt(found.line, message, remedy, found.block))


def _leave_out(found: FoundDimension, rubric: Rubric) -> None:
    message = f"{excerpt(found.title)} has {len(found.anchors)} levels, others have more or fewer"
    remedy = "Give every dimension the same levels; it was kept for reading."
    rubric.doubts.append(Doubt(found.line, message, remedy, found.block))
    rubric.left_out.append(found)


def _dimension(found: FoundDimension, levels: Sequence[Anchor]) -> DimensionDraft:
    drafts = [LevelDraft(anchor.name.shown, _text(anchor)) for anchor in levels]
    text = found.text if levels else _with_words(found)
    return DimensionDraft(found.title, drafts, found.aside, found.line, text, bool(levels))


def _with_words(found: FoundDimension) -> str:
    """What is said of a dimension, and of levels that are too few or too many to be its own."""
    said = (": ".join(filter(None, (each.name.shown, each.text))) for each in found.anchors)
    return "; ".join(filter(None, (found.text, *said)))


def _text(anchor: Anchor) -> str:
    band = "" if anchor.name.is_band else anchor.name.band
    return ": ".join(filter(None, (band, anchor.text))) or NOT_DESCRIBED


def _give_levels(
    rubric: Rubric,
    ready: Sequence[tuple[FoundDimension, list[Anchor]]],
    legend: Sequence[Anchor],
    numbers: tuple[int, int] | None,
) -> None:
    """Levels for what has none: those of the others, of the legend, numbers, or ours."""
    models = [each for each in rubric.dimensions if each.levels]
    without = [each for each in rubric.dimensions if not each.levels]
    if models:
        names = _unmistaken([level.name for level in models[0].levels])
        for each in models:
            each.levels = [
                LevelDraft(name, level.text) for name, level in zip(names, each.levels, strict=True)
            ]
    if not without:
        return
    offered = [LevelDraft(name, NOT_DESCRIBED) for name in OFFERED]
    if models:
        offered = [LevelDraft(level.name, NOT_DESCRIBED) for level in models[0].levels]
    elif legend:
        offered = [
            LevelDraft(_legend_name(each), each.text or each.name.words or NOT_DESCRIBED)
            for each in legend
        ]
    elif numbers and numbers[1] - numbers[0] < MOST_LEVELS:
        marks = range(numbers[1], numbers[0] - 1, -1)
        offered = [LevelDraft(str(mark), NOT_DESCRIBED) for mark in marks]
    for each in without:
        each.levels = [LevelDraft(level.name, level.text) for level in offered]
    if legend and not models:
        return
    titles = ", ".join(excerpt(each.title) for each in without[:3])
    block = next(found.block for found, levels in ready if not levels)
    message = f"{titles}{' and more' if len(without) > 3 else ''}: no level is described"
    shown = ", ".join(level.name for level in offered)
    remedy = f"Write a line for each level; until then they are {shown}."
    rubric.doubts.append(Doubt(without[0].line, message, remedy, block))


def _unmistaken(names: list[str]) -> list[str]:
    """Names that are numbers with the lowest as the best say so, or they would be turned round."""
    if not all(name.isdigit() for name in names) or int(names[0]) > int(names[-1]):
        return names
    return [f"{names[0]} – best", *names[1:-1], f"{names[-1]} – lowest"]


def _legend_name(anchor: Anchor) -> str:
    name: LevelName = anchor.name
    if len(name.words.split()) > _LONGEST_NAME and name.mark >= 0:
        return f"{name.mark:g}"
    if not name.words and len(anchor.text.split()) <= _LONGEST_NAME and anchor.text:
        return level_name(f"{name.mark:g} - {anchor.text}").shown
    return name.shown
