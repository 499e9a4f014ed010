-- SPDX-License-Identifier: EUPL-1.2
-- Places of the social base, one row for each kind that a thing is. Reference data. Entrances and outline are [[lon,lat],...].
CREATE TABLE place (
    dataset_id {uuid} NOT NULL,
    category TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    lon {real} NOT NULL,
    lat {real} NOT NULL,
    entrances TEXT NOT NULL,
    outline TEXT NOT NULL,
    address TEXT NOT NULL,
    opening_hours TEXT NOT NULL,
    wheelchair TEXT NOT NULL,
    source_url TEXT NOT NULL,
    PRIMARY KEY (dataset_id, category, id)
) {strict};

CREATE INDEX place_by_id ON place (id, dataset_id);
