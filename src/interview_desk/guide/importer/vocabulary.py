"""What the parts of a guide are called in English, German, French, Spanish and Portuguese.

The words are compared without accents and case. A pattern stands for a heading, a label or the
head of a column; the first that matches counts, so narrower meanings stand above wider ones.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum, auto
from functools import lru_cache


class Part(StrEnum):
    """What a heading, a label or a column may announce."""

    DISQUALIFIERS = auto()
    STRONG = auto()
    RED_FLAGS = auto()
    LENGTH = auto()
    TIME = auto()
    SCALE = auto()
    TOTAL = auto()
    PITFALLS = auto()
    RUBRIC = auto()
    AGENDA = auto()
    BEFORE = auto()
    AFTER = auto()
    DURING = auto()
    OBJECTIVE = auto()
    EXPECTATIONS = auto()
    NO_QUESTIONS = auto()
    QUESTIONS = auto()
    AREAS = auto()
    ACTIVITIES = auto()
    ADVICE = auto()
    FORM = auto()


# One row a language: English, German, French, Spanish, Portuguese.
_WORDS: Mapping[Part, tuple[str, ...]] = {
    Part.DISQUALIFIERS: (
        r"\b(disqualifiers?|deal[- ]?breakers?|knock[- ]?outs?|automatic (no|rejects?))\b",
        r"\b(ausschlusskriteri(um|en)|k\.?o\.?[- ]kriteri(um|en))\b",
        r"\b(criteres? (eliminatoires?|redhibitoires?)|points? eliminatoires?)\b",
        r"\b(criterios? (excluyentes?|de exclusion)|descalificadores?)\b",
        r"\b(criterios? (eliminatorios?|de exclusao)|desqualificadores?)\b",
    ),
    Part.STRONG: (
        r"\b(strong|positive|good|green|great) (signals?|indicators?|flags?|signs?|answers?"
        r"|responses?|evidence)\b|\bgreen flags?\b"
        r"|^(what|things?|points?|behaviou?rs?|signs?|signals?)( (we|you|to|i))+ (look|listen|watch)"
        r"(ing)?( out)? ?for\b|^(things?|points?) to (observe|notice|note)\b|^what to (observe|notice"
        r"|see|hear)\b|^(look|listen|watch)(ing)? for\b|^what (a )?good (looks|sounds) like\b"
        r"|^what (we|you) (want|hope) to (see|hear)\b|^(good|strong|ideal|great) (candidates?"
        r"|answers?|applicants?)( (will|should|may|would|might))?\b|^evidence to look for\b"
        r"|^(model|ideal|expected|sample) answers?\b|^we want to hear\b|^listen out for\b",
        r"\b(positive|gute|starke) (signale?|anzeichen|indikatoren|hinweise|zeichen|antworten?)\b"
        r"|^worauf (wir |sie |ihr |man |du )?(achten|zu achten|achte|hinhoren)\b|^darauf achten"
        r"|^achten (sie |wir )?auf\b|^(das )?wollen wir horen\b|\bpluspunkte?\b|^gut ist\b"
        r"|^beobachtungspunkte\b|^woran (man|wir) (es )?erkenn",
        r"\b(signaux|signes?|indices?|indicateurs?|elements?) (positifs?|forts?|favorables?)\b"
        r"|\bpoints? (positifs?|forts?)\b|^(ce qu'on|ce que (l'on|nous|vous)) (cherche|ecoute|attend)"
        r"|^(points? )?a (observer|ecouter|reperer|surveiller)\b|^bonnes? reponses?\b"
        r"|^(ce qu'il faut|quoi) (ecouter|observer|chercher|regarder)\b|^on (cherche|veut entendre)\b",
        r"\b(senales?|indicadores|indicios|signos) (positiv[oa]s?|fuertes?|buen[oa]s?)\b"
        r"|^(que|lo que) (buscar|buscamos|observar|escuchar|queremos oir)\b|^en que fijarse\b"
        r"|^buenas? respuestas?\b|\bpuntos? (fuertes?|positivos?)\b|^fijarse en\b|^aspectos a observar",
        r"\b(sinais|indicadores|indicios) (positivos?|fortes?|bons)\b|^(o )?que (procurar|procuramos"
        r"|observar|ouvir|queremos ouvir|esperamos ouvir)\b|\bpontos? (fortes?|positivos?)\b"
        r"|^boas? respostas?\b|^(pontos? )?a observar\b|^reparar em\b|^em que reparar\b",
    ),
    Part.RED_FLAGS: (
        r"\b(red|yellow|warning) flags?\b|\b(weak|negative|bad|warning|danger) (signals?|indicators?"
        r"|signs?|answers?|responses?|evidence)\b|\bconcerns?\b|^watch out for\b|^be(ware| wary) of\b"
        r"|^(weak|poor|bad) (candidates?|answers?)\b|^(what|things?) (should )?(worr(y|ies)|bother)",
        r"\b(warnsignale?|warnzeichen|alarmsignale?|alarmzeichen|rote flaggen?|minuspunkte?)\b"
        r"|\b(negative|schwache|schlechte) (signale?|anzeichen|indikatoren|hinweise|zeichen"
        r"|antworten?)\b|^bedenklich\b|^vorsicht( bei)?\b",
        r"\b(signaux|signes?|indices?|indicateurs?) (d'alerte|negatifs?|faibles?|d'alarme)\b"
        r"|\bdrapeaux? rouges?\b|\bpoints? (de vigilance|d'alerte|negatifs?|faibles?)\b|^alertes?\b"
        r"|^mauvaises? reponses?\b|\bpoints? d'attention\b",
        r"\b(senales?|indicadores|indicios|signos) (de alerta|de alarma|negativ[oa]s?|debiles?)\b"
        r"|\bbanderas? rojas?\b|\balertas?\b|\bpuntos? (debiles?|negativos?)\b|^malas? respuestas?\b",
        r"\b(sinais|indicadores|indicios) (de alerta|negativos?|fracos?|de alarme)\b"
        r"|\bbandeiras? vermelhas?\b|\balertas?\b|\bpontos? (fracos?|negativos?|de atencao)\b"
        r"|^mas respostas?\b",
    ),
    Part.LENGTH: (
        r"^(total |overall |interview |session |call )?(duration|length)\b|^total time\b"
        r"|^time (needed|required|allotted)\b",
        r"^(gesamt|gesprachs)?dauer\b|^gesamtzeit\b|^zeitbedarf\b",
        r"^duree( totale| de l'entretien)?\b|^temps total\b",
        r"^duracion( total| de la entrevista)?\b|^tiempo total\b",
        r"^duracao( total| da entrevista)?\b|^tempo total\b",
    ),
    Part.TIME: (
        r"^(time|minutes|mins?|timing|time ?box|when|clock|time allocation|allocated time"
        r"|approx\.? time|suggested time|time \(min\w*\))$",
        r"^(zeit|minuten|uhrzeit|zeitrahmen|zeitplan|wann|min)$",
        r"^(temps|minutes|horaires?|heure|minutage|quand)$",
        r"^(tiempo|minutos|hora|horario|cuando)$",
        r"^(tempo|minutos|hora|horario|quando)$",
    ),
    Part.SCALE: (
        r"^(make|give|write|record) (a|your|the|one) (recommendation|decision)\b"
        r"|\b(rating|scoring|score|grading|overall|recommendation|decision|hiring|evaluation"
        r"|assessment) (scale|guide|guidance|key|levels?|legend|bands?|steps|options|thresholds?"
        r"|definitions?|system|descriptors?|anchors?)\b|^(the )?scale\b|\b(overall|hiring|final)"
        r" (recommendation|decision|rating|assessment|impression|score|result)\b|^recommendation$"
        r"|^decision$|\bwhat the (points?|scores?|sums?|numbers?|stars|grades|ratings?) means?\b"
        r"|\bscore interpretation\b|\bfrom \w+ to a\b|^(pass|cut)[- ]?(mark|off|threshold|/fail)"
        r"|\bthresholds?\b|\binterpretation\b|\bverdicts?\b|^(how to )?(use|read) the scale\b",
        r"\b(bewertungs|beurteilungs|noten|punkte|gesamt)(skala|schlussel|stufen|urteil|empfehlung"
        r"|bewertung|eindruck)\b|^skala\b|^empfehlung\b|^entscheidung\b|^gesamturteil\b"
        r"|\bwas die (punkte|noten|zahlen|summe)\w* bedeute[nt]\b",
        r"\b(echelle|bareme|grille) (de notation|de note|des notes|d'evaluation globale)\b"
        r"|^(echelle|bareme|recommandation|decision|avis global|appreciation globale)\b",
        r"\bescala( de (valoracion|puntuacion|calificacion|evaluacion))?\b|^(recomendacion|decision)"
        r"( final| global)?\b|\bvaloracion (global|final|general)\b",
        r"\bescala( de (avaliacao|pontuacao|classificacao))?\b|^(recomendacao|decisao)( final"
        r"| global)?\b|\bavaliacao (global|final|geral)\b",
    ),
    Part.TOTAL: (
        r"^(grand |weighted |overall |sub|final |average )?(total|sum|average|mean|score|result"
        r"|overall)s?( (score|points|rating))?$|^overall\b",
        r"^(gesamt|summe|total|durchschnitt|ergebnis|gesamtpunkt(e|zahl)|endergebnis|mittelwert)\b",
        r"^(total|somme|moyenne|note (finale|globale)|resultat|score total)\b",
        r"^(total|suma|promedio|media|nota final|resultado|puntuacion (total|final))\b",
        r"^(total|soma|media|nota final|resultado|pontuacao (total|final))\b",
    ),
    Part.PITFALLS: (
        r"\bpitfalls?\b|\bcommon (mistakes|errors|traps)\b|\bbias(es)? to (avoid|watch)",
        r"\b(stolperfallen|stolpersteine|haufige fehler|typische fehler|fallstricke)\b",
        r"\b(pieges?|ecueils?|erreurs (frequentes|courantes))\b",
        r"\b(trampas|errores (frecuentes|comunes|habituales)|escollos)\b",
        r"\b(armadilhas|erros (frequentes|comuns))\b",
    ),
    Part.RUBRIC: (
        r"^(please )?(rate|score|grade|mark) (each|every|all|the|on)\b|\brubrics?\b|\bscore ?cards?\b|\bscore ?sheets?\b|\bscoring\b|\b(evaluation|assessment"
        r"|selection|rating|judging|hiring|marking|grading) (criteria|categories|form|sheet|matrix"
        r"|grid|dimensions?|areas|table|scheme|framework|competenc\w+)\b|^(evaluation|assessment"
        r"|ratings?|grading|marking|criteria|scores?|marks)$|\bhow (we|you|to) (score|rate|grade"
        r"|evaluate|assess|judge|mark)\b|^(rating|evaluation|assessment|criteria)\b|\bcompetency"
        r" ratings?\b|\bwhat (we|you) (rate|score|assess|evaluate|judge|measure)\b|\bwhat is"
        r" (scored|rated|assessed)\b|\bcompetenc(y|ies) (matrix|framework|model|grid)\b",
        r"\bbewertung(s\w*)?\b|\bbeurteilung(s\w*)?\b|\bbewertungsbogen\b|\bkriterien(katalog)?\b"
        r"|\bwie wir (bewerten|beurteilen)\b|\bauswertung(s\w*)?\b|\braster\b|\bmatrix\b"
        r"|\bpunktevergabe\b|\bbenotung\b",
        r"\b(grille|criteres?|fiche|bareme) (d'evaluation|de notation|d'appreciation)\b|^(evaluation"
        r"|notation|criteres|grille|appreciation)\b|\bcomment (nous )?(noter|evaluer|notons)\b",
        r"\b(rubrica|criterios de (evaluacion|valoracion)|matriz de evaluacion)\b|^(evaluacion"
        r"|valoracion|criterios|calificacion|puntuacion)\b|\bcomo (evaluamos|puntuar|valoramos)\b",
        r"\b(rubrica|criterios de avaliacao|matriz de avaliacao|grelha de avaliacao)\b|^(avaliacao"
        r"|criterios|classificacao|pontuacao|grelha)\b|\bcomo (avaliamos|pontuar|avaliar)\b",
    ),
    Part.BEFORE: (
        r"^(checklist\W+)?(before( (the|each|every|your|an?|you|they|we) .*)?$|before(hand)?$|pre[- ]?(interview|call|session|work|reading|read))\b"
        r"|^(checklist\W+)?preparation\b|^prep\b|^set[- ]?up\b|^(to )?prepare\b|^preparing\b"
        r"|^beforehand\b|\bset[- ]?up before\b|^room set[- ]?up\b|\b(interviewer|interview) prep"
        r"(aration)?\b|^materials?( needed)?$",
        r"^(checkliste\W+)?vor (dem|der|jedem|jeder|beginn)\b|^(zur )?vorbereitung(en)?\b|^vorab\b"
        r"|^vorher\b",
        r"^avant (l[e'a]|chaque|de)\b|^preparation\b|^en amont\b|^a preparer\b",
        r"^antes de\b|^preparacion\b|^preparativos\b",
        r"^antes d[ao]\b|^preparacao\b|^preparativos\b",
    ),
    Part.AFTER: (
        r"^(checklist\W+)?(after(wards)?$|after (the|each|every|your|an?) (interview|call|session|meeting"
        r"|conversation|visit|talk|exam\w*|day|lesson|round|candidate|chat|screen)\w*\b|afterwards\b"
        r"|post[- ]?(interview|call|session))\b|^at the end$"
        r"|^(debrief|follow[- ]?up)( notes)?$|^next steps for (the )?(interviewers?|panel|you|us)\b",
        r"^(checkliste\W+)?nach (dem|der|jedem|jeder)\b|^nachbereitung\b|^danach\b|^im anschluss\b",
        r"^apres (l[e'a]|chaque)\b|^apres$|^suivi\b|^debriefing\b",
        r"^despues( de)?\b|^seguimiento\b|^al terminar\b",
        r"^depois d[aeo]\b|^depois$|^apos\b|^seguimento\b",
    ),
    Part.DURING: (
        r"^(checklist\W+)?during\b|^in the (interview|room|call|session)\b",
        r"^wahrend\b|^im gesprach\b",
        r"^pendant\b|^durant\b",
        r"^durante\b",
        r"^durante\b",
    ),
    Part.OBJECTIVE: (
        r"^(objectives?|goals?|purpose|aims?|intent|what (this|it) (is|tests|shows)|focus|why)\b",
        r"^(ziele?|zweck|absicht|worum es geht)\b",
        r"^(objectifs?|buts?|finalite)\b",
        r"^(objetivos?|propositos?|finalidad|meta)\b",
        r"^(objetivos?|propositos?|finalidade|meta)\b",
    ),
    Part.EXPECTATIONS: (
        r"\b(expectations?|what we (expect|want|look for)|what we are looking for|who we look for"
        r"|what .* candidates? (looks?|should) )\b",
        r"\b(erwartungen|was wir erwarten|anforderungen)\b",
        r"\b(attentes|ce que nous attendons)\b",
        r"\b(expectativas|lo que esperamos)\b",
        r"\b(expectativas|o que esperamos)\b",
    ),
    Part.NO_QUESTIONS: (
        r"\b(avoid|never|illegal|unlawful|prohibited|off[- ]limits|not ask|don't ask|do not ask)\b",
        r"\b(verboten\w*|unzulassig\w*|nicht (fragen|stellen)|tabu)\b",
        r"\b(interdit\w*|ne pas (poser|demander)|a eviter)\b",
        r"\b(prohibid\w*|no preguntar|evitar)\b",
        r"\b(proibid\w*|nao perguntar|a evitar|evitar)\b",
    ),
    Part.QUESTIONS: (
        r"\bquestions?\b|\bprompts?\b|^(what to |things to )?ask\b|\bfollow[- ]?ups?\b|\bprobes?\b"
        r"|^probing\b|^q ?\d{0,2}$|^say\b|\btalking points\b|\bif they are stuck\b|^hints?$|^nudges?$",
        r"\b(leit|ein|ab|nach|haupt|fach|zusatz|beispiel|kern|muster)?fragen?\b|^f ?\d{1,2}$|\bruckfragen\b"
        r"|^nachhaken\b|^nachfassen\b",
        r"\bquestions?\b|^(a )?demander\b|\brelances?\b",
        r"\bpreguntas?\b|^p ?\d{1,2}$|\brepreguntas?\b|^preguntar\b",
        r"\bperguntas?\b|\bquestoes\b|^perguntar\b",
    ),
    Part.AREAS: (
        r"\b(areas?|topics?|themes?) to (explore|probe|cover|discuss)\b|^deep[- ]dives?\b",
        r"\b(themen|vertiefungs?(themen|bereiche))\b",
        r"\b(themes?|sujets?) a (explorer|aborder)\b",
        r"\b(areas|temas) (a|para) (explorar|tratar)\b",
        r"\b(areas|temas) (a|para) (explorar|tratar)\b",
    ),
    Part.ACTIVITIES: (
        r"^(what (you|to|we|i) do|what happens|to[- ]?do|activit(y|ies)|instructions?|steps?|tasks?"
        r"|how to run( it)?|procedure|process|scenario|brief(ing)?|opening script)\b",
        r"^(was (zu )?tun|aufgaben?|anleitung|vorgehen|schritte|ubung|szenario|fall|ablauf|rollenspiel)\b",
        r"^(a faire|que faire|consignes?|instructions?|etapes|exercice|mise en situation|cas|activites?)\b",
        r"^(que hacer|instrucciones|pasos|ejercicio|tareas?|actividades|caso|escenario)\b",
        r"^(o que fazer|que fazer|instrucoes|passos|exercicio|tarefas?|atividades|caso|cenario)\b",
    ),
    Part.ADVICE: (
        r"\b(recommendations|tips|hints|advice|best practices?|good practices?|dos and don'?ts)\b",
        r"\b(tipps?|hinweise|ratschlage|empfehlungen)\b",
        r"\b(conseils?|astuces|bonnes pratiques|recommandations)\b",
        r"\b(consejos|recomendaciones|buenas practicas)\b",
        r"\b(dicas|conselhos|recomendacoes|boas praticas)\b",
    ),
    Part.AGENDA: (
        r"\b(agenda|timetable|schedule|run[- ]?sheet|run of show|running order|timeline|itinerary"
        r"|script|outline|flow|structure|format|plan|programme?|breakdown|timings?|order of"
        r" (the )?\w+|session|at a glance|overview)\b|^(the )?(interview|stations|steps|stages"
        r"|phases|parts|sections|rounds|questions)$",
        r"\b(ablauf(plan)?|zeitplan|agenda|gesprachs(ablauf|verlauf)|programm|gliederung|struktur"
        r"|aufbau|fahrplan|phasen|stationen|leitfaden)\b",
        r"\b(deroule(ment)?|ordre du jour|programme|plan|calendrier|structure|trame|etapes|phases)\b",
        r"\b(agenda|programa|cronograma|guion|estructura|desarrollo|plan|orden del dia|fases"
        r"|etapas|horario)\b",
        r"\b(agenda|programa|cronograma|guiao|roteiro|estrutura|plano|ordem do dia|fases|etapas)\b",
    ),
    Part.FORM: (
        r"^(notes?|score|rating|candidate('s)? name|candidate|applicant|interviewer(\(?s\)?)?|date"
        r"|name|signature|position|role|comments?|evidence|remarks?|observations?|overall|vacancy"
        r"|department|location|caller|time|your (rating|score|notes))$",
        r"^(notizen|bewerber(in)?|kandidat(in)?|datum|name|unterschrift|bemerkung(en)?|punkte|note"
        r"|stelle|kommentar)$",
        r"^(notes?|candidat(e)?|date|nom|signature|remarques?|commentaires?|poste)$",
        r"^(notas?|candidat[oa]|fecha|nombre|firma|observaciones|comentarios?|puesto|puntuacion)$",
        r"^(notas?|candidat[oa]|data|nome|assinatura|observacoes|comentarios?|cargo|pontuacao)$",
    ),
}  # fmt: skip

CRITERION = re.compile(
    r"^(criteri(a|on|um|en|o|os)|dimensions?|competenc(y|ies|e|es|ia|ias)|skills?|areas?|attributes?"
    r"|categor(y|ies|ia|ias|ie|ien)|aspects?|factors?|traits?|qualit(y|ies)|what we (assess|rate|look"
    r" at)|topic|kompetenz(en)?|fahigkeit(en)?|bereich|merkmale?|aspekte?|dimension(en)?|criteres?"
    r"|competences?|domaines?|aptitudes?|aspectos?|dimens(ion|ao|iones|oes)|competencias?|habilidad(es)?"
    r"|thema|points?|capability|values?|element|what)\b"
)
DESCRIPTION = re.compile(
    r"^(description|descriptors?|definition|meaning|means|looks? like|what (it|this|that) (looks like"
    r"|means)|behaviou?rs?|examples?|indicators?|anchors?|evidence|criteria|explanation|performance"
    r"|beschreibung|bedeutung|definition|verhalten|woran man es erkennt|beispiele?|signification"
    r"|descripcion|significado|descricao|definicao|definicion|comportement|comportamiento|what to look"
    r" for|what you see|observable|label|rating|comportamento|descripteur|in words|guidance)"
)
WEIGHT = re.compile(
    r"^(weight(ing)?|weights?|points?|max(imum)?( (points|score))?|pts|share|%|importance|gewicht(ung)?"
    r"|punkte|anteil|poids|ponderation|peso|ponderacion|puntos|pontos|coefficient|score range|marks?"
    r"|out of|possible|available|maximal\w*|bareme)\b"
)
NOTES = re.compile(
    r"^(notes?|comments?|score|rating|remarks?|evidence|your|observations?|risks?|actual|notizen|note"
    r"|bemerkung|kommentar|punktzahl|bewertung|commentaires?|remarques?|notas?|comentarios?"
    r"|puntuacion|pontuacao|observac\w+|justification|wert|points? (given|awarded)|lead|who|owner|wer)"
)
LEVEL_COLUMN = re.compile(
    r"^(scores?|ratings?|levels?|grades?|points?|marks?|stars?|value|scale|note|punkte?|stufen?|niveau"
    r"|wertung|nivel|puntos|puntuacion|pontuacao|pontos|nota|echelle|score \(.*\)|#|bewertung)\b"
)
INTERVIEW = re.compile(
    r"\b(\w*interview\w*|candidat[eosa]*s?|applicants?|vacanc\w+|hiring|recruit\w*"
    r"|examin(er|ers|ation)|oral exam|assessors?|panel(lists?)?|moderator|respondents?|participants?"
    r"|interviewte\w*|vorstellungsgesprach\w*|bewerb\w+|kandidat\w*|einstellung\w*|prufling|prufung"
    r"|entretiens?|recrutement|candidature|entrevist\w+|aspirante\w*|seleccion|recrutamento|selecao"
    r"|vaga|screening|rubric|(conversation|discussion|topic|call) guide|usability (test|session)|discovery call|user research|research session)\b"
)
JOB_ADVERT = re.compile(
    r"\b(apply now|how to apply|send (us )?your (cv|resume|application)|we offer|salary range|benefits"
    r"|equal opportunity employer|about the (role|company)|your (responsibilities|profile)|wir bieten"
    r"|bewirb dich|nous offrons|ofrecemos|oferecemos|perks|what you'll do|competitive salary)\b"
)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The text to compare by: no accents, no case, no signs before the first word."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    bare = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return re.sub(r"^[^\w(\[\"'“„«]+", "", bare).strip()


_PATTERNS = tuple((part, re.compile("|".join(rows))) for part, rows in _WORDS.items())
_NUMBERED = re.compile(
    r"^(?:\d{1,2}|[a-h]|[ivx]{1,4})\s*[.):–-]\s+|^(?:step|part|section|teil)\s+\d+\s*[:.–-]\s*"
)


@lru_cache(maxsize=4096)
def part_of(title: str) -> Part | None:
    """What a heading or a label announces; None where its words say nothing."""
    plain = _NUMBERED.sub("", folded(title)).rstrip(" :.")
    return next((part for part, words in _PATTERNS if words.search(plain)), None)


@lru_cache(maxsize=4096)
def parts_of(title: str) -> frozenset[Part]:
    """All that the words of a heading could announce."""
    plain = _NUMBERED.sub("", folded(title)).rstrip(" :.")
    return frozenset(part for part, words in _PATTERNS if words.search(plain))
