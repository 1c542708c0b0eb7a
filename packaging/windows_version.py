"""What Windows shows under "Details" of the program: the text of a VSVersionInfo resource."""

_TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "Interview Desk maintainers"),
      StringStruct("FileDescription", "Interview Desk"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "interview-desk"),
      StringStruct("LegalCopyright", "MIT License"),
      StringStruct("OriginalFilename", "interview-desk.exe"),
      StringStruct("ProductName", "Interview Desk"),
      StringStruct("ProductVersion", "{version}")])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])])
  ]
)
"""


def version_info(version: str) -> str:
    """The text for a version such as ``0.2.0``; Windows wants four numbers."""
    numbers = [int(part) for part in version.split(".")[:4] if part.isdecimal()]
    padded = tuple([*numbers, 0, 0, 0, 0][:4])
    return _TEXT.format(numbers=padded, version=version)
