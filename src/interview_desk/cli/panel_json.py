"""A panel's comparison as JSON for other programs."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from interview_desk.interview.evidence import Evidence
    from interview_desk.panel.table import Cell, Column, Comparison, Row, Seen


def comparison_json(comparison: "Comparison") -> dict[str, Any]:
    """All that the sheet says. Cells and recommendations stand in the order of ``packets``."""
    return {
        "candidate": comparison.candidate,
        "role": comparison.role,
        "packets": [_packet(each) for each in comparison.columns],
        "rows": [_row(each) for each in comparison.rows],
        "seen_by_one": [_seen(each) for each in comparison.seen_by_one],
        "recommendations": [*comparison.recommendations],
        "foot": comparison.foot,
        "remarks": [*comparison.remarks],
        "not_compared": [*comparison.not_compared],
    }


def _packet(column: "Column") -> dict[str, Any]:
    packet = column.packet
    return {
        "interviewer": column.person.name,
        "uid": column.interview.uid,
        "file": packet.source,
        "seal": packet.sum,
        "seal_says": packet.seal.name.lower(),
        "finished": packet.is_finished,
        "own": packet.is_own,
        "remarks": [*column.remarks],
    }


def _row(row: "Row") -> dict[str, Any]:
    return {
        "kind": row.kind.name.lower(),
        "title": row.title,
        "spread": row.spread,
        "to_talk_about": row.talk,
        "cells": [_cell(each) for each in row.cells],
    }


def _cell(cell: "Cell") -> dict[str, Any]:
    return {
        "state": cell.state.name.lower(),
        "level": cell.level,
        "height": cell.height,
        "of": cell.steps,
        "level_text": cell.meaning,
        "compared": cell.is_comparable,
        "reason": cell.reason,
        "amended": cell.amended,
        "evidence": [_piece(each) for each in cell.evidence],
    }


def _piece(piece: "Evidence") -> dict[str, Any]:
    return {
        "elapsed_ms": piece.elapsed_ms,
        "phase": piece.phase,
        "kind": piece.kind.value,
        "text": piece.text,
        "indicator": piece.indicator.kind.value if piece.indicator is not None else "",
    }


def _seen(seen: "Seen") -> dict[str, Any]:
    return {
        "interviewer": seen.person.name,
        "at": seen.time,
        "phase": seen.phase,
        "kind": seen.kind.value,
        "text": seen.text,
        "about": seen.about,
    }
