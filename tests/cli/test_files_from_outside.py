"""Files given to the commands: hostile ones, several at once, and Ctrl+C while one is read."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_desk.interview.packet import write_packet
from tests.cli.test_commands import run
from tests.helpers import hostile
from tests.helpers.samples import SMALL_GUIDE, scored


def test_every_bad_guide_is_named_and_none_is_kept(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(SMALL_GUIDE, encoding="utf-8")
    (tmp_path / "bad.md").write_text("no guide", encoding="utf-8")
    files = ("good.md", "bad.md", "missing.md", "good.md")
    lines = run("guide", "import", *files, home=tmp_path, expect=1).stderr.splitlines()
    named = [line.split(":")[0].split(" ")[0].strip("“”") for line in lines]
    assert named == ["bad.md", "missing.md"]
    assert lines[-1].endswith("Nothing was imported.")
    assert "small" not in run("guide", "list", home=tmp_path).stdout


def test_every_bad_packet_is_named_and_none_is_kept(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_bytes(write_packet(scored().interview))
    (tmp_path / "bad.json").write_bytes(b"{}")
    (tmp_path / "worse.pdf").write_bytes(hostile.shared_names(40))
    files = ("bad.json", "good.json", "worse.pdf")
    lines = run("import", *files, home=tmp_path, expect=1).stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == ["bad.json", "worse.pdf"]
    assert lines[-1].endswith("Nothing was imported.")
    assert "No interviews yet" in run("list", home=tmp_path).stdout


def test_a_pdf_whose_names_are_shared_gives_its_interview(tmp_path: Path) -> None:
    pdf = hostile.shared_names(40, write_packet(scored().interview))
    (tmp_path / "shared.pdf").write_bytes(pdf)
    assert "imported as 1, Ada" in run("import", "shared.pdf", home=tmp_path).stdout


@pytest.mark.parametrize("name", ["headings", "nested lists", "accents"])
def test_a_hostile_guide_is_checked_in_time(name: str, tmp_path: Path) -> None:
    (tmp_path / "hostile.md").write_bytes(hostile.GUIDES[name]())
    done = subprocess.run(
        [sys.executable, "-m", "interview_desk", "guide", "check", "hostile.md"],
        cwd=tmp_path, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr


@pytest.fixture
def heeded_interrupts() -> Iterator[None]:
    """What is started hears Ctrl+C, also where the tests run in the background and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C as POSIX sends it")
@pytest.mark.usefixtures("heeded_interrupts")
def test_ctrl_c_stops_an_import_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "slow.pdf").write_bytes(hostile.tiny_objects())
    with subprocess.Popen(
        [sys.executable, "-m", "interview_desk", "import", "slow.pdf"],
        cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as command:  # fmt: skip
        children = Path(f"/proc/{command.pid}/task/{command.pid}/children")
        while sys.platform == "linux" and not children.read_text():
            assert command.poll() is None
        # As a terminal does: to the command and to what it has started.
        os.killpg(command.pid, signal.SIGINT)
        assert command.stderr is not None
        # An empty line comes first: on a terminal it ends the one with ^C.
        assert command.stderr.read().split() == ["Stopped."]
    assert command.returncode == 1
