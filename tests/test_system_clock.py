"""The laptop's clocks, as far as a test can know them."""

import subprocess
import sys
from pathlib import Path

import pytest

from interview_desk.system_clock import SystemClock


def test_the_continuous_clock_never_goes_back() -> None:
    clock = SystemClock()
    moments = [clock.now() for _ in range(1_000)]
    assert moments == sorted(moments, key=lambda at: at.mono_ms)
    assert len({at.boot for at in moments}) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells its boots apart")
def test_two_programs_of_one_boot_share_the_continuous_clock() -> None:
    code = (
        "from interview_desk.system_clock import SystemClock as C;"
        "at = C().now(); print(at.boot, at.mono_ms, at.wall_ms)"
    )
    before = SystemClock().now()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    boot, mono_ms, wall_ms = done.stdout.split()
    after = SystemClock().now()
    assert boot == before.boot == after.boot
    assert before.mono_ms <= int(mono_ms) <= after.mono_ms
    assert before.wall_ms <= int(wall_ms) <= after.wall_ms


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's own count")
def test_the_continuous_clock_counts_from_the_boot_sleep_included() -> None:
    uptime_s = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    assert abs(SystemClock().now().mono_ms / 1000 - uptime_s) < 5
