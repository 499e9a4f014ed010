-- SPDX-License-Identifier: EUPL-1.2
-- What an administrator chose on a page, of the settings that may be chosen there; of the whole installation, so without a workspace.
CREATE TABLE site_choice (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    chosen_at {time} NOT NULL,
    PRIMARY KEY (name)
) {strict};
