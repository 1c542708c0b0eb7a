"""Interview Desk: one quiet window for running an interview."""

__version__ = "0.1.0"

# The first argument of a process of its own, started by `limited_process`: to read a file, or to
# make a PDF. They stand here, since every start looks for them.
LIMITED_PROCESS = "--limited-process"
PDF_PROCESS = "--pdf-process"
