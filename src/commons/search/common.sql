-- SPDX-License-Identifier: EUPL-1.2
-- For words that stand in most records: those that have one in their title, and all records from the newest on.
CREATE INDEX search_stem_in_title ON search_stem (workspace_id, stem, kind, record_id) WHERE in_title;
CREATE INDEX search_record_by_day ON search_record (workspace_id, day DESC, kind, record_id);
