"""What a person chose in a document that is taken for a guide, to be undone and done again."""

from interview_desk.guide.importer.proposal import Choices


class ChoiceHistory:
    """The choices as they are, with those before and those that were undone."""

    def __init__(self) -> None:
        self.current = Choices()
        self._before: list[Choices] = []
        self._undone: list[Choices] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether anything was undone."""
        return bool(self._undone)

    def choose(self, choices: Choices) -> bool:
        """Go on with other choices; whether they are others."""
        if choices == self.current:
            return False
        self._before.append(self.current)
        self._undone.clear()
        self.current = choices
        return True

    def undo(self) -> bool:
        """Back to the choices before; whether there were any."""
        if not self._before:
            return False
        self._undone.append(self.current)
        self.current = self._before.pop()
        return True

    def redo(self) -> bool:
        """Again to the choices that were undone; whether there were any."""
        if not self._undone:
            return False
        self._before.append(self.current)
        self.current = self._undone.pop()
        return True
