"""Guides in the same shape, as other teams would write them."""

from interview_desk.guide.model import MinuteRange
from interview_desk.guide.parse.reader import read_guide
from interview_desk.report.guide_file import counts

FLAT = """
# Platform interview

Duration: 40 to 50 min

## Phase 1 - Warm-up (10 min)
Objective: See how they begin

What to do:
- Ask “What brings you here?”
- Say that a "happy path" is enough

Strong signals:
- Asks back
  and waits

## Phase 2. Build [15–20 mins]
### Goal
See them build

### Strong indicators
* Tests first
* Small steps

### RED FLAG
1. Never runs the code

### Topics to explore
#### Data
- Which store?
#### Speed
- Which cache?
- Which index?

### Senior-level differentiators
- Names the cost

## Phase 3: Close – 5 to 8 minutes

### Timing
not a time

## Scoring rubric

### 1) Building things
1. **Strong** – ships
2. **Adequate** – ships with help
3. **Weak** – does not ship

### 2) Talking about it
1. **Strong** – clear
2. **Adequate** – clear in the end
3. **Weak** – unclear

## Guiding principle
Be *kind*.
"""

GERMAN = """
# Gespräch für die Stelle „Backend“

### Phase 1: Einstieg und Ziel (5–10 Minuten)

**Objective:** Verstehen, wie jemand fragt

**What to do:**

- Fragen: „Was ist Ihnen bei der Arbeit wichtig?“

**Strong signals:**

- Fragt nach dem Zweck
- Nennt Größen

**Rubric:** problemlösung

## Rubric

### 1. Problemlösung
- **Übertrifft:** mehr
- **Erfüllt:** genug

### 2. Verständlichkeit
- **Übertrifft:** klar
- **Erfüllt:** meist klar
"""

JAPANESE = """
# バックエンド面接

## Phase 1：課題の理解（10〜15分）

**What to do**：

- 「なぜこの設計を選びましたか？」と聞く

**Red flags**：

- 質問をしない

## Rubric

### 1. 技術力

- **優**：深い
- **可**：十分

### 2. 対話

- **優**：明瞭
- **可**：伝わる
"""

MANAGER = """
# Behavioural Interview: Engineering Manager

A short guide for the *people* round.

**Length:** 60 min

## Agenda

| Phase | Time |
|---|---|
| Intro | 5 |

### Phase 1 – Introductions & Context (5 min)
**Goal:** Put them at ease.
**What you do:**
1. Introduce yourself.
2. Ask: “Tell me about your current team.”

**Potential red flags**
- Rambles

**Strong signals include:**
- Clear, short answer
  - names team size
  - names charter

### Phase 2 – People Leadership (20 to 25 min)

**Objective** — Assess coaching
**What to do**

- Use STAR; ask "Tell me about a time you managed out a low performer." and “Why then?”

**Strong Signals:**

* Owns the outcome
* Uses data, e.g. 'attrition of 5%'

**Red Flags:**

* Blames

**Manager-level differentiators:**

* Grows successors

**Topics to explore:**

**Hiring**
- How do you hire?
- Who decides?

**Conflict**
- Peer conflict

**Rubric:** People, strategy

### Phase 3 – Q&A (10 min)

*Nothing to rate here.*

## Evaluation Rubric

Scale: 4-point.

### 1. People Leadership

- **Strong Hire (4):** x
- **Hire (3):** y
- **No Hire (2):** z
- **Strong No Hire (1):** w

### 2. Strategy

- **Strong Hire (4):** x
- **Hire (3):** y
- **No Hire (2):** z
- **Strong No Hire (1):** w

## Interviewer Pitfalls

### 1. Leading questions
**Note**: it is easily done.

Why it matters: You hear your own answer.
How to avoid: Ask openly: "What happened then?"

## Checklists

### Before the interview
- [ ] Read résumé

### During the interview
- [ ] Time-box

### After the interview
- [ ] Leave 5–10 min for candidate's questions
- [ ] Submit

## Question Bank

### Opening
1. Tell me about yourself.
2. "Why us?"

## Warning signs
- Vague

## Disqualifiers
- Dishonest

## Recommendation scale
- **Strong hire**: yes!
- **Hire**
- **No hire**

## Key principles
- Evidence first.
- Be kind.
"""


def test_plain_labels_and_phases_of_level_two_are_read() -> None:
    guide = read_guide(FLAT)
    assert counts(guide) == {
        "title": "Platform interview",
        "minutes": [30, 38],
        "phases": 3,
        "strong_signals": [1, 2, 0],
        "red_flags": [0, 1, 0],
        "differentiators": [0, 1, 0],
        "areas": [0, 2, 0],
        "dimensions": 2,
        "levels": 3,
        "pitfalls": 0,
        "before": 0,
        "during": 0,
        "after": 0,
        "questions": [],
        "disqualifiers": 0,
        "warning_signs": 0,
        "expectations": [],
        "recommendations": 0,
    }
    assert [phase.title for phase in guide.phases] == ["Warm-up", "Build", "Close"]
    assert [phase.objective for phase in guide.phases[:2]] == [
        "See how they begin",
        "See them build",
    ]
    assert guide.duration == MinuteRange(40, 50)
    assert guide.key_principle == "Be kind."


def test_a_text_that_goes_on_in_the_next_line_is_one_text() -> None:
    assert read_guide(FLAT).phase(1).strong_signals[0].text == "Asks back and waits"


def test_only_what_can_be_said_to_a_candidate_is_a_prompt() -> None:
    assert [each.text for each in read_guide(FLAT).phase(1).prompts] == ["What brings you here?"]


def test_levels_are_the_guides_own_words() -> None:
    dimension = read_guide(FLAT).dimension(2)
    assert [level.name for level in dimension.levels] == ["Strong", "Adequate", "Weak"]
    assert dimension.height("Strong") == 3
    assert dimension.ascending[0].text == "unclear"


def test_a_german_guide_is_read() -> None:
    guide = read_guide(GERMAN)
    phase = guide.phase(1)
    assert phase.title == "Einstieg und Ziel"
    assert phase.minutes == MinuteRange(5, 10)
    assert phase.objective == "Verstehen, wie jemand fragt"
    assert [each.text for each in phase.prompts] == ["Was ist Ihnen bei der Arbeit wichtig?"]
    assert [each.dimensions for each in phase.strong_signals] == [(1,), (1,)]
    assert [each.tag for each in guide.dimensions] == ["problemlösung", "verständlichkeit"]


def test_a_japanese_guide_is_read() -> None:
    guide = read_guide(JAPANESE)
    phase = guide.phase(1)
    assert phase.title == "課題の理解"
    assert phase.minutes == MinuteRange(10, 15)
    assert [each.text for each in phase.prompts] == ["なぜこの設計を選びましたか？"]
    assert phase.red_flags[0].text == "質問をしない"
    assert [each.tag for each in guide.dimensions] == ["技術力", "対話"]
    assert guide.dimension(1).levels[0].text == "深い"


def test_the_dressing_of_another_team_changes_nothing() -> None:
    guide = read_guide(MANAGER)
    assert counts(guide) == {
        "title": "Behavioural Interview: Engineering Manager",
        "minutes": [35, 40],
        "phases": 3,
        "strong_signals": [1, 2, 0],
        "red_flags": [1, 1, 0],
        "differentiators": [0, 1, 0],
        "areas": [0, 2, 0],
        "dimensions": 2,
        "levels": 4,
        "pitfalls": 1,
        "before": 1,
        "during": 1,
        "after": 2,
        "questions": [2],
        "disqualifiers": 1,
        "warning_signs": 1,
        "expectations": [],
        "recommendations": 0,
    }
    assert guide.duration == MinuteRange(60, 60)
    assert guide.question_minutes == MinuteRange(5, 10)
    assert guide.steps == ("No hire", "Hire", "Strong hire")
    assert guide.key_principle == "Evidence first. Be kind."
    assert guide.phase(2).objective == "Assess coaching"
    assert guide.phase(2).dimensions == (1, 2)
    assert [area.title for area in guide.phase(2).areas] == ["Hiring", "Conflict"]
    assert guide.pitfalls[0].how == ('Ask openly: "What happened then?"',)
    assert [each.title for each in guide.reading] == [
        "Behavioural Interview: Engineering Manager",
        "Agenda",
        "Evaluation Rubric",
        "Leading questions",
        "Recommendation scale",
    ]
