"""Calendar files as other programs write them: never another time than theirs without a word."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from interview_desk.report.calendar.content_lines import CalendarError
from interview_desk.report.calendar_file import Slot, slot_in

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
RULES = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:{since}T{hour}0000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:{summer}
TZOFFSETTO:{winter}
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:{since}T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:{winter}
TZOFFSETTO:{summer}
END:DAYLIGHT
END:VTIMEZONE"""


def rules(name: str, winter: str, summer: str, since: str = "16010101", hour: str = "03") -> str:
    return RULES.format(name=name, winter=winter, summer=summer, since=since, hour=hour)


def file(*events: str, head: str = "VERSION:2.0") -> bytes:
    lines = ["BEGIN:VCALENDAR", head, "PRODID:-//x//EN"]
    for each in events:
        lines += each.split("\n") if each.startswith("BEGIN") else event(each).split("\n")
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def event(lines: str) -> str:
    return f"BEGIN:VEVENT\n{lines}\nEND:VEVENT"


def zoned(name: str, day: str = "20261208") -> str:
    return f"UID:a\nDTSTART;TZID={name}:{day}T130000\nDTEND;TZID={name}:{day}T140000\nSUMMARY:Talk"


def taken(data: bytes) -> Slot:
    return slot_in(data, TOKYO, NOW)


def told(data: bytes) -> str:
    return " ".join(taken(data).remarks)


def refused(data: bytes) -> str:
    with pytest.raises(CalendarError) as caught:
        taken(data)
    return str(caught.value)


# Time zones


@pytest.mark.parametrize(
    "name",
    [
        "Europe/Berlin", "europe/berlin", "/Europe/Berlin", "/mozilla.org/20050126_1/Europe/Berlin",
        "/freeassociation.sourceforge.net/Europe/Berlin", "W. Europe Standard Time",
        "W. Europe Standard Time 1", '"Microsoft/W. Europe Standard Time"', "GMT+0100",
        "UTC+01:00", "+01:00",
        '"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"',
        '"(GMT+01.00) Sarajevo/Warsaw/Zagreb"', '"Europe/Berlin;VALUE=DATE-TIME"',
    ],
)  # fmt: skip
def test_a_zone_is_known_by_any_of_its_names(name: str) -> None:
    assert taken(file(zoned(name))) == Slot("2026-12-08T21:00", 60, "Talk")
    assert told(file(zoned(name))) == ""


@pytest.mark.parametrize(
    ("name", "scheduled"),
    [
        ('"(UTC-08:00) Pacific Time (US & Canada)"', "2026-12-09T06:00"),
        ('"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"', "2026-12-08T22:00"),
        ("tzone://Microsoft/Utc", "2026-12-08T22:00"),
        ("GMT Standard Time 1", "2026-12-08T22:00"),
        ('"Amsterdam, Belgrade, Madrid, Paris, Prague"', "2026-12-08T21:00"),
    ],
)
def test_windows_has_names_of_its_own(name: str, scheduled: str) -> None:
    assert taken(file(zoned(name))) == Slot(scheduled, 60, "Talk")


@pytest.mark.parametrize(
    "name",
    [
        "Customized Time Zone", "tzone://Microsoft/Custom", "Nowhere/Atlantis", "local", "Europe",
        '"Berlin, Lagos"', '"(GMT +01:00)"',
        '"(UTC+05:00) Berlin, Rome"', '"(UTC+01:00) Berlin, Lagos"', "+99:00", "../etc/passwd",
    ],
)  # fmt: skip
def test_a_zone_that_nobody_knows_is_refused_with_the_time_that_it_says(name: str) -> None:
    words = refused(file(zoned(name)))
    assert f"“{name.strip(chr(34))}” is not known" in words
    assert "8 Dec 2026, 13:00" in words


@pytest.mark.parametrize("since", ["16010101", "00010101", "19700101"])
@pytest.mark.parametrize(("day", "scheduled"), [("1208", "21:00"), ("0708", "20:00")])
def test_the_rules_in_the_file_make_any_name_known(since: str, day: str, scheduled: str) -> None:
    own = rules("Customized Time Zone", "+0100", "+0200", since)
    data = file(own, zoned('"Customized Time Zone"', f"2027{day}"))
    assert taken(data).scheduled == f"2027-{day[:2]}-{day[2:]}T{scheduled}"
    assert told(data) == ""


def test_rules_that_are_not_those_of_the_name_are_taken_with_a_word() -> None:
    """One program calls British time GMT, and says in its rules that there is a summer."""
    data = file(rules("GMT", "+0000", "+0100", "20000326"), zoned("GMT", "20270723"))
    assert taken(data).scheduled == "2027-07-23T21:00"
    assert "own rules for the time zone “GMT”" in told(data)


def test_rules_without_a_beginning_leave_it_to_the_name() -> None:
    broken = rules("Europe/Berlin", "+0100", "+0200").replace("DTSTART", "X-START")
    assert taken(file(broken, zoned("Europe/Berlin"))).scheduled == "2026-12-08T21:00"
    broken = broken.replace("Europe/Berlin", "Mine")
    assert "“Mine” is not known" in refused(file(broken, zoned("Mine")))


def test_a_zone_that_begins_with_a_day_is_read() -> None:
    own = (
        "BEGIN:VTIMEZONE\nTZID:Here\nBEGIN:STANDARD\nDTSTART;VALUE=DATE:20170101\n"
        "TZOFFSETFROM:+1100\nTZOFFSETTO:+1100\nEND:STANDARD\nEND:VTIMEZONE"
    )
    assert taken(file(own, zoned("Here"))).scheduled == "2026-12-08T11:00"


FLOATING = "DTSTART:20261208T130000\nDTEND:20261208T140000"


@pytest.mark.parametrize(
    ("head", "scheduled", "words"),
    [
        ("VERSION:2.0", "2026-12-08T13:00", "no time zone"),
        ("X-WR-TIMEZONE:America/Chicago", "2026-12-09T04:00", "America/Chicago"),
        ("VERSION:1.0\r\nTZ:-06", "2026-12-09T04:00", "that of -06"),
    ],
)
def test_a_time_without_a_zone_says_whose_it_was_taken_for(
    head: str, scheduled: str, words: str
) -> None:
    data = file(FLOATING, head=head)
    assert taken(data) == Slot(scheduled, 60, "")
    assert words in told(data)


@pytest.mark.parametrize("head", ["X-WR-TIMEZONE:Mars", "TZ:-06\r\nDAYLIGHT:TRUE;-05;x"])
def test_a_calendar_in_a_zone_that_nobody_knows_is_refused(head: str) -> None:
    assert "is not known" in refused(file(FLOATING, head=head))


def test_two_zones_at_once_are_told() -> None:
    data = file("DTSTART;TZID=Europe/Berlin:20261208T120000Z")
    assert taken(data).scheduled == "2026-12-08T21:00"
    assert "two time zones" in told(data)


# What is no time to come


@pytest.mark.parametrize("status", ["CANCELLED", "cancelled", "CANCELED"])
def test_what_was_cancelled_is_refused(status: str) -> None:
    assert "was cancelled" in refused(file(zoned("UTC") + f"\nSTATUS:{status}"))


def test_a_file_that_cancels_is_refused() -> None:
    assert "was cancelled" in refused(file(zoned("UTC"), head="METHOD:CANCEL"))


@pytest.mark.parametrize(
    ("head", "line", "words"),
    [
        ("METHOD:COUNTER", "", "proposal"),
        ("METHOD:REQUEST", "\nSTATUS:TENTATIVE", "not confirmed"),
    ],
)
def test_what_is_not_agreed_on_yet_is_told(head: str, line: str, words: str) -> None:
    assert words in told(file(zoned("UTC") + line, head=head))


def test_the_past_is_told() -> None:
    assert told(file(zoned("UTC", "20261124"))) == "It is in the past."


@pytest.mark.parametrize(
    "lines",
    [
        "DTSTART;VALUE=DATE:20261208", "DTSTART:20261208", "DTSTART;VALUE=DATE:20261208T000000",
        "DTSTART:20261208T000000\nDTEND:20261209T000000",
        "DTSTART:20261208T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    ],
)  # fmt: skip
def test_a_whole_day_gives_no_time(lines: str) -> None:
    assert taken(file(lines)) == Slot("2026-12-08T00:00", None, "")
    assert "whole day" in told(file(lines))


def test_a_length_that_no_interview_has_is_told() -> None:
    data = file("DTSTART:20261208T130000Z\nDURATION:PT8H")
    assert taken(data).minutes is None
    assert "480 minutes" in told(data)
    data = file("DTSTART:20261208T130000Z\nDTEND:20261208T120000Z")
    assert taken(data).minutes is None
    assert "ends when it begins, or before" in told(data)


def test_a_zone_that_is_named_only_once_holds_for_the_end_too() -> None:
    data = file("DTSTART;TZID=Europe/Berlin:20261208T130000\nDTEND:20261208T134500")
    assert taken(data) == Slot("2026-12-08T21:00", 45, "")


# Series

WEEKLY = (
    "UID:s\nDTSTART;TZID=Europe/Berlin:20240109T130000\nDTEND;TZID=Europe/Berlin:20240109T140000\n"
    "RRULE:FREQ=WEEKLY;BYDAY=TU\nSUMMARY:Weekly"
)
MOVED = (
    "UID:s\nRECURRENCE-ID;TZID=Europe/Berlin:20261201T130000\nDTSTART:20261202T100000Z\n"
    "DTEND:20261202T104500Z\nSUMMARY:Moved"
)


def test_of_a_series_the_next_time_is_taken() -> None:
    assert taken(file(WEEKLY)) == Slot("2026-12-01T21:00", 60, "Weekly")
    assert "repeats" in told(file(WEEKLY))
    running = slot_in(file(WEEKLY), TOKYO, datetime(2026, 12, 1, 12, 30, tzinfo=UTC))
    assert running.scheduled == "2026-12-01T21:00"


def test_a_series_keeps_its_hour_when_summer_comes() -> None:
    after = datetime(2027, 6, 30, tzinfo=UTC)
    assert slot_in(file(WEEKLY), TOKYO, after).scheduled == "2027-07-06T20:00"


@pytest.mark.parametrize(
    "without",
    [
        "EXDATE;TZID=Europe/Berlin:20261201T130000", "EXDATE:20261201T120000Z",
        "EXDATE;VALUE=DATE:20261201", "EXDATE;TZID=Asia/Tokyo:20261124T210000,20261201T210000",
        "EXRULE:FREQ=WEEKLY;UNTIL=20261201T120000Z",
    ],
)  # fmt: skip
def test_times_that_fell_out_are_passed_over(without: str) -> None:
    assert taken(file(f"{WEEKLY}\n{without}")).scheduled == "2026-12-08T21:00"


@pytest.mark.parametrize(
    "changed",
    [
        MOVED,
        MOVED.replace(";TZID=Europe/Berlin:20261201T130000", ":20261201T120000Z"),
        MOVED.replace(";TZID=Europe/Berlin:20261201T130000", ";TZID=Asia/Tokyo:20261201T210000"),
    ],
)
def test_a_time_that_was_moved_is_at_its_new_place(changed: str) -> None:
    for both in (file(WEEKLY, changed), file(changed, WEEKLY)):
        assert taken(both) == Slot("2026-12-02T19:00", 45, "Moved")
        later = slot_in(both, TOKYO, datetime(2026, 12, 3, tzinfo=UTC))
        assert later.scheduled == "2026-12-08T21:00"


def test_a_time_of_a_series_that_was_cancelled_is_passed_over() -> None:
    assert taken(file(WEEKLY, f"{MOVED}\nSTATUS:CANCELLED")).scheduled == "2026-12-08T21:00"


def test_a_change_of_all_later_times_is_told() -> None:
    both = file(WEEKLY, MOVED.replace("RECURRENCE-ID;", "RECURRENCE-ID;RANGE=THISANDFUTURE;"))
    assert "changed together" in told(both)


def test_a_time_of_a_series_alone_is_taken() -> None:
    assert taken(file(MOVED)) == Slot("2026-12-02T19:00", 45, "Moved")


@pytest.mark.parametrize("end", ["COUNT=3", "UNTIL=20240123", "UNTIL=20240123T120000Z"])
def test_a_series_that_is_over_says_so(end: str) -> None:
    data = file(WEEKLY.replace("BYDAY=TU", end))
    assert taken(data).scheduled == "2024-01-23T21:00"
    assert told(data) == "It is in the past."


def test_times_that_are_listed_count() -> None:
    lines = (
        "DTSTART:20261124T120000Z\nRDATE;VALUE=PERIOD:20261130T120000Z/PT1H\nRDATE:20261127T120000Z"
    )
    assert taken(file(lines)).scheduled == "2026-11-27T21:00"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,1,2",
        "W1 TU #0",
        "FREQ=MOON",
        "FREQ=WEEKLY;UNTIL=x",
    ],
)
def test_what_repeats_in_no_known_way_is_refused(rule: str) -> None:
    assert "nothing was taken" in refused(file(f"DTSTART:20240109T120000Z\nRRULE:{rule}"))


def test_the_last_version_of_an_appointment_counts() -> None:
    old, new = zoned("UTC") + "\nSEQUENCE:1", zoned("UTC", "20261210") + "\nSEQUENCE:2"
    for both in (file(old, new), file(new, old)):
        assert taken(both).scheduled == "2026-12-10T22:00"
    assert "cancelled" in refused(file(zoned("UTC"), f"{new}\nSTATUS:CANCELLED"))


def test_of_several_appointments_the_next_is_taken_with_a_word() -> None:
    several = [f"UID:{day}\nDTSTART:202612{day}T120000Z" for day in (20, 10, 15)]
    past = "UID:p\nDTSTART:20200101T120000Z"
    data = file(past, *several, zoned("Mars"))
    assert taken(data).scheduled == "2026-12-10T21:00"
    assert "4 appointments" in told(data)
    assert "“Mars” is not known" in told(data)


# How it is written


@pytest.mark.parametrize(
    ("summary", "title"),
    [
        ("SUMMARY:Gespräch mit Zoë".encode("cp1252"), "Gespräch mit Zoë"),
        (b"SUMMARY;ENCODING=QUOTED-PRINTABLE:Gespr=C3=A4ch mit=\r\n Zo=C3=AB", "Gespräch mit Zoë"),
        (b"SUMMARY;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gespr=E4ch", "Gespräch"),
        ("SUMMARY:面談".encode("shift-jis"), ""),
        ("SUMMARY:Собеседование".encode("cp1251"), ""),
        ("SUMMARY:Gesprä".encode()[:-1] + b"\r\n " + "ä".encode()[1:] + b"ch", "Gespräch"),
        (b"SUMMARY;LANGUAGE=en-gb:A\\, b\\; c\\nd", "A, b; c d"),
    ],
)  # fmt: skip
def test_a_title_is_right_or_left_out(summary: bytes, title: str) -> None:
    data = file("DTSTART:20261208T120000Z\nSUMMARY:x").replace(b"SUMMARY:x", summary)
    assert taken(data).title == title


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_any_unicode_is_read(encoding: str) -> None:
    data = file(zoned("Europe/Berlin") + " ä").decode().encode(encoding)
    assert taken(data) == Slot("2026-12-08T21:00", 60, "Talk ä")


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\r\n", b"\r\n\r\n"])
def test_lines_may_end_in_any_way(end: bytes) -> None:
    data = file(zoned("Europe/Berlin") + "\nDESCRIPTION:a\n b\n c")
    assert taken(data.replace(b"\r\n", end)) == Slot("2026-12-08T21:00", 60, "Talk")


def test_names_may_be_in_small_letters() -> None:
    data = file(zoned("Europe/Berlin")).decode().lower().replace("europe/berlin", "Europe/Berlin")
    assert taken(data.encode()) == Slot("2026-12-08T21:00", 60, "talk")


def test_an_event_that_stands_alone_is_read() -> None:
    data = event(zoned("Europe/Berlin")).replace("\n", "\r\n").encode()
    assert taken(data) == Slot("2026-12-08T21:00", 60, "Talk")


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY; BYDAY=TU, TH;", ""])
def test_a_rule_may_be_written_loosely(rule: str) -> None:
    data = file(f"DTSTART:20261124T120000Z\nRRULE:{rule}")
    assert taken(data).scheduled == ("2026-11-26T21:00" if rule else "2026-11-24T21:00")


def test_what_is_wrong_elsewhere_in_the_file_does_not_matter() -> None:
    alarm = "BEGIN:VALARM\nTRIGGER:soon\nDURATION:x\nDTSTART:y\nEND:VALARM"
    odd = "ATTENDEE;=:::\nno line at all\nGEO:x\nDTSTAMP:never\n" + alarm
    assert taken(file(f"{zoned('Europe/Berlin')}\n{odd}")).scheduled == "2026-12-08T21:00"


@pytest.mark.parametrize(("line", "words"), [("DTSTART:soon", "“SOON”"), ("X:1", "no appointment")])
def test_what_is_wrong_is_said(line: str, words: str) -> None:
    assert words in refused(file(line))
    assert "no calendar" in refused(b"Dear Ada,\r\nBEGIN:VALARM\r\n")
