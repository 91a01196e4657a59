#ifndef CROSSCHECK_VALUE_MENTION_H_
#define CROSSCHECK_VALUE_MENTION_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "crosscheck/text_span.h"
#include "crosscheck/value.h"

namespace crosscheck {

// A typed value in a text.
struct Mention {
  Value value;
  TextSpan span;    // bytes of the text that was read; from the approximator's end to the unit's end: the value itself
  TextSpan phrase;  // with its approximator and counted noun: contains `span`
};

struct ReadOptions {
  std::optional<absl::CivilDay> document_day;  // what relative and yearless dates are resolved against
};

// Every value of `text` (one segment, cell or line; a whole paragraph is fine too), sorted by span, none
// overlapping. Linear in the text's size. Thread-safe.
std::vector<Mention> ReadMentions(absl::string_view text, const ReadOptions& options);

// Why the digit or number word at `offset` is no value ("model name 'H20'", "telephone number", …); "" where it
// is part of a mention or is no number at all.
std::string ExplainNonValue(absl::string_view text, size_t offset, const ReadOptions& options);

}  // namespace crosscheck

#endif  // CROSSCHECK_VALUE_MENTION_H_
