#ifndef CROSSCHECK_JUDGEMENT_H_
#define CROSSCHECK_JUDGEMENT_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace crosscheck {

// The words in which the program judges. Each name is what reports, rules and flags write.

// After the wire's own habit: an error would need a correction, a warning a refile, a note is context.
enum class Severity : uint8_t { kNote, kWarning, kError };
absl::string_view SeverityName(Severity severity);  // "note", "warning", "error"

enum class Agreement : uint8_t { kConsistent, kContradictory, kIncomparable };
absl::string_view AgreementName(Agreement agreement);  // "consistent", "contradictory", "incomparable"

enum class Modality : uint8_t { kStated, kExpected, kPossible, kDenied, kHypothetical, kQuoted };
absl::string_view ModalityName(Modality modality);  // "stated", "expected", …

enum class Verdict : uint8_t { kAgreed, kContradicted, kUnsupported, kNotChecked };
absl::string_view VerdictName(Verdict verdict);  // "agreed", "contradicted", "unsupported", "not_checked"

}  // namespace crosscheck

#endif  // CROSSCHECK_JUDGEMENT_H_
