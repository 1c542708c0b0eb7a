"""Interview Desk: one quiet window for running an interview."""

__version__ = "0.1.0"

# The first argument of a process of its own, started by `limited_process`: to read a file, or to
# make a PDF. They stand here, since every start looks for them.
LIMITED_PROCESS = "--limited-process"
PDF_PROCESS = "--pdf-process"

# Set by a shell that asks what could be typed next; the program's own name is in it.
COMPLETION_VARIABLE = "_INTERVIEW_DESK_COMPLETE"
