# SPDX-License-Identifier: EUPL-1.2
# needs: nodejs=node chromium=chromium
# The map with streets in a real browser: ./wf bench map
exec node bench/map.mjs build/release/weefsel
