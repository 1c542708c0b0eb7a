"""A name goes from a text however it was typed, and nothing else does; what is near is listed."""

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interview_desk.interview.anonymise import Anonymiser, Replacement


def left_of(name: str, text: str) -> str:
    return Anonymiser(name).anonymise(text).text


def near(name: str, text: str) -> list[str]:
    anonymiser = Anonymiser(name)
    return [each.word for each in anonymiser.near_matches(anonymiser.anonymise(text).text)]


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Ada Lovelace", "Ada Lovelace drew it", "the candidate drew it"),
        ("Ada Lovelace", "LOVELACE, ada's idea", "the candidate, the candidate's idea"),
        ("Ada Lovelace", "Canada has an adapter", "Canada has an adapter"),
        ("Tomás Ågård", "tomas or Agård", "the candidate or the candidate"),
        ("Tomás Ågård", "Toma\u0301s said so", "the candidate said so"),
        ("Jan van der Berg", "a berg of data van Jan", "a the candidate of data van the candidate"),
        ("Will Grant", "Will says he will grant access", "the candidate says he will grant access"),
        ("Anne-Marie Weir", "anne marie and Anne-Marie", "the candidate and the candidate"),
        ("O'Brien", "o'brien left", "the candidate left"),
        ("李雷", "李雷 说明", "the candidate 说明"),
        ("X", "x and X marks", "the candidate and the candidate marks"),
        ("A.* (b", "a.* and A.* (b", "the candidate and the candidate"),
        ("", "nobody is named", "nobody is named"),
        ("Ada", "", ""),
    ],
)
def test_a_name_goes_as_a_word_and_only_as_a_word(name: str, text: str, left: str) -> None:
    assert left_of(name, text) == left


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("王小明", "王小明说他画了队列", "the candidate说他画了队列"),
        ("王小明", "今天小明说得很好", "今天the candidate说得很好"),
        ("王小明", "see 王小明_CV.pdf", "see the candidate_CV.pdf"),
        ("王小明", "王先生, 王 小明, 国王", "the candidate先生, the candidate, 国王"),
        ("田中太郎", "田中さん、太郎が", "the candidateさん、the candidateが"),
        ("田中実", "田中さんは実に", "the candidateさんは実に"),
        ("김철수", "김철수가 말했다. 철수는", "the candidate가 말했다. the candidate는"),
        ("김철수", unicodedata.normalize("NFD", "김철수가"), "the candidate\u1100\u1161"),
        ("김철수", "김철숨, 이철수", "김철숨, 이철수"),
        ("สมชาย ใจดี", "คุณสมชายพูดว่า", "คุณthe candidateพูดว่า"),
        ("អ៊ុក សុខា", "លោកសុខាបាន", "លោកthe candidateបាន"),
        ("ສົມພອນ", "ທ່ານສົມພອນເວົ້າ", "ທ່ານthe candidateເວົ້າ"),
        ("မောင်မောင်", "ကိုမောင်မောင်က", "ကိုthe candidateက"),
        ("བཀྲ་ཤིས", "བཀྲ་ཤིས་ལགས", "the candidate་ལགས"),
        ("Zoe", "Zoe说 and 说Zoe", "the candidate说 and 说the candidate"),
    ],
)
def test_a_name_goes_from_a_script_without_spaces(name: str, text: str, left: str) -> None:
    assert left_of(name, text) == left


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Zoe Quasimpel", "Zoe_Quasimpel_CV.pdf", "the candidate_CV.pdf"),
        ("Zoe Quasimpel", "zoe.quasimpel.pdf, quasimpel-zoe", "the candidate.pdf, the candidate"),
        ("Zoe Quasimpel", "ZoeQuasimpelCV, cvquasimpelzoe2", "the candidateCV, cvthe candidate2"),
        ("Zoe Quasimpel", "2026zoe87, zquasimpel", "2026the candidate87, the candidate"),
        ("Zoe Quasimpel", "Z. Quasimpel and Zoe Q.", "the candidate and the candidate."),
        ("Zoe Quasimpel", "ＺＯＥ qua\u00adsim\u200bpel", "the candidate"),
        (
            "Zoe Quasimpel",
            "Zoë’s, Zoës, Quasimpels",
            "the candidate’s, the candidate, the candidate",
        ),
        ("Jan van der Berg", "J. van der Berg", "the candidate"),
        ("Jörg Müller", "Müllers, Müller's", "the candidate, the candidate's"),
        ("Jörg Müller", "müllers, Mueller", "the candidate, the candidate"),
        ("Joerg Mueller", "Jörg, Müller", "the candidate, the candidate"),
        ("Strauß", "STRAUSS", "the candidate"),
        ("İpek Işık", "ipek ışık or IPEK ISIK", "the candidate or the candidate"),
        ("O'Brien", "O’Brien, OBrien", "the candidate, the candidate"),
        ("Anne-Marie Weir", "anne–marie, annemarie", "the candidate, the candidate"),
        ("Анна Иванова", "Анны Ивановой, Ивановым", "the candidate, the candidate"),
        ("محمد علي", "ومحمد قال", "the candidate قال"),
        ("राम कुमार", "राम ने रामायण", "the candidate ने रामायण"),
        ("Thi Le", "this thing, Thi Le", "this thing, the candidate"),
    ],
)
def test_a_name_goes_from_files_and_as_it_is_inflected(name: str, text: str, left: str) -> None:
    assert left_of(name, text) == left


def test_contact_goes_and_figures_stay() -> None:
    text = "ada@example.org or +49 (0)30 1234567; 1 000 000 requests, 99.9 %, p99+20 ms"
    left = "[contact removed] or [contact removed]; 1 000 000 requests, 99.9 %, p99+20 ms"
    assert left_of("", text) == left


@pytest.mark.parametrize(
    "number",
    [
        "0170 1234567", "0170/1234567", "0170-1234567", "030 1234567", "(030) 1234567",
        "(415) 555-0132", "415-555-0132", "415.555.0132", "1-415-555-0132", "020 7946 0958",
        "06 12 34 56 78", "06.12.34.56.78", "+49 170 1234567", "+33612345678", "0041 44 668 18 00",
        "(+49) 170 1234567", "090-1234-5678", "０９０－１２３４－５６７８", "010 1234 5678",
        "13812345678", "8 (495) 123-45-67", "12 34 56 78", "98765 43210",
    ],
)  # fmt: skip
def test_telephone_numbers_go_as_each_country_writes_them(number: str) -> None:
    assert left_of("", f"call {number}, at 10:30") == "call [contact removed], at 10:30"
    assert left_of("", f"since 2019: {number}.") == "since 2019: [contact removed]."
    assert left_of("", f"({number})") == "([contact removed])"


def test_what_is_called_a_telephone_number_is_one() -> None:
    assert left_of("", "tel. 123 4567") == "tel. [contact removed]"
    assert left_of("", "电话88881234") == "电话[contact removed]"
    assert left_of("", "mobile 1000000 users") == "mobile 1000000 users"


@pytest.mark.parametrize(
    "figures",
    [
        "10:30-11:45", "09.30-10.15", "2024-01-02", "01.02.2024", "01/02/2024", "01.02.-03.04.2024",
        "2019-2020", "1 000 000", "1.000.000", "1,000,000", "1.2 million", "10000-20000",
        "100-2000", "v1.2.3.4", "10.0.19045.3693", "192.168.100.200", "0.12 0.34 0.56 0.78",
        "0.1234567890", "$1,234,567", "1700000000", "3/4 of 1000", "p99+20", "00:10:20.123",
        "1e10", "000000000", "1 012 345 678", "5 of 10 and 20 of 30", "2024-01-02 10:30",
        "09 10 11",
    ],
)  # fmt: skip
def test_other_figures_stay(figures: str) -> None:
    assert left_of("Ada", f"about {figures} of it") == f"about {figures} of it"


@pytest.mark.parametrize(
    "contact",
    [
        "zoe@example.org", "o.brien+x@mail.example.co.uk", "иван@почта.рф", "zoë.q@exämple.de",
        "zoe (at) example (dot) org", "@zoeq", "@zoe_quasimpel", "linkedin.com/in/zoe-quasimpel",
        "https://github.com/zoeq?tab=stars", "www.quasimpel.example", "linkedin.com/in/somebody",
        "https://example.org/~zquasimpel/cv",
    ],
)  # fmt: skip
def test_addresses_handles_and_links_that_lead_to_the_candidate_go(contact: str) -> None:
    assert left_of("Zoe Quasimpel", f"see {contact}, soon") == "see [contact removed], soon"
    assert left_of("Zoe Quasimpel", f"见{contact}") == "见[contact removed]"


@pytest.mark.parametrize(
    "text",
    ["https://kafka.apache.org/docs", "and/or", "@Override void", "e.g./i.e.", "a@b", "C++/C#"],
)
def test_other_links_stay(text: str) -> None:
    assert left_of("Zoe Quasimpel", text) == text


def test_a_name_beside_an_address_goes_too() -> None:
    assert left_of("Zoe Quasimpel", "Zoe Quasimpel zoe@example.org") == (
        "the candidate [contact removed]"
    )


# What is nearly a match


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("Zoe Quasimpel", "asked Quasimple and Quasimpelstraße", ["Quasimple", "Quasimpelstraße"]),
        ("Zoe Quasimpel", "ZQ drew, Z.Q. said, Zoey", ["ZQ", "Z.Q", "Zoey"]),
        ("Will Grant", "he will grant it", ["will", "grant"]),
        ("Jörg Müller", "Möller, Müllerin", ["Möller", "Müllerin"]),
        ("王小明", "小王在国王", ["王", "王"]),
        ("김철수", "이철수", ["철수"]),
        ("דוד לוי", "ולוי", ["ולוי"]),
        ("Ada", "555-0132, @somebody, 1234567890", ["555-0132", "@somebody", "1234567890"]),
        ("Ada Lovelace", "the candidate [contact removed]", []),
        ("Candid Removed", "the candidate [contact removed]", []),
        ("Ada Lovelace", "Canada has an adapter, love and lace", []),
        ("", "nobody", []),
    ],
)
def test_what_is_nearly_the_name_is_listed_and_stays(
    name: str, text: str, words: list[str]
) -> None:
    assert left_of(name, text) == text
    assert near(name, text) == words


def test_the_places_are_those_in_the_text() -> None:
    done = Anonymiser("Zoë").anonymise("ａ Zoë, b Zoe")
    assert done.replaced == (
        Replacement(2, 5, "the candidate"),
        Replacement(9, 12, "the candidate"),
    )
    (found,) = Anonymiser("Zoë Quill").near_matches("ﬁ Quilll é")
    assert ("ﬁ Quilll é"[found.start : found.end], found.word) == ("Quilll", "Quilll")


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("1", "¼ of it", "¼ of it"),
        ("1", "1 of it", "the candidate of it"),
        ("عبد الله", "قال ﷺ نعم", "قال ﷺ نعم"),
        ("Zoﬃ", "Zoffi, ZOﬃ", "the candidate, the candidate"),
        ("Ann", "Ann⒈ and ⒜", "the candidate⒈ and ⒜"),
    ],
)
def test_a_piece_of_a_sign_is_nobody(name: str, text: str, left: str) -> None:
    assert left_of(name, text) == left


def test_other_words_go_just_as_they_are() -> None:
    anonymiser = Anonymiser("", ("Quasimple", "王", "555-0132", "will", ""))
    text = "Quasimple, quasimple, Quasimples, 国王, 555-0132, Will willing"
    assert anonymiser.anonymise(text).text == (
        "the candidate, the candidate, Quasimples, 国the candidate, the candidate, "
        "the candidate willing"
    )


# Whatever is typed


@given(before=st.text(max_size=30), after=st.text(max_size=30))
def test_a_name_never_stays_whatever_stands_around_it(before: str, after: str) -> None:
    left = left_of("Zyxa Quill", f"{before} Zyxa Quill {after}")
    assert "zyxa" not in left.casefold()


@given(text=st.text(max_size=60))
def test_a_text_without_the_name_stays_as_it_is(text: str) -> None:
    if "@" not in text and "+" not in text:
        assert left_of("Zyxwvut", text) == text


@given(name=st.text(max_size=12), text=st.text(max_size=60))
@example(name="Candidate", text="the candidate said: Candidate")
@example(name="\u1160", text="a vowel alone")
@example(name="\u11ff", text="an end alone")
@example(name="1", text="¼ of it, ⑴, ⒈")
@example(name="a 4", text="⒜ ¼4 a¼")
@example(name="王平", text="王王平王")
@example(name="ｸじSし", text="じ じSし")
def test_to_do_it_again_changes_nothing_more(name: str, text: str) -> None:
    once = left_of(name, f"{text} {name} {text}")
    assert left_of(name, once) == once


@given(name=st.text(max_size=200), text=st.text(max_size=200))
def test_every_place_lies_within_its_text_and_none_overlaps(name: str, text: str) -> None:
    done = Anonymiser(name).anonymise(text)
    end = 0
    for each in done.replaced:
        assert end <= each.start < each.end <= len(text)
        end = each.end
    for found in Anonymiser(name).near_matches(done.text):
        assert done.text[found.start : found.end] == found.word != ""


HOSTILE = ("a", "1 ", "a@", "0", "(", "aA", "王", "zoe", "a.b", "http://", "@", "1-", "+1 ", "가",
           "z. ", "a'", "[at]", "www.", "a-", "the candidate ")  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("name", ["Zoe Maria Quasimpel", "王小明", ".*(?+[ab " * 22])
def test_time_grows_with_the_text_alone(name: str, piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        anonymiser = Anonymiser(name)
        anonymiser.near_matches(anonymiser.anonymise(text).text)
        return time.process_time() - begun

    def grows_faster() -> bool:
        # Four times the text: sixteen times as long is what must not be.
        return seconds(20_000) >= 9 * max(seconds(5_000), 0.02)

    # Once may be the machine's doing; a text's own is so each time.
    assert not all(grows_faster() for _ in range(3))
