-- SPDX-License-Identifier: EUPL-1.2
-- The walking network of a dataset in one piece (see kernel/reach/codec.hpp), and the homes that stand in it. Reference data.
CREATE TABLE network (
    dataset_id {uuid} NOT NULL PRIMARY KEY,
    west {real} NOT NULL,
    south {real} NOT NULL,
    east {real} NOT NULL,
    north {real} NOT NULL,
    content {bytes} NOT NULL
) {strict};

-- Positions of a dataset count from 0 without holes. Longitude and latitude in 1e-7 degrees.
CREATE TABLE home (
    dataset_id {uuid} NOT NULL,
    position {int} NOT NULL,
    osm_type TEXT NOT NULL CHECK (osm_type IN ('n', 'w', 'r')),
    osm_id {int} NOT NULL,
    lon {int} NOT NULL,
    lat {int} NOT NULL,
    street TEXT NOT NULL,
    street_key TEXT NOT NULL,
    number TEXT NOT NULL,
    postcode TEXT NOT NULL,
    PRIMARY KEY (dataset_id, position)
) {strict};

CREATE INDEX home_by_street ON home (dataset_id, street_key);
