"""Shipped files are found wherever the program runs from."""

from interview_desk.resources import resource


def test_the_icon_is_found_in_a_checkout() -> None:
    assert resource("icons", "interview-desk.svg").read_bytes().startswith(b"<svg")
