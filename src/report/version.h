#ifndef CROSSCHECK_REPORT_VERSION_H_
#define CROSSCHECK_REPORT_VERSION_H_

#include "absl/strings/string_view.h"

namespace crosscheck {

absl::string_view ToolVersion();  // "0.1.0"

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_VERSION_H_
