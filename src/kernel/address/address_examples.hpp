// SPDX-License-Identifier: EUPL-1.2
// Real addresses to test with: streets of the municipality of Kampen with some of their numbers and postcodes.
// (c) OpenStreetMap contributors, Open Database Licence 1.0, openstreetmap.org/copyright. Two streets at the end are made up.
#pragma once

#include "kernel/address/address.hpp"

#include "base/text.hpp"

namespace wf::address {

struct ExampleStreet {
    std::string_view street;
    std::string_view place;
    std::string_view numbers; ///< "number:postcode number:postcode"
};

inline constexpr ExampleStreet example_streets[] = {
    {"1e Ebbingestraat", "Kampen",
     "10:8261XC 10A:8261XC 11H:8261XC 16:8261XC 22:8261XC 27:8261XC 32:8261XC 38:8261XD 42-GR:8261XD 43:8261XD"},
    {"2e Ebbingestraat", "Kampen",
     "1:8261VV 1A-01:8261VV 1A-05:8261VV 9:8261VV 17:8261VV 25:8261VV 32A-II:8261VW 33:8261VW 41:8261VW 49:8261VW"},
    {"3e Ebbingestraat", "Kampen", "1:8261VP 9:8261VP 17:8261VP 25:8261VR 33:8261VR 41:8261VR 50:8261VR"},
    {"Noordweg", "Kampen",
     "1-01:8262BM 1-32:8262BM 2:8262BS 32:8262BS 61:8262BP 82:8262BV 103:8262BR 126:8262BW 148-I:8262BX 160:8262BX"},
    {"Oudestraat", "Kampen",
     "1:8261CC 2A:8261CP 45:8261CE 84:8261CV 125:8261CK 156-II:8261CZ 168:8261CZ 213:8261CM 264:8261CB 264-I:8261CB"},
    {"Hofstraat", "Kampen",
     "5:8261BW 6-I:8261BZ 25:8261BW 41:8261BW 41-01:8261BW 62:8261BB 78:8261BB 99:8261BX 128:8261BP 128A:8261BP"},
    {"Boven Hofstraat", "Kampen",
     "1:8261KD 4:8261KD 6-GR:8261KD 11:8261KD 16:8261KD 18-GR02:8261KD 20:8261KD 23:8261KD 27-GR:8261KD 28:8261KD"},
    {"Buiten Hofstraat", "Kampen", "1:8261BD 16:8261BG 23:8261BD 37:8261BD 47:8261BD 73:8261BE 85-GR:8261BE 93:8261BE"},
    {"Boven Nieuwstraat", "Kampen",
     "1:8261HA 4-I:8261HD 23:8261HA 51-11:8261HA 52:8261HE 72:8261HE 92:8261HG 109:8261HC 121B:8261HC 126:8261HH"},
    {"Buiten Nieuwstraat", "Kampen",
     "1:8261AP 1-01:8261AP 20:8261AV 41:8261AR 58-1:8261AW 62:8261AW 81:8261AS 99:8261AS 130-I:8261AZ 136:8261AZ"},
    {"IJsselkade", "Kampen",
     "1:8261AB 1-to:8261AB 15:8261AB 28:8261AC 41:8261AE 46C:8261AE 54:8261AG 72:8261AH 84-to:8261AH 90:8261AJ"},
    {"IJsseldijk", "Kampen",
     "1:8266AD 2-I:8261LK 12:8261LK 12A:8261LK 21:8266AD 31:8266AD 32B:8261LK 52:8261LK 70:8261LM 94:8261LM"},
    {"Voorstraat", "Kampen",
     "1:8261HP 2-I:8261HS 24-47:8261HS 25:8261HP 47:8261HP 68:8261HT 91:8261HR 107:8261HR 123-I:8261HR 128:8261HV"},
    {"Voorstraat", "Grafhorst",
     "1D:8277AJ 1E:8277AJ 2:8277AK 3:8277AJ 4:8277AK 6:8277AK 10:8277AK 12:8277AK 14:8277AK"},
    {"Dorpsweg", "IJsselmuiden",
     "1:8271BJ 2A:8271BM 15:8271BJ 38:8271BN 41A:8271BJ 55:8271BK 72:8271BN 88:8271BP 102B:8271BP 106:8271BP"},
    {"Dorpsweg", "Wilsum",
     "1:8274AD 6A:8274AE 15:8274AD 27:8274AD 40:8274AE 56A:8274AG 60:8274AG 90:8274AH 124:8274AH 124A:8274AH"},
    {"Koraal", "Kampen", "1:8265RS 4:8265RS 8:8265RS 12:8265RS 16:8265RS 24:8265RS 32:8265RS"},
    {"Koraal", "IJsselmuiden", "1:8271KA 13:8271KA 25:8271KA 38:8271KA 54:8271KB 70:8271KB 85:8271KB"},
    {"Frieseweg", "Kampen", "3:8267AD 4:8267AD 4-by:8267AD 6:8267AD 8:8267AD 10:8267AD 13:8267AD 19:8267AD"},
    {"Frieseweg", "IJsselmuiden",
     "1:8271PA 1A:8271PA 2:8271PA 7:8271PA 11:8271PA 13:8271PA 17:8271PA 17A:8271PA 23:8271PA"},
    {"Burgemeester van Engelenweg", "IJsselmuiden",
     "1:8271AK 35:8271AK 52A:8271AT 64:8271AT 71-GR10:8271AL 92:8271AV 120:8271AV 149:8271AN 203C:8271AR 213:8271AR"},
    {"Burgemeester Berghuisplein", "Kampen", "1:8261DD 2:8261DD"},
    {"Burgemeester Van Tuinenplein", "Kampen", "1:8265TJ 18:8265TJ 38:8265TJ 58:8265TJ 78:8265TJ 98:8265TJ 120:8265TJ"},
    {"Burgwal", "Kampen",
     "1:8261EM 5-1:8261EM 22:8261EN 45-224:8261EP 55:8261EP 78:8261ES 101:8261ET 122:8261EV 141-I:8261EW 145:8261EW"},
    {"Doctor Kolfflaan", "Kampen", "20:8264DT 36:8264DT 53:8264DK 73:8264DK 89:8264CB 105:8264CB 125:8264CB"},
    {"Dokter Jacobzehof", "Kampen", "2:8264BW 4:8264BW 6:8264BW 8:8264BW 10:8264BW 12:8264BW 16:8264BW"},
    {"Dominee Overduinhof", "Kampen", "1:8264CH 3:8264CH 7:8264CH 11:8264CH 15:8264CH 19:8264CH 23:8264CH"},
    {"Professor K. Schilderhof", "Kampen",
     "1:8264BM 12:8264BN 14-GR:8264BN 24:8264BN 36:8264BN 47:8264BM 67:8264BL 67A:8264BL 69-GR05:8264BL 91:8264BL"},
    {"Juffrouw Hendrikslaan", "Kampen", "1:8265TK 5:8265TK 9:8265TK 13:8265TK 17:8265TK 21:8265TK 26:8265TK"},
    {"Meester Diepeveenlaan", "IJsselmuiden", "1:8271CT 2:8271CT 3:8271CT 4:8271CT 5:8271CT"},
    {"Ingenieur B.P.G. van Diggelenkade", "Kampen", "1:8267AC 3:8267AC 5:8267AC 7:8267AC 9:8267AC 11:8267AC"},
    {"J.H. Koksingel", "Kampen", "1:8262VZ"},
    {"L. Huismanstraat", "Kampen", "2:8266CW 7:8266CX 13:8266CX 22:8266CW 34:8266CW 46:8266CX 58:8266CX"},
    {"Koning Abelsingel", "Kampen", "2:8262VB 12:8262VB 24:8262VB 36:8262VB 46:8262VB 58:8262VB 70:8262VB"},
    {"Sint Jacobstraat", "Kampen",
     "1:8261GX 1A:8261GX 7:8261GX 14:8261GX 21:8261GX 27:8261GX 32C:8261GX 34:8261GX 40-I:8261GX 48:8261GX"},
    {"Sint Nicolaasdijk", "Kampen",
     "3:8262CD 27:8262CD 50:8262CB 72:8264AD 81A:8264AE 85A:8264AE 106:8264AD 140:8264AD 179:8264AG"},
    {"van der Mijlestraat", "Kampen", "1:8266DC 3:8266DC 6:8266DC 8:8266DC 11:8266DC 13:8266DC 16:8266DC"},
    {"van Gelderplantsoen", "Kampen",
     "1:8266HC 1A:8266HC 1B:8266HC 13:8266HC 25:8266HC 38:8266HA 50:8266HA 62:8266HB 75:8266HD"},
    {"van Oss-straat", "Kampen",
     "1:8265XH 5:8265XH 10:8265XG 13-GR01:8265XH 13-GR06:8265XH 13-GR12:8265XH 15:8265XH 20:8265XG 24:8265XG 29:8265XH"},
    {"de la Sablonièrekade", "Kampen", "1:8261JN 6:8261JN 12:8261JP 17:8261JP 23:8261JR 29:8261JR 35:8261JR"},
    {"Galléstraat", "Kampen",
     "1:8266CV 9:8266CV 17:8266CV 25:8266CV 33:8266CV 41:8266CV 51:8266CV 51-GR01:8266CV 51-GR10:8266CV 51-GR20:8266CV"},
    {"Loriéstraat", "Kampen",
     "4:8265WX 12-GR01:8265WX 52:8265WX 94:8265WB 96-GR03:8265WC 136:8265WC 178:8265WD 180-GR05:8265WE 220:8265WE 262:8265WG"},
    {"Floris V straat", "Kampen",
     "1:8265WV 5:8265WV 9:8265WV 14:8265WT 18:8265WT 19-GR01:8265WV 19-GR02:8265WV 22:8265WT 30:8265WT"},
    {"Groen van Prinstererstraat", "Kampen", "1:8262SP 3:8262SP 5:8262SP 7:8262SP 9:8262SP 11:8262SP 15:8262SP"},
    {"Albert Schweitzerlaan", "IJsselmuiden",
     "1:8271CZ 6:8271CZ 11:8271CZ 12-GR01:8271CZ 12-GR04:8271CZ 12-GR06:8271CZ 16:8271CZ 24:8271CZ 34:8271CZ 44:8271CZ"},
    {"Europa-allee", "Kampen",
     "2:8265VB 4:8265VB 6:8265VB 6A:8265VB 8:8265VB 8C:8265VB 10:8265VB 10C:8265VB 12:8265VB"},
    {"Aïda", "Kampen", "1:8265TG 4:8265TG 8:8265TG 12:8265TG 16:8265TG 20:8265TG 25:8265TG"},
    {"De Arend", "Kampen",
     "1:8265NK 1A:8265NK 2A:8265NK 2B:8265NK 9:8265NK 21:8265NK 31:8265NK 43:8265NK 53:8265NK 65:8265NK"},
    {"Schapensteeg", "Kampen",
     "1-I:8261BH 2:8261BJ 7:8261BH 10-03:8261BJ 11:8261BH 17:8261BH 21:8261BH 26:8261BJ 26-I:8261BJ 35:8261BH"},
    {"Geerstraat", "Kampen",
     "1:8261HL 1-1:8261HL 8:8261HM 16:8261HM 22:8261HM 23-I:8261HL 30:8261HM 36:8261HM 41-I:8261HL 42:8261HM"},
    {"Vloeddijk", "Kampen",
     "1:8261GA 1-1:8261GA 27:8261GB 57:8261GD 57B-01:8261GD 83:8261GE 108:8261GJ 138:8261GK 159D:8261GM 170:8261GM"},
    {"Baan", "IJsselmuiden",
     "1:8271BD 2A:8271BE 13:8271BD 25:8271BD 25A:8271BD 33C:8271BD 39:8271BD 52:8271BG 74:8271BG 98:8271BG"},
    // Made up.
    {"Burgemeester van de Veldelaan", "Kampen", "1:8266ZZ 3:8266ZZ 12-A:8266ZZ"},
    {"Plein 1945", "Kampen", "1:8266ZY 3:8266ZY 12 bis:8266ZY 12-2:8266ZY"},
};

inline std::vector<Entry> example_entries()
{
    std::vector<Entry> entries;
    for (auto const& [street, place, numbers] : example_streets) {
        for (std::string_view rest = numbers; !rest.empty();) {
            // A postcode has six letters; a number can hold a blank.
            std::size_t const colon = rest.find(':');
            entries.push_back({street, rest.substr(0, colon), rest.substr(colon + 1, 6), place});
            rest = trim(rest.substr(colon + 7));
        }
    }
    return entries;
}

} // namespace wf::address
