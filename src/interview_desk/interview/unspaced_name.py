"""A name in scripts written without spaces, and in Korean, which writes endings on to it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from interview_desk.interview.folded_text import OTHER, UNSPACED_RUN, FoldedText, Span, fold

_SCRIPTS = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"  # Han
    "|[\u3040-\u30ff\u31f0-\u31ff]+|[\u1100-\u11ff]+|[^\u2e80-\u30ff\u3400-\u9fff\u1100-\u11ff]+"
)
_SYLLABLE = re.compile("[HK][hk]*")
# Scripts of syllables and words: two of their signs are hardly ever a name by chance.
_DENSE = re.compile("[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\U00020000-\U0003ffff]")
_HANGUL = re.compile("[\u1100-\u11ff]")
_BETWEEN = "[ ·・]?"
_TSHEG = "\u0f0b\u0f0c"
_AFTER_NAMES = tuple(
    fold(word).letters
    for word in (
        "先生", "女士", "小姐", "同学", "同學", "老师", "老師", "经理", "さん", "さま", "様",
        "くん", "君", "ちゃん", "氏", "씨", "님", "양", "군",
    )
)  # fmt: skip


class UnspacedName:
    """What of a name is in such scripts: looked for anywhere, since no space tells where it ends.

    What is too short for that, such as a family name of one sign, is taken for the name where it
    stands alone or before a form of address, and is nearly it elsewhere.
    """

    def __init__(self, name: FoldedText) -> None:
        runs = [name.letters[slice(*run.span())].strip(_TSHEG) for run in _runs(name)]
        tokens = [token for run in runs for token in _SCRIPTS.findall(run)]
        self._whole = "".join(tokens)
        self._sure: set[str] = set()
        self._short: set[str] = set()
        for token in tokens:
            self._add(token)
        if len(tokens) == 1:
            self._take_apart(_syllables(tokens[0]))
        if len(_syllables(self._whole)) > 1:
            self._sure |= {self._whole, "".join(tokens[::-1])}
        self.is_known = bool(self._sure or self._short)
        self._pattern = _any_of(tokens, self._sure | self._short)

    def find(self, text: FoldedText) -> list[Span]:
        """Where in the letters it is for sure."""
        return [span for span, sure in self._all(text) if sure]

    def find_nearly(self, text: FoldedText) -> list[Span]:
        """Where it may be."""
        return [span for span, sure in self._all(text) if not sure]

    def _add(self, part: str) -> None:
        enough = 2 if _DENSE.match(part) else 3
        (self._sure if len(_syllables(part)) >= enough else self._short).add(part)

    def _take_apart(self, syllables: list[str]) -> None:
        """Family and given name, where nothing stands between: how long each is must be guessed."""
        if not _DENSE.match(self._whole) or len(syllables) < 2:
            return
        if len(syllables) == 2:
            self._short |= set(syllables)
            return
        self._sure.add("".join(syllables[-2:]))
        first_two = "".join(syllables[:2])
        (self._short if len(syllables) == 3 else self._sure).add(first_two)
        if len(syllables) == 3:
            self._short |= {syllables[0], syllables[2]}

    def _all(self, text: FoldedText) -> Iterator[tuple[Span, bool]]:
        matches = [*self._matches(text)]
        shape = [*text.shape] if matches else []
        sure: set[int] = set()
        waiting = [*range(len(matches))]
        while waiting:
            number = waiting.pop()
            if number not in sure and self._is_sure(text.letters, shape, matches[number]):
                sure.add(number)
                first, end = text.whole(matches[number].span())
                # What is taken out leaves alone what stood beside it.
                shape[first:end] = OTHER * (end - first)
                waiting += {max(number - 1, 0), min(number + 1, len(matches) - 1)}
        return ((match.span(), number in sure) for number, match in enumerate(matches))

    def _matches(self, text: FoldedText) -> Iterator[re.Match[str]]:
        if self._pattern is None or not UNSPACED_RUN.search(text.shape):
            return
        end = 0
        while match := self._pattern.search(text.letters, end):
            first, whole = match.start(), self._without_mark(text, match)
            end = whole.end() if whole else first + 1
            if whole and not text.is_within_character(whole.span()):
                yield whole

    def _without_mark(self, text: FoldedText, match: re.Match[str]) -> re.Match[str] | None:
        """As much of it as is not the beginning of another syllable, if any is."""
        found: re.Match[str] | None = match
        while found and text.shape[found.end() : found.end() + 1] in {"h", "k"}:
            assert self._pattern is not None
            found = self._pattern.match(text.letters, found.start(), found.end() - 1)
        return found

    def _is_sure(self, letters: str, shape: Sequence[str], match: re.Match[str]) -> bool:
        first, end = match.span()
        found = re.sub(_BETWEEN, "", match[0])
        before = shape[first - 1] if first else OTHER
        after = shape[end] if end < len(shape) else OTHER
        if found == self._whole and found in self._sure:
            return True
        if found in self._sure and not (_HANGUL.match(found) and before in {"K", "k"}):
            return True
        alone = not UNSPACED_RUN.match(before) and not UNSPACED_RUN.match(after)
        return alone or letters.startswith(_AFTER_NAMES, end)


def _runs(name: FoldedText) -> Iterator[re.Match[str]]:
    return UNSPACED_RUN.finditer(name.shape)


def _syllables(letters: str) -> list[str]:
    shape = fold(letters).shape
    return [letters[slice(*match.span())] for match in _SYLLABLE.finditer(shape)]


def _any_of(tokens: list[str], parts: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all of them, the longest first; the whole name also with gaps in it."""
    if not tokens:
        return None
    gaps = [_BETWEEN.join(map(re.escape, tokens)), _BETWEEN.join(map(re.escape, tokens[::-1]))]
    if _DENSE.match(tokens[0]):
        gaps.append(_BETWEEN.join(map(re.escape, _syllables("".join(tokens)))))
    literal = sorted(map(re.escape, parts), key=len, reverse=True)
    # A letter that begins no syllable leaves a gap without signs, which would be found everywhere.
    return re.compile("|".join(filter(None, [*gaps, *literal])))
