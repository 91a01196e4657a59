#ifndef CROSSCHECK_CLI_COMMENT_FILE_H_
#define CROSSCHECK_CLI_COMMENT_FILE_H_

#include <string>

#include "absl/time/civil_time.h"
#include "cli/run_cli.h"
#include "crosscheck/report.h"

namespace crosscheck {

// Writes to `file` a copy of the draft, which must be a .docx, with a comment for each new finding of `show_from` and
// above on each of its places there. Where no document is a draft, the one .docx counts. Returns the exit code.
int WriteCommentFile(const std::string& file, const Report& report, Severity show_from, absl::CivilDay day,
                     const CliStreams& streams);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_COMMENT_FILE_H_
