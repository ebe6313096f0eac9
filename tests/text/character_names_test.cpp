#include "text/character_names.h"

#include <doctest/doctest.h>

namespace lockstep {

TEST_CASE("Characters are found by their names") {
  CHECK(character_by_name("SPACE") == U' ');
  CHECK(character_by_name("BULLET") == U'\u2022');
  CHECK(character_by_name("latin small letter e with acute") == U'\u00e9');
  CHECK(character_by_name("GREEK SMALL LETTER LAMDA") == U'\u03bb');
  CHECK(character_by_name("SNOWMAN") == U'\u2603');
  CHECK(character_by_name("PILE OF POO") == U'\U0001F4A9');
  CHECK(character_by_name("EGYPTIAN HIEROGLYPH A001") == U'\U00013000');
  CHECK(character_by_name("VARIATION SELECTOR-256") == U'\U000E01EF');
}

TEST_CASE("Names are made of numbers and of letters") {
  CHECK(character_by_name("CJK UNIFIED IDEOGRAPH-4E00") == U'\u4e00');
  CHECK(character_by_name("CJK UNIFIED IDEOGRAPH-2A6D6") == U'\U0002A6D6');
  CHECK(character_by_name("CJK UNIFIED IDEOGRAPH-1234") == std::nullopt);
  CHECK(character_by_name("HANGUL SYLLABLE GA") == U'\uac00');
  CHECK(character_by_name("HANGUL SYLLABLE HIH") == U'\ud7a3');
  CHECK(character_by_name("HANGUL SYLLABLE EO") == U'\uc5b4');
}

TEST_CASE("Control characters have aliases; the rest is unknown") {
  CHECK(character_by_name("LINE FEED") == U'\n');
  CHECK(character_by_name("NULL") == U'\0');
  CHECK(character_by_name("BELL") == U'\U0001F514');
  CHECK(character_by_name("foo") == std::nullopt);
  CHECK(character_by_name("BULLET ") == std::nullopt);
  CHECK(character_by_name("LATIN SMALL") == std::nullopt);
}

}  // namespace lockstep
