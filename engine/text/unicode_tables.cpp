// Written by make_unicode_tables.py; do not edit.
// Unicode 14.0.0.
// clang-format off
#include "text/unicode_tables.h"

namespace lockstep::unicode_tables {

namespace {

constexpr CodePointRange kDigitsBeyondDecimalsRows[] = {
    {0x00b2, 0x00b3}, {0x00b9, 0x00b9}, {0x1369, 0x1371}, {0x19da, 0x19da}, {0x2070, 0x2070},
    {0x2074, 0x2079}, {0x2080, 0x2089}, {0x2460, 0x2468}, {0x2474, 0x247c}, {0x2488, 0x2490},
    {0x24ea, 0x24ea}, {0x24f5, 0x24fd}, {0x24ff, 0x24ff}, {0x2776, 0x277e}, {0x2780, 0x2788},
    {0x278a, 0x2792}, {0x10a40, 0x10a43}, {0x10e60, 0x10e68}, {0x11052, 0x1105a},
    {0x1f100, 0x1f10a},
};

constexpr CodePointRange kNumericBeyondDigitsRows[] = {
    {0x00bc, 0x00be}, {0x09f4, 0x09f9}, {0x0b72, 0x0b77}, {0x0bf0, 0x0bf2}, {0x0c78, 0x0c7e},
    {0x0d58, 0x0d5e}, {0x0d70, 0x0d78}, {0x0f2a, 0x0f33}, {0x1372, 0x137c}, {0x16ee, 0x16f0},
    {0x17f0, 0x17f9}, {0x2150, 0x2182}, {0x2185, 0x2189}, {0x2469, 0x2473}, {0x247d, 0x2487},
    {0x2491, 0x249b}, {0x24eb, 0x24f4}, {0x24fe, 0x24fe}, {0x277f, 0x277f}, {0x2789, 0x2789},
    {0x2793, 0x2793}, {0x2cfd, 0x2cfd}, {0x3007, 0x3007}, {0x3021, 0x3029}, {0x3038, 0x303a},
    {0x3192, 0x3195}, {0x3220, 0x3229}, {0x3248, 0x324f}, {0x3251, 0x325f}, {0x3280, 0x3289},
    {0x32b1, 0x32bf}, {0x3405, 0x3405}, {0x3483, 0x3483}, {0x382a, 0x382a}, {0x3b4d, 0x3b4d},
    {0x4e00, 0x4e00}, {0x4e03, 0x4e03}, {0x4e07, 0x4e07}, {0x4e09, 0x4e09}, {0x4e5d, 0x4e5d},
    {0x4e8c, 0x4e8c}, {0x4e94, 0x4e94}, {0x4e96, 0x4e96}, {0x4ebf, 0x4ec0}, {0x4edf, 0x4edf},
    {0x4ee8, 0x4ee8}, {0x4f0d, 0x4f0d}, {0x4f70, 0x4f70}, {0x5104, 0x5104}, {0x5146, 0x5146},
    {0x5169, 0x5169}, {0x516b, 0x516b}, {0x516d, 0x516d}, {0x5341, 0x5341}, {0x5343, 0x5345},
    {0x534c, 0x534c}, {0x53c1, 0x53c4}, {0x56db, 0x56db}, {0x58f1, 0x58f1}, {0x58f9, 0x58f9},
    {0x5e7a, 0x5e7a}, {0x5efe, 0x5eff}, {0x5f0c, 0x5f0e}, {0x5f10, 0x5f10}, {0x62fe, 0x62fe},
    {0x634c, 0x634c}, {0x67d2, 0x67d2}, {0x6f06, 0x6f06}, {0x7396, 0x7396}, {0x767e, 0x767e},
    {0x8086, 0x8086}, {0x842c, 0x842c}, {0x8cae, 0x8cae}, {0x8cb3, 0x8cb3}, {0x8d30, 0x8d30},
    {0x9621, 0x9621}, {0x9646, 0x9646}, {0x964c, 0x964c}, {0x9678, 0x9678}, {0x96f6, 0x96f6},
    {0xa6e6, 0xa6ef}, {0xa830, 0xa835}, {0xf96b, 0xf96b}, {0xf973, 0xf973}, {0xf978, 0xf978},
    {0xf9b2, 0xf9b2}, {0xf9d1, 0xf9d1}, {0xf9d3, 0xf9d3}, {0xf9fd, 0xf9fd}, {0x10107, 0x10133},
    {0x10140, 0x10178}, {0x1018a, 0x1018b}, {0x102e1, 0x102fb}, {0x10320, 0x10323},
    {0x10341, 0x10341}, {0x1034a, 0x1034a}, {0x103d1, 0x103d5}, {0x10858, 0x1085f},
    {0x10879, 0x1087f}, {0x108a7, 0x108af}, {0x108fb, 0x108ff}, {0x10916, 0x1091b},
    {0x109bc, 0x109bd}, {0x109c0, 0x109cf}, {0x109d2, 0x109ff}, {0x10a44, 0x10a48},
    {0x10a7d, 0x10a7e}, {0x10a9d, 0x10a9f}, {0x10aeb, 0x10aef}, {0x10b58, 0x10b5f},
    {0x10b78, 0x10b7f}, {0x10ba9, 0x10baf}, {0x10cfa, 0x10cff}, {0x10e69, 0x10e7e},
    {0x10f1d, 0x10f26}, {0x10f51, 0x10f54}, {0x10fc5, 0x10fcb}, {0x1105b, 0x11065},
    {0x111e1, 0x111f4}, {0x1173a, 0x1173b}, {0x118ea, 0x118f2}, {0x11c5a, 0x11c6c},
    {0x11fc0, 0x11fd4}, {0x12400, 0x1246e}, {0x16b5b, 0x16b61}, {0x16e80, 0x16e96},
    {0x1d2e0, 0x1d2f3}, {0x1d360, 0x1d378}, {0x1e8c7, 0x1e8cf}, {0x1ec71, 0x1ecab},
    {0x1ecad, 0x1ecaf}, {0x1ecb1, 0x1ecb4}, {0x1ed01, 0x1ed2d}, {0x1ed2f, 0x1ed3d},
    {0x1f10b, 0x1f10c}, {0x20001, 0x20001}, {0x20064, 0x20064}, {0x200e2, 0x200e2},
    {0x20121, 0x20121}, {0x2092a, 0x2092a}, {0x20983, 0x20983}, {0x2098c, 0x2098c},
    {0x2099c, 0x2099c}, {0x20aea, 0x20aea}, {0x20afd, 0x20afd}, {0x20b19, 0x20b19},
    {0x22390, 0x22390}, {0x22998, 0x22998}, {0x23b1b, 0x23b1b}, {0x2626d, 0x2626d},
    {0x2f890, 0x2f890},
};

constexpr CodePointRange kUpperBeyondLettersRows[] = {
    {0x2160, 0x216f}, {0x24b6, 0x24cf}, {0x1f130, 0x1f149}, {0x1f150, 0x1f169}, {0x1f170, 0x1f189},
};

constexpr CodePointRange kLowerBeyondLettersRows[] = {
    {0x00aa, 0x00aa}, {0x00ba, 0x00ba}, {0x02b0, 0x02b8}, {0x02c0, 0x02c1}, {0x02e0, 0x02e4},
    {0x0345, 0x0345}, {0x037a, 0x037a}, {0x1d2c, 0x1d6a}, {0x1d78, 0x1d78}, {0x1d9b, 0x1dbf},
    {0x2071, 0x2071}, {0x207f, 0x207f}, {0x2090, 0x209c}, {0x2170, 0x217f}, {0x24d0, 0x24e9},
    {0x2c7c, 0x2c7d}, {0xa69c, 0xa69d}, {0xa770, 0xa770}, {0xa7f8, 0xa7f9}, {0xab5c, 0xab5f},
    {0x10780, 0x10780}, {0x10783, 0x10785}, {0x10787, 0x107b0}, {0x107b2, 0x107ba},
};

constexpr CodePointRange kCaseIgnorableBeyondCategoriesRows[] = {
    {0x0027, 0x0027}, {0x002e, 0x002e}, {0x003a, 0x003a}, {0x00b7, 0x00b7}, {0x0387, 0x0387},
    {0x055f, 0x055f}, {0x05f4, 0x05f4}, {0x2018, 0x2019}, {0x2024, 0x2024}, {0x2027, 0x2027},
    {0xfe13, 0xfe13}, {0xfe52, 0xfe52}, {0xfe55, 0xfe55}, {0xff07, 0xff07}, {0xff0e, 0xff0e},
    {0xff1a, 0xff1a},
};

constexpr CodePointRange kIdentifierStartExceptionsRows[] = {
    {0x037a, 0x037a}, {0x0e33, 0x0e33}, {0x0eb3, 0x0eb3}, {0x1885, 0x1886}, {0x2118, 0x2118},
    {0x212e, 0x212e}, {0x2e2f, 0x2e2f}, {0xfc5e, 0xfc63}, {0xfdfa, 0xfdfb}, {0xfe70, 0xfe70},
    {0xfe72, 0xfe72}, {0xfe74, 0xfe74}, {0xfe76, 0xfe76}, {0xfe78, 0xfe78}, {0xfe7a, 0xfe7a},
    {0xfe7c, 0xfe7c}, {0xfe7e, 0xfe7e}, {0xff9e, 0xff9f},
};

constexpr CodePointRange kIdentifierContinueExceptionsRows[] = {
    {0x00b7, 0x00b7}, {0x037a, 0x037a}, {0x0387, 0x0387}, {0x1369, 0x1371}, {0x19da, 0x19da},
    {0x2118, 0x2118}, {0x212e, 0x212e}, {0x2e2f, 0x2e2f}, {0xfc5e, 0xfc63}, {0xfdfa, 0xfdfb},
    {0xfe70, 0xfe70}, {0xfe72, 0xfe72}, {0xfe74, 0xfe74}, {0xfe76, 0xfe76}, {0xfe78, 0xfe78},
    {0xfe7a, 0xfe7a}, {0xfe7c, 0xfe7c}, {0xfe7e, 0xfe7e},
};

constexpr SpecialCasing kSpecialCasingsRows[] = {
    {0x00df, "S" "S", "S" "s"},
    {0x0149, "\xca\xbc" "N", "\xca\xbc" "N"},
    {0x01f0, "J" "\xcc\x8c", "J" "\xcc\x8c"},
    {0x0390, "\xce\x99" "\xcc\x88" "\xcc\x81", "\xce\x99" "\xcc\x88" "\xcc\x81"},
    {0x03b0, "\xce\xa5" "\xcc\x88" "\xcc\x81", "\xce\xa5" "\xcc\x88" "\xcc\x81"},
    {0x0587, "\xd4\xb5" "\xd5\x92", "\xd4\xb5" "\xd6\x82"},
    {0x1e96, "H" "\xcc\xb1", "H" "\xcc\xb1"},
    {0x1e97, "T" "\xcc\x88", "T" "\xcc\x88"},
    {0x1e98, "W" "\xcc\x8a", "W" "\xcc\x8a"},
    {0x1e99, "Y" "\xcc\x8a", "Y" "\xcc\x8a"},
    {0x1e9a, "A" "\xca\xbe", "A" "\xca\xbe"},
    {0x1f50, "\xce\xa5" "\xcc\x93", "\xce\xa5" "\xcc\x93"},
    {0x1f52, "\xce\xa5" "\xcc\x93" "\xcc\x80", "\xce\xa5" "\xcc\x93" "\xcc\x80"},
    {0x1f54, "\xce\xa5" "\xcc\x93" "\xcc\x81", "\xce\xa5" "\xcc\x93" "\xcc\x81"},
    {0x1f56, "\xce\xa5" "\xcc\x93" "\xcd\x82", "\xce\xa5" "\xcc\x93" "\xcd\x82"},
    {0x1f80, "\xe1\xbc\x88" "\xce\x99", "\xe1\xbe\x88"},
    {0x1f81, "\xe1\xbc\x89" "\xce\x99", "\xe1\xbe\x89"},
    {0x1f82, "\xe1\xbc\x8a" "\xce\x99", "\xe1\xbe\x8a"},
    {0x1f83, "\xe1\xbc\x8b" "\xce\x99", "\xe1\xbe\x8b"},
    {0x1f84, "\xe1\xbc\x8c" "\xce\x99", "\xe1\xbe\x8c"},
    {0x1f85, "\xe1\xbc\x8d" "\xce\x99", "\xe1\xbe\x8d"},
    {0x1f86, "\xe1\xbc\x8e" "\xce\x99", "\xe1\xbe\x8e"},
    {0x1f87, "\xe1\xbc\x8f" "\xce\x99", "\xe1\xbe\x8f"},
    {0x1f88, "\xe1\xbc\x88" "\xce\x99", "\xe1\xbe\x88"},
    {0x1f89, "\xe1\xbc\x89" "\xce\x99", "\xe1\xbe\x89"},
    {0x1f8a, "\xe1\xbc\x8a" "\xce\x99", "\xe1\xbe\x8a"},
    {0x1f8b, "\xe1\xbc\x8b" "\xce\x99", "\xe1\xbe\x8b"},
    {0x1f8c, "\xe1\xbc\x8c" "\xce\x99", "\xe1\xbe\x8c"},
    {0x1f8d, "\xe1\xbc\x8d" "\xce\x99", "\xe1\xbe\x8d"},
    {0x1f8e, "\xe1\xbc\x8e" "\xce\x99", "\xe1\xbe\x8e"},
    {0x1f8f, "\xe1\xbc\x8f" "\xce\x99", "\xe1\xbe\x8f"},
    {0x1f90, "\xe1\xbc\xa8" "\xce\x99", "\xe1\xbe\x98"},
    {0x1f91, "\xe1\xbc\xa9" "\xce\x99", "\xe1\xbe\x99"},
    {0x1f92, "\xe1\xbc\xaa" "\xce\x99", "\xe1\xbe\x9a"},
    {0x1f93, "\xe1\xbc\xab" "\xce\x99", "\xe1\xbe\x9b"},
    {0x1f94, "\xe1\xbc\xac" "\xce\x99", "\xe1\xbe\x9c"},
    {0x1f95, "\xe1\xbc\xad" "\xce\x99", "\xe1\xbe\x9d"},
    {0x1f96, "\xe1\xbc\xae" "\xce\x99", "\xe1\xbe\x9e"},
    {0x1f97, "\xe1\xbc\xaf" "\xce\x99", "\xe1\xbe\x9f"},
    {0x1f98, "\xe1\xbc\xa8" "\xce\x99", "\xe1\xbe\x98"},
    {0x1f99, "\xe1\xbc\xa9" "\xce\x99", "\xe1\xbe\x99"},
    {0x1f9a, "\xe1\xbc\xaa" "\xce\x99", "\xe1\xbe\x9a"},
    {0x1f9b, "\xe1\xbc\xab" "\xce\x99", "\xe1\xbe\x9b"},
    {0x1f9c, "\xe1\xbc\xac" "\xce\x99", "\xe1\xbe\x9c"},
    {0x1f9d, "\xe1\xbc\xad" "\xce\x99", "\xe1\xbe\x9d"},
    {0x1f9e, "\xe1\xbc\xae" "\xce\x99", "\xe1\xbe\x9e"},
    {0x1f9f, "\xe1\xbc\xaf" "\xce\x99", "\xe1\xbe\x9f"},
    {0x1fa0, "\xe1\xbd\xa8" "\xce\x99", "\xe1\xbe\xa8"},
    {0x1fa1, "\xe1\xbd\xa9" "\xce\x99", "\xe1\xbe\xa9"},
    {0x1fa2, "\xe1\xbd\xaa" "\xce\x99", "\xe1\xbe\xaa"},
    {0x1fa3, "\xe1\xbd\xab" "\xce\x99", "\xe1\xbe\xab"},
    {0x1fa4, "\xe1\xbd\xac" "\xce\x99", "\xe1\xbe\xac"},
    {0x1fa5, "\xe1\xbd\xad" "\xce\x99", "\xe1\xbe\xad"},
    {0x1fa6, "\xe1\xbd\xae" "\xce\x99", "\xe1\xbe\xae"},
    {0x1fa7, "\xe1\xbd\xaf" "\xce\x99", "\xe1\xbe\xaf"},
    {0x1fa8, "\xe1\xbd\xa8" "\xce\x99", "\xe1\xbe\xa8"},
    {0x1fa9, "\xe1\xbd\xa9" "\xce\x99", "\xe1\xbe\xa9"},
    {0x1faa, "\xe1\xbd\xaa" "\xce\x99", "\xe1\xbe\xaa"},
    {0x1fab, "\xe1\xbd\xab" "\xce\x99", "\xe1\xbe\xab"},
    {0x1fac, "\xe1\xbd\xac" "\xce\x99", "\xe1\xbe\xac"},
    {0x1fad, "\xe1\xbd\xad" "\xce\x99", "\xe1\xbe\xad"},
    {0x1fae, "\xe1\xbd\xae" "\xce\x99", "\xe1\xbe\xae"},
    {0x1faf, "\xe1\xbd\xaf" "\xce\x99", "\xe1\xbe\xaf"},
    {0x1fb2, "\xe1\xbe\xba" "\xce\x99", "\xe1\xbe\xba" "\xcd\x85"},
    {0x1fb3, "\xce\x91" "\xce\x99", "\xe1\xbe\xbc"},
    {0x1fb4, "\xce\x86" "\xce\x99", "\xce\x86" "\xcd\x85"},
    {0x1fb6, "\xce\x91" "\xcd\x82", "\xce\x91" "\xcd\x82"},
    {0x1fb7, "\xce\x91" "\xcd\x82" "\xce\x99", "\xce\x91" "\xcd\x82" "\xcd\x85"},
    {0x1fbc, "\xce\x91" "\xce\x99", "\xe1\xbe\xbc"},
    {0x1fc2, "\xe1\xbf\x8a" "\xce\x99", "\xe1\xbf\x8a" "\xcd\x85"},
    {0x1fc3, "\xce\x97" "\xce\x99", "\xe1\xbf\x8c"},
    {0x1fc4, "\xce\x89" "\xce\x99", "\xce\x89" "\xcd\x85"},
    {0x1fc6, "\xce\x97" "\xcd\x82", "\xce\x97" "\xcd\x82"},
    {0x1fc7, "\xce\x97" "\xcd\x82" "\xce\x99", "\xce\x97" "\xcd\x82" "\xcd\x85"},
    {0x1fcc, "\xce\x97" "\xce\x99", "\xe1\xbf\x8c"},
    {0x1fd2, "\xce\x99" "\xcc\x88" "\xcc\x80", "\xce\x99" "\xcc\x88" "\xcc\x80"},
    {0x1fd3, "\xce\x99" "\xcc\x88" "\xcc\x81", "\xce\x99" "\xcc\x88" "\xcc\x81"},
    {0x1fd6, "\xce\x99" "\xcd\x82", "\xce\x99" "\xcd\x82"},
    {0x1fd7, "\xce\x99" "\xcc\x88" "\xcd\x82", "\xce\x99" "\xcc\x88" "\xcd\x82"},
    {0x1fe2, "\xce\xa5" "\xcc\x88" "\xcc\x80", "\xce\xa5" "\xcc\x88" "\xcc\x80"},
    {0x1fe3, "\xce\xa5" "\xcc\x88" "\xcc\x81", "\xce\xa5" "\xcc\x88" "\xcc\x81"},
    {0x1fe4, "\xce\xa1" "\xcc\x93", "\xce\xa1" "\xcc\x93"},
    {0x1fe6, "\xce\xa5" "\xcd\x82", "\xce\xa5" "\xcd\x82"},
    {0x1fe7, "\xce\xa5" "\xcc\x88" "\xcd\x82", "\xce\xa5" "\xcc\x88" "\xcd\x82"},
    {0x1ff2, "\xe1\xbf\xba" "\xce\x99", "\xe1\xbf\xba" "\xcd\x85"},
    {0x1ff3, "\xce\xa9" "\xce\x99", "\xe1\xbf\xbc"},
    {0x1ff4, "\xce\x8f" "\xce\x99", "\xce\x8f" "\xcd\x85"},
    {0x1ff6, "\xce\xa9" "\xcd\x82", "\xce\xa9" "\xcd\x82"},
    {0x1ff7, "\xce\xa9" "\xcd\x82" "\xce\x99", "\xce\xa9" "\xcd\x82" "\xcd\x85"},
    {0x1ffc, "\xce\xa9" "\xce\x99", "\xe1\xbf\xbc"},
    {0xfb00, "F" "F", "F" "f"},
    {0xfb01, "F" "I", "F" "i"},
    {0xfb02, "F" "L", "F" "l"},
    {0xfb03, "F" "F" "I", "F" "f" "i"},
    {0xfb04, "F" "F" "L", "F" "f" "l"},
    {0xfb05, "S" "T", "S" "t"},
    {0xfb06, "S" "T", "S" "t"},
    {0xfb13, "\xd5\x84" "\xd5\x86", "\xd5\x84" "\xd5\xb6"},
    {0xfb14, "\xd5\x84" "\xd4\xb5", "\xd5\x84" "\xd5\xa5"},
    {0xfb15, "\xd5\x84" "\xd4\xbb", "\xd5\x84" "\xd5\xab"},
    {0xfb16, "\xd5\x8e" "\xd5\x86", "\xd5\x8e" "\xd5\xb6"},
    {0xfb17, "\xd5\x84" "\xd4\xbd", "\xd5\x84" "\xd5\xad"},
};

}  // namespace

const std::span<const CodePointRange> kDigitsBeyondDecimals(
    kDigitsBeyondDecimalsRows);
const std::span<const CodePointRange> kNumericBeyondDigits(
    kNumericBeyondDigitsRows);
const std::span<const CodePointRange> kUpperBeyondLetters(
    kUpperBeyondLettersRows);
const std::span<const CodePointRange> kLowerBeyondLetters(
    kLowerBeyondLettersRows);
const std::span<const CodePointRange> kCaseIgnorableBeyondCategories(
    kCaseIgnorableBeyondCategoriesRows);
const std::span<const CodePointRange> kIdentifierStartExceptions(
    kIdentifierStartExceptionsRows);
const std::span<const CodePointRange> kIdentifierContinueExceptions(
    kIdentifierContinueExceptionsRows);
const std::span<const SpecialCasing> kSpecialCasings(
    kSpecialCasingsRows);

}  // namespace lockstep::unicode_tables
