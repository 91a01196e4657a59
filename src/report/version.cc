#include "report/version.h"

namespace crosscheck {

absl::string_view ToolVersion() { return CROSSCHECK_VERSION; }

}  // namespace crosscheck
