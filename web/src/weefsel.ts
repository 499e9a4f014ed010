// SPDX-License-Identifier: EUPL-1.2
// The one script of every page. Everything works without it.
import { offerMaps } from "./ask_for_map";
import { startSorting } from "./sort";

startSorting();
offerMaps();
