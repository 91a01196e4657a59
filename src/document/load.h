#ifndef CROSSCHECK_DOCUMENT_LOAD_H_
#define CROSSCHECK_DOCUMENT_LOAD_H_

#include <string>

#include "absl/status/statusor.h"

namespace crosscheck {

// The bytes of a file, read to its end (never mapped: a file that shrinks while it is read must not end the program).
// kNotFound: no such file; kPermissionDenied; kInvalidArgument: a directory; kUnavailable: any other failure of the
// system, named. Messages do not repeat the path.
absl::StatusOr<std::string> ReadFileBytes(const std::string& path);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_LOAD_H_
