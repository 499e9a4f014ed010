-- SPDX-License-Identifier: EUPL-1.2
-- Each processing of personal data, in the form of the standard Logboek Dataverwerkingen. Who did it does not stand in it: that is in the
-- trail. Whom it was about is sealed.
CREATE TABLE processing_log (
    workspace_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    trace_id TEXT NOT NULL,
    span_id TEXT NOT NULL,
    parent_span_id TEXT,
    status TEXT NOT NULL CHECK (status IN ('unset', 'ok', 'error')),
    name TEXT NOT NULL,
    start_time {time} NOT NULL,
    end_time {time} NOT NULL,
    activity TEXT NOT NULL,
    subject_sealed {bytes},
    foreign_processor TEXT,
    PRIMARY KEY (workspace_id, id)
) {strict};

CREATE INDEX processing_log_by_time ON processing_log (workspace_id, start_time, id);
