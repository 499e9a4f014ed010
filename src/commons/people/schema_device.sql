-- SPDX-License-Identifier: EUPL-1.2
-- With which browsers somebody logged in of late, so that a login with another one can be told to them. The same words as in `login`,
-- whose rows go when a login ends.
CREATE TABLE login_device (
    person_id {uuid} NOT NULL,
    device TEXT NOT NULL,
    last_at {time} NOT NULL,
    PRIMARY KEY (person_id, device)
) {strict};
INSERT INTO login_device (person_id, device, last_at)
    SELECT person_id, device, max(started_at) FROM login WHERE NOT waits_for_code GROUP BY person_id, device;
