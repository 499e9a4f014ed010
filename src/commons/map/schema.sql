-- SPDX-License-Identifier: EUPL-1.2
-- The map of a dataset: where it lies and what its layers hold, and its squares. Reference data.
CREATE TABLE map_sheet (
    dataset_id {uuid} NOT NULL PRIMARY KEY,
    west {real} NOT NULL,
    south {real} NOT NULL,
    east {real} NOT NULL,
    north {real} NOT NULL,
    zoom_from {int} NOT NULL,
    zoom_to {int} NOT NULL,
    layers {json} NOT NULL
) {strict};

-- As MBTiles 1.3: rows count from the south, the data are a vector tile in gzip. A square without things is no row.
CREATE TABLE map_tile (
    dataset_id {uuid} NOT NULL,
    zoom_level {int} NOT NULL,
    tile_column {int} NOT NULL,
    tile_row {int} NOT NULL,
    tile_data {bytes} NOT NULL,
    PRIMARY KEY (dataset_id, zoom_level, tile_column, tile_row)
) {strict};
