#include "crosscheck/judgement.h"

namespace crosscheck {

absl::string_view SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return "note";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "";
}

absl::string_view AgreementName(Agreement agreement) {
  switch (agreement) {
    case Agreement::kConsistent:
      return "consistent";
    case Agreement::kContradictory:
      return "contradictory";
    case Agreement::kIncomparable:
      return "incomparable";
  }
  return "";
}

absl::string_view ModalityName(Modality modality) {
  switch (modality) {
    case Modality::kStated:
      return "stated";
    case Modality::kExpected:
      return "expected";
    case Modality::kPossible:
      return "possible";
    case Modality::kDenied:
      return "denied";
    case Modality::kHypothetical:
      return "hypothetical";
    case Modality::kQuoted:
      return "quoted";
  }
  return "";
}

absl::string_view VerdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kAgreed:
      return "agreed";
    case Verdict::kContradicted:
      return "contradicted";
    case Verdict::kUnsupported:
      return "unsupported";
    case Verdict::kNotChecked:
      return "not_checked";
  }
  return "";
}

}  // namespace crosscheck
