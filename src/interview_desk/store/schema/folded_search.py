"""The fifth format: a text is found by its words as the program folds them. Frozen.

SQLite's own words are right for plain texts. For the others the program writes into a table beside
theirs what is to be indexed in their place; until it has, the index holds the text itself. All of
it is plain SQL, so that any program may still change a text, and the index can be made anew.
"""

from typing import NamedTuple

from interview_desk.store.schema.text_columns import Holds, TextColumns


class Indexed(NamedTuple):
    """A table with texts to be found, its key, those texts, and their beginnings in the index."""

    table: str
    key: str
    texts: tuple[str, ...]
    prefix: str = "2 3 4 5"


_INDEXED = (
    Indexed("notes", "pk", ("text",)),
    Indexed("setups", "interview", ("candidate", "role", "question"), "1 2 3 4 5"),
    Indexed("ratings", "pk", ("reason",)),
    Indexed("verdicts", "interview", ("summary",)),
)

_ODD = ("*[^ -~]*", "*[A-Za-z][+#]*", "*.[A-Za-z][A-Za-z]*")
_WAITING = """
-- Texts that are not plain ASCII, or have a sign that belongs to a name, as C++: to be folded.
CREATE TABLE search_waiting (
    pk INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    row INTEGER NOT NULL
) STRICT;
INSERT OR REPLACE INTO settings (name, value) VALUES ('search folding', '1');
"""

_WITHOUT_THE_FORMER = """
DROP TRIGGER {table}_fts_insert;
DROP TRIGGER {table}_fts_delete;
DROP TRIGGER {table}_fts_update;
DROP TABLE {table}_fts;
"""
# Before a row is changed or goes its text is taken out of the index as it stands in it.
_SCRIPT = """
CREATE TABLE {table}_folded (
    {key} INTEGER PRIMARY KEY REFERENCES {table} ({key}) ON DELETE CASCADE,
    {columns}
) STRICT;
CREATE VIEW {table}_searched AS
SELECT t.{key} AS {key}, {either} FROM {table} AS t LEFT JOIN {table}_folded AS f USING ({key});
CREATE VIRTUAL TABLE {table}_fts USING fts5 (
    {texts}, content="{table}_searched", content_rowid="{key}", prefix='{prefix}', detail=none,
    columnsize=0, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

CREATE TRIGGER {table}_fts_insert AFTER INSERT ON {table} BEGIN
    INSERT INTO {table}_fts (rowid, {texts}) VALUES (new.{key}, {new});
    INSERT INTO search_waiting (source, row) SELECT '{table}', new.{key} WHERE {odd_new};
END;
CREATE TRIGGER {table}_fts_delete BEFORE DELETE ON {table} BEGIN
    DELETE FROM {table}_folded WHERE {key} = old.{key};
    INSERT INTO {table}_fts ({table}_fts, rowid, {texts}) VALUES ('delete', old.{key}, {old});
END;
CREATE TRIGGER {table}_fts_change BEFORE UPDATE OF {key}, {texts} ON {table} BEGIN
    DELETE FROM {table}_folded WHERE {key} = old.{key};
    INSERT INTO {table}_fts ({table}_fts, rowid, {texts}) VALUES ('delete', old.{key}, {old});
END;
CREATE TRIGGER {table}_fts_update AFTER UPDATE OF {key}, {texts} ON {table} BEGIN
    INSERT INTO {table}_fts (rowid, {texts}) VALUES (new.{key}, {new});
    INSERT INTO search_waiting (source, row) SELECT '{table}', new.{key} WHERE {odd_new};
END;
CREATE TRIGGER {table}_folded_insert AFTER INSERT ON {table}_folded BEGIN
    INSERT INTO {table}_fts ({table}_fts, rowid, {texts})
    SELECT 'delete', {key}, {texts} FROM {table} WHERE {key} = new.{key};
    INSERT INTO {table}_fts (rowid, {texts}) VALUES (new.{key}, {new});
END;
CREATE TRIGGER {table}_folded_delete AFTER DELETE ON {table}_folded BEGIN
    INSERT INTO {table}_fts ({table}_fts, rowid, {texts}) VALUES ('delete', old.{key}, {old});
    INSERT INTO {table}_fts (rowid, {texts})
    SELECT {key}, {texts} FROM {table} WHERE {key} = old.{key};
END;

INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild');
INSERT INTO search_waiting (source, row) SELECT '{table}', {key} FROM {table} WHERE {odd};
"""


def index_script(each: Indexed) -> str:
    """The search index of a table, with what keeps it in step and has its texts folded."""

    def all_of(form: str, between: str = ", ") -> str:
        return between.join(form.format(text=text) for text in each.texts)

    odd = all_of(" OR ".join(f"{{{{of}}}}{{text}} GLOB '{each}'" for each in _ODD), " OR ")
    return _SCRIPT.format(
        table=each.table,
        key=each.key,
        prefix=each.prefix,
        texts=all_of("{text}"),
        columns=all_of("{text} TEXT NOT NULL", ",\n    "),
        either=all_of("coalesce(f.{text}, t.{text}) AS {text}"),
        new=all_of("new.{text}"),
        old=all_of("old.{text}"),
        odd=odd.format(of=""),
        odd_new=odd.format(of="new."),
    )


FOLDED_SEARCH = _WAITING + "".join(
    _WITHOUT_THE_FORMER.format(table=each.table) + index_script(each) for each in _INDEXED
)

TEXT_COLUMNS: TextColumns = {
    "search_waiting": {"source": Holds.NOTHING},
    **{f"{each.table}_folded": dict.fromkeys(each.texts, Holds.FOLDED) for each in _INDEXED},
}
