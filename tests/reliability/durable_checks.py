"""How to see after a power cut that what was said to be done is there.

Each check is given the folder after the cut, what was said until then, and the folder as it was
in the end without a cut; it tells what is not as it was said.
"""

import shutil
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from interview_desk.interview.interview import Interview
from interview_desk.store.backups.backups import list_backups
from interview_desk.store.backups.integrity import faults_in
from interview_desk.store.backups.salvage import salvage
from interview_desk.store.privacy.erasure import Erasures
from interview_desk.store.store import Store
from tests.helpers.samples import small_guide

Broken = list[str]
RECORDS, OUT, GUIDES = "records", "out", "guides"
NAME, SECRET = "Zephyrine Quackenbush", "xylophonist"
BACKUP = "interviews-2026-11-20-101500.db"


def _read(path: Path) -> dict[str, Interview]:
    """Every interview of a store; whatever is wrong with it is an error."""
    with closing(Store.open(path)) as store:
        there = {row.uid: store.load(row.row) for row in store.list()}
    if faults := faults_in(path):
        raise AssertionError(f"{path.name} is damaged: {faults[0]}")
    return there


def _read_copy(path: Path, folder: Path) -> dict[str, Interview]:
    """The same of a copy, which is left as it is."""
    copy = folder / "looked-at" / path.name
    copy.parent.mkdir(exist_ok=True)
    for side in ("", "-wal"):
        if (source := path.with_name(path.name + side)).exists():
            shutil.copy(source, copy.with_name(copy.name + side))
    try:
        return _read(copy)
    finally:
        shutil.rmtree(copy.parent)


def _after(said: Sequence[str], word: str) -> list[str]:
    return [line.removeprefix(f"{word} ") for line in said if line.startswith(f"{word} ")]


def check_notes(folder: Path, said: Sequence[str], _end: Path) -> Broken:
    """Every note that was called kept, and the last draft unless it became a note."""
    kept, interviews = _after(said, "note"), _after(said, "interview")
    path = folder / RECORDS / "interviews.db"
    if not path.exists():
        return [f"the records with {len(kept)} notes"] if kept or interviews else []
    there = _read(path)
    texts = {note.text for each in there.values() for note in each.notes}
    broken = [f"the interview {uid}" for uid in interviews if uid not in there]
    broken += [f"the note {text}" for text in kept if text not in texts]
    with closing(Store.open(path)) as store:
        drafts = [store.load_draft(row.row) for row in store.list()]
    typed = [draft.text for draft in drafts if draft]
    for draft in _after(said, "draft")[-1:]:
        note = draft.replace("thought", "kept")
        if draft not in typed and note not in texts:
            broken.append(f"the draft {draft}")
    return broken


def check_settings(folder: Path, said: Sequence[str], _end: Path) -> Broken:
    """The last setting that was called kept, or a later one."""
    with closing(Store.open(folder / RECORDS / "interviews.db")) as store:
        value = store.setting("theme") or ""
    last = _after(said, "setting")[-1:]
    return [f"the setting {each}, there is “{value}”" for each in last if value < each]


def check_backups(folder: Path, said: Sequence[str], _end: Path) -> Broken:
    """Each copy that was made and is kept, with every note that was kept before it."""
    path = folder / RECORDS / "interviews.db"
    broken = check_notes(folder, said, _end)
    there = {each.name: each.path for each in list_backups(path)}
    made: dict[str, list[str]] = {}
    for number, line in enumerate(said):
        name = line.removeprefix("copy ").split(" ")[0]
        if name.startswith("interviews-"):
            made[name] = _after(said[:number], "note")
    kept = sorted(made)[-6:]  # one more may be there, or on its way out
    broken += [f"the copy {name}" for name in kept if name not in there]
    for name, copy in there.items():
        texts = {
            note.text for each in _read_copy(copy, folder).values() for note in each.notes
        }  # fmt: skip
        broken += [f"the note {text} in {name}" for text in made.get(name, ()) if text not in texts]
    return broken


def check_restore(folder: Path, said: Sequence[str], end: Path) -> Broken:
    """The records as the backup has them, and those of before aside; else one of the two."""
    path = folder / RECORDS / "interviews.db"
    old = {"gone", "sample", "later", "logged"}
    done = any(line.startswith(f"{BACKUP} is in place") for line in said)
    there = _read(path)
    if done and there.keys() != {"gone", "sample"}:
        return [f"the restore: there is {', '.join(there)}"]
    if there.keys() != old:
        asides = [each.path for each in list_backups(path) if each.name != BACKUP]
        if not any(_read_copy(each, folder).keys() == old for each in asides):
            return ["the records that were set aside"]
    backup = _read_copy(path.parent / "backups" / BACKUP, folder)
    return [] if backup.keys() == {"gone", "sample"} else ["the backup that was restored"]


def check_salvage(folder: Path, said: Sequence[str], end: Path) -> Broken:
    """All that could be read, and the damaged file as it was; or both still to be read."""
    path = folder / RECORDS / "interviews.db"
    expected = _read_copy(end / RECORDS / "interviews.db", folder)
    done = any(line.startswith("The damaged file was kept") for line in said)
    if not done and faults_in(path):
        # The user does it once more.
        salvage(path, small_guide(), datetime(2026, 11, 24, 10, 0))  # noqa: DTZ001 - local
    broken = []
    if _read(path) != expected:
        broken.append("what was salvaged")
    if not any(each.name.startswith("interviews-set-aside") for each in list_backups(path)):
        broken.append("the damaged file")
    for aside in (end / RECORDS / "backups").glob("interviews-set-aside-*"):
        copy = path.parent / "backups" / aside.name
        if done and (not copy.exists() or copy.read_bytes() != aside.read_bytes()):
            broken.append(f"the damaged file, {aside.name}")
    return broken


def check_guides(folder: Path, said: Sequence[str], end: Path) -> Broken:
    """Each guide that was imported, written or moved, whole."""
    own = folder / RECORDS / GUIDES
    broken = []
    for line in said:
        name = line.partition(": imported as ")[2]
        path = own / f"{name}.md"
        whole = (end / RECORDS / GUIDES / path.name).read_bytes() if name else b""
        if name and (not path.exists() or path.read_bytes() != whole):
            broken.append(f"the guide {name}")
    words = _after(said, "guide small-interview word")
    places = [own / "small-interview.md", own / "archive" / "small-interview.md"]
    found = [place for place in places if place.exists()]
    if any(place.read_bytes()[:1] != b"#" for place in found):
        broken.append("a guide that is whole")
    if words and not any(int(words[-1]) <= _word(place) for place in found):
        broken.append("the guide as it was written")
    if _after(said, "archived") and not _after(said, "back") and not found:
        broken.append("the guide that was put away")
    if _after(said, "back") and found != places[:1]:
        broken.append("the guide that was brought back")
    return broken


def _word(path: Path) -> int:
    _, found, number = path.read_text().rpartition("- word ")
    return int(number) if found else -1


def check_files(folder: Path, said: Sequence[str], end: Path) -> Broken:
    """Each file that was called written is whole, and no other is there in part."""
    out, last = folder / OUT, end / OUT
    broken = []
    for line in said:
        name = line.removeprefix("file ").split(" ")[0].split(":")[0].removeprefix(f"{OUT}/")
        if (last / name).is_file() and not (out / name).is_file():
            broken.append(f"the file {name}")
    for path in out.glob("[!.]*"):
        whole = {(last / path.name).read_bytes()}
        if path.name == "report.pdf" and "file report.pdf 2" not in said:
            whole.add(b"report.pdf" * 3000)
        if path.read_bytes() not in whole:
            broken.append(f"the whole of {path.name}, of {path.stat().st_size} bytes")
    return broken


def check_erased(folder: Path, said: Sequence[str], _end: Path) -> Broken:
    """No byte of it once it was called erased; the others untouched at any moment."""
    return _forgotten(folder, done=any("was erased" in line for line in said), uid="gone")


def check_anonymised(folder: Path, said: Sequence[str], _end: Path) -> Broken:
    """No byte of the name once it was called gone; the others untouched at any moment."""
    return _forgotten(folder, done=any("has no name" in line for line in said), uid="")


def _forgotten(folder: Path, *, done: bool, uid: str) -> Broken:
    """``uid`` is the interview that goes, empty if only the name in it does."""
    path = folder / RECORDS / "interviews.db"
    traces = (NAME, SECRET) if uid else (NAME,)
    broken = [f"no trace: {each}" for each in _traces(path.parent, traces)] if done else []
    there = _read(path).keys()
    if uid and done and uid in there:
        broken.append("that the interview is erased")
    broken += [f"the interview {each}" for each in ("sample", "later", "logged")
               if each not in there]  # fmt: skip
    for backup in list_backups(path):
        copied = _read_copy(backup.path, folder).keys()
        if "sample" not in copied or (uid and done and uid in copied):
            broken.append(f"the copy {backup.name}")
    # What was begun is brought to its end by the next start.
    erasures = Erasures(path)
    wanted = erasures.resume()
    erasures.run_all()
    if wanted:
        broken += [f"no trace after the next start: {each}"
                   for each in _traces(path.parent, traces)]  # fmt: skip
    return broken


def _traces(folder: Path, words: Sequence[str]) -> Broken:
    return [
        f"{path.name} has “{word}”"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for word in words
        if word.encode() in path.read_bytes()
    ]
