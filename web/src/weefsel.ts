// SPDX-License-Identifier: EUPL-1.2
// The one script of a page. Everything works without it.
import { startSorting } from "./sort";

startSorting();
