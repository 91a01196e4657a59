#ifndef CROSSCHECK_RULE_GATE_FILES_H_
#define CROSSCHECK_RULE_GATE_FILES_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/diagnostic.h"
#include "crosscheck/text_span.h"

// The files in which people say which findings may stand: baseline, waivers, reviews. Text in, text out.
namespace crosscheck {

// Findings that were there when the baseline was written.
struct BaselineEntry {
  std::string fingerprint;
  int count = 1;  // >= 1
  std::string rule, severity, document,
      message;  // for those who read the file; `document` also says whether it was checked
  LineColumn at;
};

// Somebody takes it upon themselves that a finding may stand.
struct Waiver {
  std::string rule;
  std::string document;       // a glob
  std::string text;           // words of a sentence of that document; "" where the fingerprint says which
  std::string fingerprint;    // "" where the text says which
  std::string reason, owner;  // never empty
  absl::CivilDay until;       // the last day on which it holds
  std::string path;           // the file in which it is written
  LineColumn at;
  std::string line_text;
};

struct ReviewEntry {
  std::string fingerprint;
  std::string state;  // fixed, draft-right, both-right, ask
  std::string by, note;
  std::optional<absl::CivilDay> day;
  std::string rule, message;  // for those who read the file
};

// Each appends every problem to `diagnostics`. kInvalidArgument, where one is an error, for a baseline and for reviews;
// of waivers those that have no mistake are given all the same.
absl::StatusOr<std::vector<BaselineEntry>> ParseBaseline(absl::string_view path, absl::string_view text,
                                                         std::vector<Diagnostic>& diagnostics);
std::vector<Waiver> ParseWaivers(absl::string_view path, absl::string_view text, std::vector<Diagnostic>& diagnostics);
absl::StatusOr<std::vector<ReviewEntry>> ParseReviews(absl::string_view path, absl::string_view text,
                                                      std::vector<Diagnostic>& diagnostics);

// The files as the program writes them, in the order given; the readers read them back.
std::string WriteBaseline(const std::vector<BaselineEntry>& entries);
std::string WriteReviews(const std::vector<ReviewEntry>& reviews);

// 16 lower-case hexadecimal digits, as reports print them.
bool IsFingerprint(absl::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULE_GATE_FILES_H_
