-- SPDX-License-Identifier: EUPL-1.2
-- Municipalities, districts and neighbourhoods as one dataset of one year gave them. Reference data: shared by all workspaces.
CREATE TABLE area (
    dataset_id {uuid} NOT NULL,
    code TEXT NOT NULL,
    year {int} NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('municipality', 'district', 'neighbourhood')),
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    parent TEXT NOT NULL,
    municipality TEXT NOT NULL,
    has_outline {bool} NOT NULL,
    outline TEXT NOT NULL,
    PRIMARY KEY (dataset_id, code)
) {strict};

CREATE INDEX area_by_code ON area (code, year, dataset_id);
CREATE INDEX area_by_municipality ON area (municipality, level, year);
CREATE INDEX area_by_parent ON area (parent, level, year);
CREATE INDEX area_by_level ON area (level, year);
