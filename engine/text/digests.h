#pragma once

#include <string>
#include <string_view>

namespace lockstep {

// The digests that hashlib knows, by CPython's names: md5 (RFC 1321), sha1, sha224, sha256 (FIPS 180-4). Raw bytes.
// For sha512 see sha512.h. "" for any other name.
std::string digest_of(std::string_view algorithm, std::string_view data);

}  // namespace lockstep
