#ifndef CROSSCHECK_CLI_COMPARE_PHRASES_H_
#define CROSSCHECK_CLI_COMPARE_PHRASES_H_

#include "absl/strings/string_view.h"
#include "value/compare_values.h"
#include "value/mention.h"

namespace crosscheck {

// Compares the first value of two phrases, both said on `options.document_day`. Without a day they are said on one day
// that is not known: only what holds whatever that day is comes out, anything else is incomparable. A day with a name
// that is not read ("Diwali 2019") is told apart by its year, and is the same only under the same name.
ValueComparison ComparePhrases(absl::string_view a, absl::string_view b, const ReadOptions& options);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_COMPARE_PHRASES_H_
