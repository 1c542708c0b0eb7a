"""Interview Desk: one quiet window for running an interview."""

__version__ = "0.1.0"

# The first argument of a process of its own, started by `limited_process`. It stands here, since
# every start looks for it.
LIMITED_PROCESS = "--limited-process"
