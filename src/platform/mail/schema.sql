-- SPDX-License-Identifier: EUPL-1.2
-- Mail that must go out. To whom and what is sealed, and wiped as soon as it was sent; the rest names nobody.
CREATE TABLE mail_outbox (
    id {uuid} NOT NULL PRIMARY KEY,
    to_sealed {bytes},
    subject_sealed {bytes},
    text_sealed {bytes},
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unsure')),
    attempts {int} NOT NULL,
    created_at {time} NOT NULL,
    next_at {time} NOT NULL,
    ended_at {time},
    last_error TEXT NOT NULL
) {strict};

CREATE INDEX mail_outbox_due ON mail_outbox (next_at, id) WHERE state = 'waiting';
CREATE INDEX mail_outbox_sending ON mail_outbox (id) WHERE state = 'sending';
CREATE INDEX mail_outbox_by_time ON mail_outbox (created_at, id);
CREATE INDEX mail_outbox_ended ON mail_outbox (ended_at, id);
