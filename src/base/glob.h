#ifndef CROSSCHECK_BASE_GLOB_H_
#define CROSSCHECK_BASE_GLOB_H_

#include "absl/strings/string_view.h"

namespace crosscheck {

// Whether `glob` fits the whole of `path`, both with '/' between folders: '?' is one character and '*' any number of
// them inside a name, '**' is any number of folders. A glob without '/' fits the name in any folder, one that ends in
// '/' all that is below the folder. Time is at most the product of the two sizes.
bool GlobFits(absl::string_view glob, absl::string_view path);

// The folder that a glob can only fit below: "wires/2025" of "wires/2025/*.txt"; "" where it can be anywhere.
absl::string_view FixedFolder(absl::string_view glob);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_GLOB_H_
