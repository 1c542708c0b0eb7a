"""Python's garbage, collected by the window's thread alone.

Python collects in whichever thread happens to make the object that is one too many. A page that
was left is such garbage, its widgets and their handlers hold one another, and Qt's widgets die
badly in another thread than the window's: the program hangs, or crashes.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher


def collect_here() -> None:
    """From now on only this thread, which runs Qt's events, collects: when it is about to wait.

    To be called before another thread begins.
    """
    gc.disable()
    QAbstractEventDispatcher.instance().aboutToBlock.connect(collect_due)


def collect_due() -> None:
    """Collect what Python would have collected by itself, by its own thresholds."""
    # The oldest generation that is due takes the younger ones with it.
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
            gc.collect(generation)
            return
