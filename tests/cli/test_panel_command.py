"""`interview-desk panel`: what it prints of packets, PDFs, drafts and files that are neither."""

import json
from pathlib import Path

from interview_desk.interview.packet import write_packet
from interview_desk.paths import data_directory, store_file
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.options import ReportOptions
from interview_desk.report.pdf.make import make_document
from interview_desk.store.store import Store
from tests.cli.test_commands import run
from tests.helpers.panels import CANDIDATE, four, locked, rated
from tests.helpers.samples import Played
from tests.report.pdf_tools import faults_of, text_of


def saved(played: Played, folder: Path, name: str = "") -> Path:
    path = folder / f"{name or played.interview.uid}.json"
    path.write_bytes(write_packet(played.interview))
    return path


def keep(home: Path, played: Played) -> None:
    store = Store.open(store_file(data_directory(home / "data")))
    store.create(played.interview)
    store.close()


def test_a_debrief_is_printed_as_markdown(tmp_path: Path) -> None:
    files = [saved(each, tmp_path) for each in four()]
    told = run("panel", *files, home=tmp_path).stdout
    assert told.startswith(f"# {CANDIDATE}\n\nPanel sheet\n")
    assert "| Technical Depth | Exceeds, 2 pieces | Below, 2 pieces | Meets, no evidence |" in told
    assert "Two steps apart. Read Osei 22:10 against Tamm 21:30" in told
    assert "5 disqualifiers that nobody observed." in told
    assert "Of 43 pairs of ratings 26 are the same" in told
    assert "alpha" not in told.lower()


def test_a_colleagues_interview_that_was_taken_in_is_not_ones_own(tmp_path: Path) -> None:
    files = [saved(each, tmp_path) for each in four()]
    run("import", files[0], "--colleague", home=tmp_path)
    told = json.loads(run("panel", "--json", *files, home=tmp_path).stdout)
    assert [each["own"] for each in told["panels"][0]["packets"]] == [False] * 4


def test_pdfs_and_packets_go_together_as_json(tmp_path: Path) -> None:
    first, *others = four()
    pdf = tmp_path / "first.pdf"
    pdf.write_bytes(make_document(RUBRIC, first.interview, ReportOptions()))
    files = [pdf, *(saved(each, tmp_path) for each in others)]
    told = json.loads(run("panel", "--json", *files, home=tmp_path).stdout)
    (panel,) = told["panels"]
    assert [each["seal_says"] for each in panel["packets"]] == ["fits"] * 4
    depth = next(each for each in panel["rows"] if each["title"] == "Technical Depth")
    assert [each["level"] for each in depth["cells"]] == ["Exceeds", "Below", "Meets", "Exceeds"]
    assert depth["spread"] == "two steps"
    assert (told["not_read"], told["maybe_one_person"]) == ({}, [])


def test_a_file_that_holds_no_packet_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    junk = tmp_path / "junk.json"
    junk.write_text("{}")
    good = saved(locked(rated("Osei")), tmp_path)
    done = run("panel", junk, tmp_path / "none.pdf", good, home=tmp_path)
    assert "One packet: add the others" in done.stdout
    assert done.stderr.startswith(f"{junk}: ")
    assert "“none.pdf” is not there" in done.stderr


def test_where_nothing_can_be_read_it_fails(tmp_path: Path) -> None:
    done = run("panel", tmp_path / "none.pdf", home=tmp_path, expect=1)
    assert done.stdout == ""
    assert "No packet could be read." in done.stderr


def test_until_your_own_rating_is_finished_only_the_senders_are_told(tmp_path: Path) -> None:
    keep(tmp_path, rated("Reet Tamm", uid="mine"))
    files = [saved(locked(rated("Osei")), tmp_path), saved(rated("Kask"), tmp_path)]
    told = run("panel", *files, home=tmp_path).stdout
    assert told == (
        f"# {CANDIDATE}\n\n2 packets wait. They open when your own rating is finished.\n\n"
        "- Osei: finished\n- Kask: not finished\n"
    )
    as_json = json.loads(run("panel", "--json", *files, home=tmp_path).stdout)["panels"]
    assert as_json[0]["waiting"] == [
        {"interviewer": "Osei", "finished": True},
        {"interviewer": "Kask", "finished": False},
    ]
    assert "Meets" not in json.dumps(as_json)


def test_your_own_finished_one_opens_them(tmp_path: Path) -> None:
    mine = locked(rated("Reet Tamm", uid="mine"))
    keep(tmp_path, mine)
    files = [saved(locked(rated("Osei")), tmp_path), saved(mine, tmp_path)]
    told = json.loads(run("panel", "--json", *files, home=tmp_path).stdout)
    assert [each["own"] for each in told["panels"][0]["packets"]] == [True, False]


def test_drafts_are_hidden_unless_they_are_asked_for(tmp_path: Path) -> None:
    file = saved(rated("Kask", ("Below", "Below")), tmp_path)
    assert "Below" not in run("panel", file, home=tmp_path).stdout
    assert "Below, no evidence, draft" in run("panel", "--drafts", file, home=tmp_path).stdout


def test_names_that_are_nearly_one_are_kept_apart_until_told_otherwise(tmp_path: Path) -> None:
    files = [
        saved(locked(rated(who, about=(name, "Engineer"))), tmp_path, who)
        for who, name in (("Osei", "Ana Petrova"), ("Kask", "Anna Petrova"))
    ]
    done = run("panel", *files, home=tmp_path)
    assert done.stdout.count("Panel sheet") == 2
    assert "“Ana Petrova” and “Anna Petrova” may be one person" in done.stderr
    together = run("panel", "--together", *files, home=tmp_path).stdout
    assert "Written in several ways: “Ana Petrova” and “Anna Petrova”." in together


def test_the_sheet_of_one_candidate_is_written_as_a_pdf(tmp_path: Path) -> None:
    files = [saved(each, tmp_path) for each in four()]
    done = run("panel", *files, "--out", "sheet.pdf", home=tmp_path)
    assert done.stdout.strip() == "sheet.pdf"
    said = text_of(tmp_path / "sheet.pdf")
    assert "Panel sheet" in said
    assert faults_of(tmp_path / "sheet.pdf", "ua1") == []
    assert faults_of(tmp_path / "sheet.pdf", "3a") == []
    other = saved(locked(rated("Osei", about=("Grace Hopper", "Engineer"))), tmp_path)
    refused = run("panel", *files, other, "--out", "both.pdf", home=tmp_path, expect=1)
    assert "several candidates" in refused.stderr
    assert not (tmp_path / "both.pdf").exists()
    assert (
        "ends in .pdf or .md"
        in run("panel", *files, "--out", "sheet.txt", home=tmp_path, expect=1).stderr
    )
