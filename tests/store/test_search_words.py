"""What counts as the same word, in every script; and that the index follows when that changes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_desk.interview.interview import Interview
from interview_desk.interview.records import Note, Setup
from interview_desk.store import search_index
from interview_desk.store.connection import connect
from interview_desk.store.search import HIT_END, HIT_START
from interview_desk.store.search_index import fold_some
from interview_desk.store.search_words import FOLDING, indexed, words_of
from interview_desk.store.store import Store
from tests.helpers.clock import HandClock
from tests.helpers.samples import small_guide
from tests.store.schema.test_released_files import unpacked
from tests.store.schema.test_schema import check_indexes

NOW = HandClock().now()


def keep(store: Store, *lines: str, candidate: str = "Ada") -> int:
    notes = [Note(1 + number, NOW, text) for number, text in enumerate(lines)]
    uid = f"words-{store.count()}"
    return store.create(Interview.of(uid, small_guide(), 1, (Setup(candidate=candidate), *notes)))


def found(store: Store, query: str) -> list[str]:
    """The snippets, with their marks made visible."""
    snippets = (hit.snippet for hit in store.search(query))
    return [each.replace(HIT_START, "[").replace(HIT_END, "]") for each in snippets]


@pytest.mark.parametrize(
    ("text", "query", "snippet"),
    [
        ("候选人解释了缓存一致性的问题", "缓存", "候选人解释了[缓存]一致性的问题"),
        ("候选人解释了缓存一致性的问题", "一致性", "候选人解释了缓存[一致性]的问题"),
        ("候选人解释了缓存一致性的问题", "锁", ""),
        ("候选人解释了缓存一致性的问题", "缓", "候选人解释了[缓]存一致性的问题"),
        ("用Redis做缓存", "redis 缓存", "用[Redis]做[缓存]"),
        ("性能一般，结果一致", "一致性", ""),  # its pairs are there, but apart
        ("彼は負荷分散を説明した", "負荷分散", "彼は[負荷分散]を説明した"),
        ("サーバーが落ちた", "ｻｰﾊﾞｰ", "[サーバー]が落ちた"),
        ("かぎを掛けた", "かきを", ""),  # a voiced letter is another one
        ("葛󠄀城さん", "葛城", "[葛󠄀城]さん"),
        ("ไทยแลนด์ระบบ", "ระบบ", "ไทยแลนด์[ระบบ]"),
        ("เขาบอกว่าข้อมูลหาย", "ข้อมูล", "เขาบอกว่า[ข้อมูล]หาย"),
        ("ครูสอน", "ครอสอ", ""),
        ("ຂ້ອຍຮັກການອອກແບບ", "ອອກແບບ", "ຂ້ອຍຮັກການ[ອອກແບບ]"),
        ("គាត់ពន្យល់ប្រព័ន្ធ", "ប្រព័ន្ធ", "គាត់ពន្យល់[ប្រព័ន្ធ]"),
        ("ပြဿနာကိုရှင်းပြသည်", "ရှင်းပြ", "ပြဿနာကို[ရှင်းပြ]သည်"),
        ("데이터베이스는 빨랐다", "데이터", "[데이터베이스는] 빨랐다"),
        ("IŞIK said so", "ışık", "[IŞIK] said so"),
        ("İnş. Müh. METİN", "inş metin", "[İnş]. Müh. [METİN]"),
        ("Satış Teklifleri", "satış teklİflerİ", "[Satış] [Teklifleri]"),
        ("Σίσυφος Έργος", "ΣΙΣΥΦΟΣ", "[Σίσυφος] Έργος"),
        ("ᾳ ᾠδή", "ωδη", "ᾳ [ᾠδή]"),
        ("Семён и Алёна", "семен алена", "[Семён] и [Алёна]"),
        ("מֹשֶׁה בא", "משה", "[מֹשֶׁה] בא"),
        ("مُحَمَّد", "محمد", "[مُحَمَّد]"),
        ("محـمـد", "محمد", "[محـمـد]"),
        ("أكل ثم آكل", "اكل", "[أكل] ثم [آكل]"),
        ("رابطهٔ", "رابطه", "[رابطهٔ]"),
        ("Nguyễn Đức", "nguyen duc", "[Nguyễn] [Đức]"),
        ("ज़रूरी बात", "जरूरी", "[ज़रूरी] बात"),
        ("किताब", "कताब", ""),  # a vowel sign is no accent
        ("Text\u00addatei und Kuber\u200bnetes", "textdatei kubernetes",
         "[Text\u00addatei] und [Kuber\u200bnetes]"),
        ("the ﬁrst oﬃce", "first office", "the [ﬁrst] [oﬃce]"),
        ("Ｋａｆｋａ２", "kafka2", "[Ｋａｆｋａ２]"),
        ("Größe, Œuvre, Łódź", "grosse oeuvre lodz", "[Größe], [Œuvre], [Łódź]"),
        ("knows C++17 well", "c++", "knows [C++]17 well"),
        ("knows C and Java", "c++", ""),
        ("moved from C# to F#", "f#", "moved from C# to [F#]"),
        ("moved from Ｃ♯", "c#", "moved from [Ｃ♯]"),
        ("moved from C#", "c+", ""),
        ("built on .NET and ASP.NET", ".net", "built on [.NET] and ASP[.NET]"),
        ("the net effect", ".net", ""),
        ("built on .NET", "net", "built on .[NET]"),
        ("built on ASP.NET", "asp.net", "built on [ASP].[NET]"),
        ("schema, hour", "schema.hour", "[schema], [hour]"),
    ],
)  # fmt: skip
def test_a_word_is_found_as_it_is_written(
    store: Store, text: str, query: str, snippet: str
) -> None:
    keep(store, text)
    assert found(store, query) == ([snippet] if snippet else [])


def test_names_are_found_by_their_parts_in_every_script(store: Store) -> None:
    for name in ("王小明", "Işık Öz", "Σίσυφος"):
        keep(store, "said so", candidate=name)
    assert found(store, "小明") == ["王[小明]"]
    assert found(store, "王") == ["[王]小明"]
    assert found(store, "ışık öz") == ["[Işık] [Öz]"]
    assert found(store, "ΣΙΣ") == ["[Σίσυφος]"]


def test_what_is_found_deep_in_a_long_text_is_shown(store: Store) -> None:
    keep(store, f"{'etwas ähnliches ' * 8_000}Schlüsselwort {'am Ende ' * 50}")
    (snippet,) = found(store, "schlusselwort")
    assert "[Schlüsselwort]" in snippet
    assert len(snippet) < 160


_LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn"])
_UNSPACED = st.text(st.sampled_from("缓存一致性的問題かがきガーระบบไทยนี้ပြဿနာ、。 "), min_size=1)


@given(text=_UNSPACED, first=st.integers(0, 20), size=st.integers(2, 8))
def test_every_part_of_a_sentence_is_found(shared: Store, text: str, first: int, size: int) -> None:
    part = text[first : first + size]
    words = words_of(part)
    if words and not words[-1].says_little:
        row = keep(shared, f"zebra {text}")
        # A part may begin with a mark of the letter before it.
        if not part[0].isalnum():
            return
        assert any(hit.row == row for hit in shared.search(f"zebra {part}", limit=10_000))


@given(text=st.text(_LETTERS, max_size=40))
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    once = indexed(text)
    if once is not None and once.isascii():
        assert indexed(once) is None


def in_sqlite(text: str) -> set[str]:
    """The words that the index makes of a text by itself."""
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute(
            "CREATE VIRTUAL TABLE fts USING fts5 (text, tokenize="
            "\"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\")"
        )
        conn.execute("CREATE VIRTUAL TABLE words USING fts5vocab (fts, row)")
        conn.execute("INSERT INTO fts VALUES (?)", (text,))
        return {term for (term,) in conn.execute("SELECT term FROM words")}


def test_a_text_that_is_left_to_sqlite_has_the_words_that_are_looked_for() -> None:
    """The characters that it takes as we do: letter by letter, inside a word and alone."""
    left = [chr(code) for code in range(1, 0x2100) if indexed(f"a{chr(code)}b") is None]
    assert len(left) > 300
    for char in left:
        text = f"a{char}b {char} x"
        words = {word.letters for word in words_of(text)}
        assert words == in_sqlite(text), f"U+{ord(char):04X}"


def waiting(conn: sqlite3.Connection) -> int:
    return int(conn.execute("SELECT count(*) FROM search_waiting").fetchone()[0])


def test_an_older_file_is_searched_at_once_and_folded_bit_by_bit(path: Path) -> None:
    with closing(Store.open(unpacked("0004", path))) as store, closing(connect(path)) as conn:
        conn.execute("UPDATE notes SET text = 'IŞIK: 缓存一致性' WHERE pk = 1")
        assert waiting(conn) > 1
        assert store.search("一致性") == []
        while fold_some(conn):
            check_indexes(conn)
        assert waiting(conn) == 0
        assert found(store, "ışık") == ["[IŞIK]: 缓存一致性"]
        assert found(store, "一致性") == ["IŞIK: 缓存[一致性]"]


def test_with_another_folding_every_text_is_folded_anew(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, *(f"缓存 {number}" for number in range(150)), candidate="Łukasz")
    monkeypatch.setattr(search_index, "FOLDING", 99)
    monkeypatch.setattr(search_index, "indexed", lambda text: text.replace("缓存", "cache"))
    with closing(connect(path)) as conn:
        steps = 0
        while fold_some(conn):
            # Until its turn comes a text is found as it was; no moment finds neither.
            was = conn.execute("SELECT count(*) FROM notes_fts WHERE notes_fts MATCH '缓存'")
            now = conn.execute("SELECT count(*) FROM notes_fts WHERE notes_fts MATCH 'cache'")
            assert was.fetchone()[0] + now.fetchone()[0] == 150
            steps += 1
        assert steps > 1
        check_indexes(conn)
        assert not fold_some(conn)


def test_the_folding_has_its_number() -> None:
    """Change the number with the words, or old texts would be searched by other words than new."""
    texts = ("C++ .NET", "Größe", "Şı", "Ёлка", "缓存一致", "ระบบน้ำ", "מֹשֶׁה", "أكل", "ज़रा", "ガス")
    assert (FOLDING, [indexed(text) for text in texts]) == (
        1,
        ["c c\ue02b\ue02b net \ue02enet", "grosse", "si", "елка", "缓存 存一 一致 致",
         "ระ ะบ บบ บนํ นํา า", "משה", "اكل", "जरा", "カ\u3099ス ス"],
    )  # fmt: skip


def test_another_program_may_change_a_text(store: Store, path: Path) -> None:
    keep(store, "缓存", "a queue", candidate="Łukasz")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE notes SET text = 'İptal' WHERE id = 1")
        other.execute("UPDATE setups SET candidate = 'Ada'")
        other.execute("DELETE FROM notes WHERE id = 2")
        check_indexes(other)
        assert waiting(other) == 1
    assert found(store, "缓存") == found(store, "lukasz") == found(store, "queue") == []
    store.set_setting("theme", "dark")
    assert found(store, "iptal") == ["[İptal]"]
