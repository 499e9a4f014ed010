// SPDX-License-Identifier: EUPL-1.2
// The one script of every page. Everything works without it.
import { offerMaps } from "./ask_for_map";
import { keepDrafts } from "./draft";
import { newPiece } from "./map_place";
import { helpWithPasswords } from "./password";
import { keepRenewing } from "./renew";
import { copyShares } from "./share";
import { startSorting } from "./sort";

startSorting();
copyShares();
keepDrafts();
helpWithPasswords();
offerMaps();
keepRenewing();
document.addEventListener(newPiece, (event) => {
  const part = (event as CustomEvent<HTMLElement>).detail;
  startSorting(part);
  offerMaps(part);
});
