"""What a start asks of the store is asked without anything that takes long to import."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import interview_desk
from interview_desk.store.store import Store
from tests.helpers.samples import scored

START = """
import sys
from pathlib import Path
from interview_desk.store.store import Store
store = Store.open(Path(sys.argv[1]))
rows = store.list(50)
store.count(), store.setting("theme")
store.close()
print(len(rows), *sorted({"sqlite_utils", "msgspec", "markdown_it"} & {*sys.modules}))
"""


def test_a_start_imports_nothing_slow(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.create(scored().interview)
    source = Path(interview_desk.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", START, path],
        env=os.environ | {"PYTHONPATH": str(source)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["1"]
