"""How good the words of levels are, in five languages: from 0 for the worst to 10 for the best."""

import re
from functools import lru_cache

from interview_desk.guide.importer.vocabulary import folded

# How good a word is, from 0 for the worst to 10 for the best. The first that matches counts.
_WORDS: tuple[tuple[float, str], ...] = (
    (0, r"strong(ly)? (no|reject)|definite(ly)? no|very (poor|weak|low)|unacceptable|none|no evidence"
        r"|not (demonstrated|observed|evident|shown|present)|absent|missing|ungenugend|inakzeptabel"
        r"|inacceptable|nul|inaceptable|inaceitavel|nulo|keine?|aucune?|ningun\w*|nenhum\w*|klares nein"
        r"|sehr (schwach|schlecht)|tres (faible|insuffisant)|muy (bajo|deficiente|malo)|muito (fraco|mau)"),
    (1, r"poor|weak|unsatisfactory|insufficient|inadequate|fail(ed|ing|s)?|bad|deficient|low(est)?"
        r"|no[- ]?hire|reject|do not hire|don't hire|no go|far below|mangelhaft|schwach|schlecht"
        r"|ungeeignet|unzureichend|nicht (erfullt|ausreichend|geeignet)|faible|insuffisante?|mauvais"
        r"|deficiente|debil|insuficiente|malo?|bajo|fraco|ruim|baixo|novice|unqualified|not qualified"),
    (2, r"below|needs?( \w+)?|not yet|lacking|limited|lean(ing)? no|weak no|under|shaky|beginn(er|ing)"
        r"|unclear|no|nein|non|nao|entry|minimal|marginal|unter|begrenzt|limite|limitad[oa]|anfanger"
        r"|debutant|principiante|iniciante|emergent|not met|does not meet|partially|a developper"
        r"|en dessous|por debajo|abaixo|verbesserungs\w*|ausbaufahig|luckenhaft"),
    (3, r"emerging|developing|partial(ly)?|basic|borderline|mixed|some|inconsistent|fragile|junior"
        r"|approach\w+|in entwicklung|teilweise|en developpement|en desarrollo|em desenvolvimento"
        r"|basico|parcial|partiel(lement)?|elementary|maybe|vielleicht|peut-etre|talvez|quiza|medio(cre)?"),
    (4, r"fair|adequate|average|acceptable|ok(ay)?|sufficient|passable|moderate|medium|middling|pass"
        r"|ausreichend|akzeptabel|durchschnitt\w*|mittel\w*|moyen(ne)?|passable|correct|assez bien"
        r"|regular|aceptable|medi[oa]|aceitavel|suficiente|suffisante?|neutral|mid|hire with reservations"),
    (5, r"satisfactory|satisfying|satisfaisante?|befriedigend|satisfactori[oa]|satisfatori[oa]|functional"
        r"|meets|met|competent|capable|lean(ing)? (yes|hire)|solid|sound|secure|intermediate|erfullt"
        r"|solide|conforme|atteint|cumple|atende|competente|kompetent|at (the )?level|on[- ]target"
        r"|inclined|expected|qualified|geeignet|weak yes"),
    (6, r"good|proficient|accomplished|hire|yes|ja|oui|si|sim|gut|bon(ne)?|bien|buen[oa]?|bo[am]|clear"
        r"|recommend(ed)?|strong pass|established|practiced|practitioner|above average|fluent|versiert"
        r"|skilled|maitrise|adquirido|alto|hoch|high|advance|offer"),
    (7, r"strong|very good|great|above|exceeds?|advanced|well above|senior|robust|sehr gut|stark|tres bien"
        r"|tres bon(ne)?|muy (bueno|buena|bien|alto)|muito (bom|boa|bem)|fort(e)?|fuerte|avance|avanzad[oa]"
        r"|avancad[oa]|ubertrifft|uberdurchschnittlich|depasse|supera|extending|strength"),
    (8, r"strong (hire|yes)|strongly recommend(ed)?|definite(ly)? (hire|yes)|highly (recommend\w*"
        r"|qualified|proficient)|far (above|exceeds)|excels?|hervorragend|klares ja"),
    (9, r"excellent(e)?|outstanding|exceptional|exemplary|superior|superb|distinguished|expert(o|a)?|master(y|ful|ed)?"
        r"|brilliant|ausgezeichnet|exzellent|herausragend|exceptionnel(le)?|remarquable"
        r"|sobresaliente|excepcional|destacad[oa]|otim[oa]|perfect|world[- ]class|role model"
        r"|transformational|best|highest|very high|vorbildlich|exemplaire|ejemplar|exemplar"),
)  # fmt: skip
_RANKS = tuple((rank, re.compile(rf"^(?:{words})\b")) for rank, words in reversed(_WORDS))
_ANY = tuple((rank, re.compile(rf"\b(?:{words})\b")) for rank, words in reversed(_WORDS))
# A longer phrase of a lower rank stands before the word that it begins with: "strong no".
_FIRST = re.compile(
    r"^(?:strong(?:ly)? (?:no|reject)|very (?:poor|weak|low)|no[- ]?hire|do not|does not|don't|not |lean"
    r"(?:ing)? no|lean(?:ing)? (?:yes|hire)|(?:far |well )?below|good enough|very good|muy |muito |tres"
    r" |sehr |above average|fairly good|hire with|weak (?:yes|no)|assez )"
)
_CONDITION = re.compile(r"(?:if|when|for|wenn|falls|bei|si|se|quand|cuando|quando)\s")
_RANGE = re.compile(
    r"\b(?:from|von|de|scale|skala|rate|score|rating|stars?|points?|escala|echelle|échelle|note)?\W{0,3}"
    r"\b([01])\s*(?:\([^()]*\)\s*)?(?:[-–—]|to|bis|à|a|até)\s*(\d{1,2})\b(?!\s*(?:%|min|hour|year|week|day|times))",
    re.IGNORECASE,
)
_RATES = re.compile(
    r"\b(?:rat(?:e|ing|ings)|scor(?:e|ing)|mark|grade|assess(?:ment)?|evaluat(?:e|ion)|bewert\w+|not(?:e|er|ez)"
    r"|[ée]valu\w+|punt[uú]\w+|avali\w+)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def rank_of(words: str) -> float:
    """How good a few words are, from 0 to 10; -1 where they say nothing of it."""
    plain = folded(words)
    if not plain or len(plain.split()) > 7 or _CONDITION.match(plain):
        return -1
    if _FIRST.match(plain):
        ordered = sorted(
            ((len(found[0]), rank) for rank, pattern in _RANKS if (found := pattern.match(plain))),
            reverse=True,
        )
        if ordered:
            return ordered[0][1]
    for rank, pattern in _RANKS:
        if pattern.match(plain):
            return rank
    if len(plain.split()) <= 4:
        for rank, pattern in _ANY:
            if pattern.search(plain):
                return rank
    return -1


def rating_range(text: str) -> tuple[int, int] | None:
    """The lowest and the highest number that ratings run from and to, if a text says so."""
    for found in _RANGE.finditer(text):
        low, high = int(found[1]), int(found[2])
        if 2 <= high <= 10 and high > low:
            return low, high
    return None


def asks_to_rate(text: str) -> bool:
    """Whether a line asks to rate what comes next by numbers: “Rate each from 1 to 5”."""
    return _RATES.search(text) is not None and rating_range(text) is not None
