#ifndef CROSSCHECK_BASE_SHA256_H_
#define CROSSCHECK_BASE_SHA256_H_

#include <string>

#include "absl/strings/string_view.h"

namespace crosscheck {

// SHA-256 (FIPS 180-4) of `data`, as 64 lower-case hex digits.
std::string Sha256Hex(absl::string_view data);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_SHA256_H_
