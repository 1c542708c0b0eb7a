"""Interview Desk: one quiet window for running an interview."""

__version__ = "0.1.0"
