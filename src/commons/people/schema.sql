-- SPDX-License-Identifier: EUPL-1.2
-- People with an account. What says who they are is sealed with their own key (table person_key), so that destroying it erases them
-- everywhere at once; they are found by a keyed digest of their mail address.
CREATE TABLE account (
    person_id {uuid} NOT NULL,
    mail_digest TEXT NOT NULL,
    mail {bytes} NOT NULL,
    name {bytes} NOT NULL,
    password TEXT,
    code_secret {bytes},
    code_is_on {bool} NOT NULL,
    code_step {int} NOT NULL,
    language TEXT NOT NULL,
    created_at {time} NOT NULL,
    blocked_at {time},
    PRIMARY KEY (person_id)
) {strict};
CREATE UNIQUE INDEX account_by_mail ON account (mail_digest);

CREATE TABLE membership (
    workspace_id {uuid} NOT NULL,
    person_id {uuid} NOT NULL,
    roles TEXT NOT NULL,
    since {time} NOT NULL,
    PRIMARY KEY (workspace_id, person_id)
) {strict};
CREATE INDEX membership_by_person ON membership (person_id, workspace_id);

CREATE TABLE invitation (
    workspace_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    token_digest TEXT NOT NULL,
    mail_digest TEXT NOT NULL,
    mail {bytes} NOT NULL,
    roles TEXT NOT NULL,
    invited_by {uuid},
    created_at {time} NOT NULL,
    ends_at {time} NOT NULL,
    PRIMARY KEY (workspace_id, id)
) {strict};
CREATE UNIQUE INDEX invitation_by_token ON invitation (token_digest);
CREATE UNIQUE INDEX invitation_by_mail ON invitation (workspace_id, mail_digest);

-- A browser that somebody logged in with. The token itself is in its cookie only.
CREATE TABLE login (
    token_digest TEXT NOT NULL,
    person_id {uuid} NOT NULL,
    started_at {time} NOT NULL,
    seen_at {time} NOT NULL,
    ends_at {time} NOT NULL,
    waits_for_code {bool} NOT NULL,
    two_factors {bool} NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (token_digest)
) {strict};
CREATE INDEX login_by_person ON login (person_id, started_at, token_digest);
CREATE INDEX login_by_end ON login (ends_at, token_digest);

CREATE TABLE recovery_code (
    person_id {uuid} NOT NULL,
    digest TEXT NOT NULL,
    used_at {time},
    PRIMARY KEY (person_id, digest)
) {strict};

CREATE TABLE password_reset (
    token_digest TEXT NOT NULL,
    person_id {uuid} NOT NULL,
    ends_at {time} NOT NULL,
    PRIMARY KEY (token_digest)
) {strict};
CREATE INDEX password_reset_by_person ON password_reset (person_id, token_digest);

-- Who an identity provider says that somebody is.
CREATE TABLE outside_identity (
    issuer TEXT NOT NULL,
    subject_digest TEXT NOT NULL,
    person_id {uuid} NOT NULL,
    since {time} NOT NULL,
    PRIMARY KEY (issuer, subject_digest)
) {strict};
CREATE INDEX outside_identity_by_person ON outside_identity (person_id, issuer, subject_digest);
