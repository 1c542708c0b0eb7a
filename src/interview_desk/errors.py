"""Errors of the user's world, told in the user's words."""


class UserError(Exception):
    """Something outside the program went wrong; the message says what, and a way out.

    Commands print the message as one line and exit 1; the window shows it in a banner.
    Anything that is not a UserError is a bug and goes to the log.
    """
