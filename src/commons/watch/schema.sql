-- SPDX-License-Identifier: EUPL-1.2
-- What happened at the door: logins, refusals, what could not be read. One row for the same thing within a minute, with how often. No
-- address on the net, no typed text: `place` is a keyed digest, and the key stands outside the database. `is_rest`: what came beyond the
-- rows that a minute or a day may have, counted only. Ids are in order of time, so that no index by moment is wanted.
CREATE TABLE login_event (
    id {uuid} NOT NULL,
    at {time} NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    person_id {uuid},
    place TEXT NOT NULL,
    is_rest {bool} NOT NULL,
    count {int} NOT NULL CHECK (count > 0),
    PRIMARY KEY (id)
) {strict};
CREATE INDEX login_event_by_day ON login_event (day, kind, count);
CREATE INDEX login_event_by_person ON login_event (person_id, id) WHERE person_id IS NOT NULL;
