"""The search indexes of the first release, and what keeps them in step. Frozen like its tables."""

# The words stay in the tables alone; the indexes refer to them, and keep neither places within
# a text nor lengths of texts: so there is room to index the first two to five letters of every
# word by themselves, for search as one types, in 0.7 times the room of the notes. The
# categories are those of letters, digits and the marks that many scripts write words with.
SEARCH = """
CREATE VIRTUAL TABLE notes_fts USING fts5 (
    text, content="notes", content_rowid="pk", prefix='2 3 4 5', detail=none, columnsize=0,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TRIGGER notes_fts_insert AFTER INSERT ON notes BEGIN
    INSERT INTO notes_fts (rowid, text) VALUES (new.pk, new.text);
END;
CREATE TRIGGER notes_fts_delete AFTER DELETE ON notes BEGIN
    INSERT INTO notes_fts (notes_fts, rowid, text) VALUES ('delete', old.pk, old.text);
END;
CREATE TRIGGER notes_fts_update AFTER UPDATE OF pk, text ON notes BEGIN
    INSERT INTO notes_fts (notes_fts, rowid, text) VALUES ('delete', old.pk, old.text);
    INSERT INTO notes_fts (rowid, text) VALUES (new.pk, new.text);
END;

CREATE VIRTUAL TABLE setups_fts USING fts5 (
    candidate, role, question, content="setups", content_rowid="interview",
    prefix='1 2 3 4 5', detail=none, columnsize=0,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TRIGGER setups_fts_insert AFTER INSERT ON setups BEGIN
    INSERT INTO setups_fts (rowid, candidate, role, question)
    VALUES (new.interview, new.candidate, new.role, new.question);
END;
CREATE TRIGGER setups_fts_delete AFTER DELETE ON setups BEGIN
    INSERT INTO setups_fts (setups_fts, rowid, candidate, role, question)
    VALUES ('delete', old.interview, old.candidate, old.role, old.question);
END;
CREATE TRIGGER setups_fts_update AFTER UPDATE ON setups BEGIN
    INSERT INTO setups_fts (setups_fts, rowid, candidate, role, question)
    VALUES ('delete', old.interview, old.candidate, old.role, old.question);
    INSERT INTO setups_fts (rowid, candidate, role, question)
    VALUES (new.interview, new.candidate, new.role, new.question);
END;

CREATE VIRTUAL TABLE ratings_fts USING fts5 (
    reason, content="ratings", content_rowid="pk", prefix='2 3 4 5', detail=none, columnsize=0,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TRIGGER ratings_fts_insert AFTER INSERT ON ratings BEGIN
    INSERT INTO ratings_fts (rowid, reason) VALUES (new.pk, new.reason);
END;
CREATE TRIGGER ratings_fts_delete AFTER DELETE ON ratings BEGIN
    INSERT INTO ratings_fts (ratings_fts, rowid, reason) VALUES ('delete', old.pk, old.reason);
END;
CREATE TRIGGER ratings_fts_update AFTER UPDATE OF pk, reason ON ratings BEGIN
    INSERT INTO ratings_fts (ratings_fts, rowid, reason) VALUES ('delete', old.pk, old.reason);
    INSERT INTO ratings_fts (rowid, reason) VALUES (new.pk, new.reason);
END;

CREATE VIRTUAL TABLE verdicts_fts USING fts5 (
    summary, content="verdicts", content_rowid="interview", prefix='2 3 4 5', detail=none,
    columnsize=0, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TRIGGER verdicts_fts_insert AFTER INSERT ON verdicts BEGIN
    INSERT INTO verdicts_fts (rowid, summary) VALUES (new.interview, new.summary);
END;
CREATE TRIGGER verdicts_fts_delete AFTER DELETE ON verdicts BEGIN
    INSERT INTO verdicts_fts (verdicts_fts, rowid, summary)
    VALUES ('delete', old.interview, old.summary);
END;
CREATE TRIGGER verdicts_fts_update AFTER UPDATE ON verdicts BEGIN
    INSERT INTO verdicts_fts (verdicts_fts, rowid, summary)
    VALUES ('delete', old.interview, old.summary);
    INSERT INTO verdicts_fts (rowid, summary) VALUES (new.interview, new.summary);
END;
"""
