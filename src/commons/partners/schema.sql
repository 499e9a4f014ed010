-- SPDX-License-Identifier: EUPL-1.2
-- With whom a werkplaats works: organisations, never persons. Nothing is deleted; what no longer holds is retired.
-- What is known of a werkplaats itself, each with where it was read and when; no row: unknown.
CREATE TABLE workspace_fact (
    workspace_id {uuid} NOT NULL,
    name TEXT NOT NULL,
    content {json} NOT NULL,
    version {int} NOT NULL,
    changed_on TEXT NOT NULL,
    PRIMARY KEY (workspace_id, name)
) {strict};

CREATE TABLE workspace_theme (
    workspace_id {uuid} NOT NULL,
    theme_id {uuid} NOT NULL,
    words TEXT NOT NULL,
    national_theme TEXT NOT NULL,
    source TEXT NOT NULL,
    looked_on TEXT NOT NULL,
    is_checked {bool} NOT NULL,
    is_retired {bool} NOT NULL,
    made_on TEXT NOT NULL,
    PRIMARY KEY (workspace_id, theme_id)
) {strict};

-- What a werkplaats calls a thing that others call otherwise.
CREATE TABLE workspace_word (
    workspace_id {uuid} NOT NULL,
    term TEXT NOT NULL,
    content {json} NOT NULL,
    version {int} NOT NULL,
    changed_on TEXT NOT NULL,
    PRIMARY KEY (workspace_id, term)
) {strict};

-- `content` has all its texts by their names; kind and field are among them.
CREATE TABLE partner (
    workspace_id {uuid} NOT NULL,
    partner_id {uuid} NOT NULL,
    sort_key TEXT NOT NULL,
    content {json} NOT NULL,
    version {int} NOT NULL,
    is_retired {bool} NOT NULL,
    is_invented {bool} NOT NULL,
    made_on TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    PRIMARY KEY (workspace_id, partner_id)
) {strict};

-- One name stands for one partner, as long as it is there.
CREATE UNIQUE INDEX partner_by_name ON partner (workspace_id, sort_key) WHERE NOT is_retired;

-- Two partners that work together; the smaller id first, for a line has no direction.
CREATE TABLE partner_tie (
    workspace_id {uuid} NOT NULL,
    tie_id {uuid} NOT NULL,
    one_id {uuid} NOT NULL,
    other_id {uuid} NOT NULL,
    about TEXT NOT NULL,
    since TEXT NOT NULL,
    said_by TEXT NOT NULL,
    is_retired {bool} NOT NULL,
    made_on TEXT NOT NULL,
    PRIMARY KEY (workspace_id, tie_id)
) {strict};

CREATE UNIQUE INDEX partner_tie_once ON partner_tie (workspace_id, one_id, other_id, about) WHERE NOT is_retired;
