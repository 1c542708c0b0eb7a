"""Colours, fonts and sizes of the window, in light, dark and high contrast."""
