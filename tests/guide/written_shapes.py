"""Guides in the many shapes that people write, each text in them with a word of its own.

Every word is counted (``mark7x``), so a test can ask what became of each.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import strategies as st

_DRESS = [
    "{}", "**{}**", "_{}_ at least", "`{}`", "e\u0301 {} ü", "🎯 {}", "שלום {}", "<b>{}</b>",
    "Says “{}?” to all", "a <!-- hidden --> {}", "[{}](#here)", "**Note** {}", "{}: one, two",
    "\\*{}\\*", "&amp; {}", "(if {})",
]  # fmt: skip


@dataclass
class Writer:
    """Hands out words and remembers them."""

    draw: Callable[[st.SearchStrategy[str]], str]
    words: list[str] = field(default_factory=list)

    def word(self) -> str:
        """A word that was not written before."""
        self.words.append(f"mark{len(self.words)}x")
        return self.words[-1]

    def text(self) -> str:
        """A few words in one line."""
        return self.draw(st.sampled_from(_DRESS)).format(self.word())

    def choice(self, *options: str) -> str:
        """One of these."""
        return self.draw(st.sampled_from(options))

    def listed(self, bullet: str = "") -> str:
        """A list, mostly of bullets."""
        bullet = bullet or self.choice("-", "*", "1.", "2)", "•", "- [ ]")
        return "".join(f"{bullet} {self.text()}\n" for _ in range(int(self.choice("1", "3"))))

    def block(self) -> str:
        """Something that stands between blank lines, anywhere in a document."""
        name = self.choice(*_BLOCKS)
        return f"\n{_BLOCKS[name](self)}\n"

    def blocks(self) -> str:
        """A few of these, or none."""
        return "".join(self.block() for _ in range(int(self.choice("0", "0", "1", "2"))))

    def label(self, name: str) -> str:
        """A label inside a section, sometimes in more words than the reader needs."""
        more = self.choice("", "", " for {}", " ({})").format(self.word())
        form = self.choice("**{}**:", "**{}:**", "**{}**", "##### {}", "__{}__:", "> **{}**:")
        return f"\n{form.format(name + more)}\n\n"

    def under(self, name: str) -> str:
        """A label with its list, and what else may stand there."""
        if self.choice("list", "list", "line") == "line":
            return f"\n**{name}**: {self.text()}\n\n"
        return self.label(name) + self.blocks() + self.listed() + self.blocks()


_BLOCKS: dict[str, Callable[[Writer], str]] = {
    "paragraph": lambda w: f"{w.text()}\n{w.text()}",
    "hard break": lambda w: f"{w.text()}  \n{w.text()}\\\n{w.text()}",
    "list": lambda w: w.listed(),
    "nested list": lambda w: (
        f"- {w.text()}\n\n  {w.text()}\n\n  - {w.text()}\n    1. {w.text()}\n\t- {w.text()}"
    ),
    "list with code": lambda w: f"- {w.text()}\n\n      {w.text()}\n\n  > {w.text()}",
    "list with html": lambda w: f"- {w.text()}\n\n  <p>{w.word()}</p>\n\n  <!-- hidden -->",
    "deep list": lambda w: "\n".join(f"{'  ' * depth}- {w.text()}" for depth in range(16)),
    "quote": lambda w: f"> {w.text()}\n> {w.text()}\n>\n> - {w.text()}",
    "quoted label": lambda w: f"> **{w.word()}**: {w.text()}\nlazy {w.word()}",
    "table": lambda w: f"| {w.text()} | {w.word()} |\n|---|:-:|\n| {w.word()} | {w.word()} |",
    "fence": lambda w: f"```{w.choice('', 'python')}\n# {w.word()}\n- {w.word()}\n```",
    "indented code": lambda w: f"    # {w.word()}",
    "html": lambda w: f"<details>\n<summary>{w.word()}</summary>\n\n{w.text()}\n\n</details>",
    "comment": lambda w: f"<!-- hidden\n\nstill hidden --> {w.word()}",
    "link": lambda w: f'See [{w.word()}](https://a.example/{w.word()} "{w.word()}").',
    "two-line link": lambda w: f"See [{w.word()}\n{w.word()}](b.html?{w.word()}).",
    "picture": lambda w: f"![{w.word()}](board-{w.word()}.png)",
    "bare address": lambda w: f"<https://a.example/{w.word()}>",
    "definition": lambda w: f"See [{w.word()}][a].\n\n[a]: https://a.example/{w.word()}",
    "lonely definition": lambda w: f"[{w.word()}]: {w.word()}",
    "footnote": lambda w: f"Text[^1] {w.word()}\n\n[^1]: {w.text()}",
    "label": lambda w: f"**{w.word()}**: {w.text()}\n{w.text()}",
    "bare label": lambda w: f"**{w.word()}**\n\n{w.listed()}",
    "plain label": lambda w: f"{w.word()}: {w.text()}",
    "dash": lambda w: f"**{w.word()}** – {w.text()}",
    "rule": lambda w: f"{w.text()}\n\n---\n\n{w.text()}\n\n***",
    "empty items": lambda w: f"-\n- {w.text()}\n-",
    "heading": lambda w: f"##### {w.word()}\n\n{w.text()}",
    "empty heading": lambda w: f"##### {w.word()}",
}


_LABELS = (
    "Objective", "What to do", "Strong signals", "Red flags", "Senior differentiator", "Questions",
    "Questions to avoid", "Goal",
)  # fmt: skip


def _phase(w: Writer, number: int) -> str:
    title = w.word() + w.choice("", " (about 8-10 minutes)", " (8-10 min, {})").format(w.word())
    time = w.choice(" (9)", " [5 to 8 min]", " – 8–10 minutes", "\n\n**Time**: 9")
    time = "" if "min" in title else time
    parts = [w.under(name) for name in _LABELS if w.choice("yes", "no") == "yes"]
    if w.choice("yes", "no") == "yes":
        areas = "".join(f"\n#### {w.word()}\n\n{w.blocks()}{w.listed()}" for _ in range(2))
        nested = f"- **{w.word()}**: {w.text()}\n\n  {w.text()}\n  - {w.text()}\n- {w.text()}\n"
        parts.append(w.label("Areas to explore") + w.blocks() + w.choice(areas, nested))
    return f"### Phase {number}: {title}{time}\n{w.blocks()}{''.join(parts)}{w.blocks()}"


def _rubric(w: Writer) -> str:
    def dimension(number: int) -> str:
        good, bad = w.text(), w.text()
        levels = w.choice(
            f"- **Good**: {good}\n  - {w.text()}\n- **Bad**: {bad}\n",
            f"1. Good: {good} {w.word()}\n2. Bad: {bad}\n",
            f"**Good**: {good} {w.word()}\n\n**Bad**: {bad}\n",
        )
        beside = f"\n{w.text()}\n" if levels.startswith(("-", "1")) else ""
        return f"\n### {number}. {w.word()} ({w.word()})\n{beside}\n{levels}"

    return f"## Rubric for {w.word()}\n{w.choice('', w.text())}\n{dimension(1)}{dimension(2)}"


def _scale(w: Writer) -> str:
    steps = f"- **Yes**: {w.text()}\n- **No**\n\n  {w.text()}\n"
    return f"## Recommendation scale {w.word()}\n{w.choice('', w.text())}\n\n{steps}\n{w.text()}\n"


def _pitfalls(w: Writer) -> str:
    whole = "".join(
        f"\n### Pitfall {number}: {w.word()}\n{w.blocks()}"
        f"{w.under('Why it matters')}{w.under('How to avoid')}"
        for number in (1, 2)
    )
    short = f"\n- **{w.word()}**: {w.text()}\n  - {w.text()}\n- {w.text()}\n"
    return f"## Pitfalls {w.word()}\n{w.blocks()}{w.choice(whole, short)}"


def _section(w: Writer, heading: str) -> str:
    under = "".join(f"\n### {w.word()}\n{w.blocks()}{w.listed()}" for _ in range(2))
    own = w.listed() if w.choice("yes", "no") == "yes" else ""
    return f"## {heading} {w.word()}\n{w.blocks()}\n{own}{w.blocks()}{w.choice('', under)}"


def _concerns(w: Writer) -> str:
    under = w.under("Disqualifiers") + w.under("Warning signs")
    return f"## Red flags {w.word()}\n{w.blocks()}{under}"


_SECTIONS = (
    "Before", "During the day", "After", "Questions", "Questions not to ask", "Expectations",
    "Final recommendations", "Key principle", "Background", "Disqualifiers", "Duration",
)  # fmt: skip


@st.composite
def written_guides(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A guide's text, and the words that must not vanish from it."""
    w = Writer(draw)
    title = w.choice(f"# {w.word()}", f"{w.word()}\n===") + "\n"
    sections = [_rubric(w)]
    sections += [
        make(w) for make in (_scale, _pitfalls, _concerns) if w.choice("yes", "no") == "yes"
    ]
    headings = draw(st.lists(st.sampled_from(_SECTIONS), max_size=3, unique=True))
    sections += [_section(w, heading) for heading in headings]
    phases = "".join(f"\n{_phase(w, number)}" for number in (1, 2))
    sections.append(f"## Plan {w.word()}\n{w.blocks()}{phases}")
    body = "".join(f"\n{each}\n" for each in draw(st.permutations(sections)))
    text = f"{w.blocks()}\n{title}{w.blocks()}{body}"
    return text, [word for word in w.words if word in text]
