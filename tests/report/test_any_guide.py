"""Any guide, with a rubric or without, is run, scored, exported and told in documents."""

from datetime import UTC

from hypothesis import given, settings

from interview_desk.guide.form import GuideFields, write_guide
from interview_desk.guide.understood import read_understood, write_understood
from interview_desk.interview.actions import running, scoring
from interview_desk.interview.checks import Part, check
from interview_desk.interview.packet import read_packet, write_packet
from interview_desk.interview.summary import summarise_interview
from interview_desk.report.cancellation import checkpoint, never
from interview_desk.report.documents.rubric import RUBRIC
from interview_desk.report.documents.scorecard import SCORECARD
from interview_desk.report.options import ReportOptions
from tests.guide.typed_forms import forms
from tests.helpers.samples import Played, prepared


@given(forms())
@settings(max_examples=25, deadline=None)
def test_any_guide_is_run_scored_exported_and_told(form: GuideFields) -> None:
    guide = write_guide(form).guide
    assert guide is not None
    assert read_understood(write_understood(guide), guide.source) == guide
    played = Played(prepared(guide))
    played.start()
    for indicator in guide.indicators:
        played.clock.advance(30)
        played.sight(indicator)
    played.note("+ Draws it first")
    played.do(running.finish(played.interview, played.clock.now()))
    for dimension in guide.dimensions:
        played.do(scoring.rate(played.interview, dimension.number, dimension.levels[0].name))
    played.do(scoring.recommend(played.interview, guide.steps[-1]))
    interview = played.interview
    checks = check(interview)
    assert guide.dimensions or not any(each.part is Part.DIMENSION for each in checks)
    assert len(summarise_interview(interview).heights) == len(guide.dimensions)
    there = read_packet(write_packet(interview))
    assert there.guide == guide
    assert write_packet(there) == write_packet(interview)
    for kind in (RUBRIC, SCORECARD):
        said = kind.document(interview, ReportOptions(zone=UTC), checkpoint(never))
        rated = any(section.title.startswith("Rubric") for section in said.sections)
        assert rated == bool(guide.dimensions)
