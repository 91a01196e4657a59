#include "finding/finding.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/sha256.h"
#include "base/utf8.h"

namespace crosscheck {

namespace {

constexpr size_t kFingerprintDigits = 16;
constexpr size_t kContextWords = 4;  // on either side: enough to tell two places apart, few enough to outlive an edit

// Field and record separators that no folded text holds.
constexpr char kField = '\x1f';
constexpr char kRecord = '\x1e';

std::vector<std::string> Words(absl::string_view text) {
  return absl::StrSplit(Fold(text), absl::ByAnyChar(" \t\r\n"), absl::SkipEmpty());
}

// What the value means, not how it is written: "$4.5 billion" and "$4.5bn" are one.
std::string ValueKey(const ClaimValue& value) {
  if (!value.value.has_value()) {
    return absl::StrCat(value.kind, "=", value.canonical.empty() ? Fold(value.text) : value.canonical);
  }
  const Value& typed = *value.value;
  const auto bound = [](const std::optional<Exact>& one) { return one.has_value() ? one->ToString() : "?"; };
  return absl::StrCat(value.kind, "=", bound(typed.low), "..", bound(typed.high), typed.unit, "/", typed.per, " ",
                      ModifierName(typed.modifier));
}

// The words before and after the phrase in its sentence, folded.
std::string Context(const Claim& claim) {
  const absl::string_view quote = claim.quote;
  const size_t at = claim.value.text.empty() ? absl::string_view::npos : quote.find(claim.value.text);
  if (at == absl::string_view::npos) return absl::StrJoin(Words(quote), " ");
  std::vector<std::string> before = Words(quote.substr(0, at));
  std::vector<std::string> after = Words(quote.substr(at + claim.value.text.size()));
  if (before.size() > kContextWords) before.erase(before.begin(), before.end() - kContextWords);
  if (after.size() > kContextWords) after.resize(kContextWords);
  return absl::StrCat(absl::StrJoin(before, " "), "|", absl::StrJoin(after, " "));
}

// The claim whose words stand for a position: its first, but for claims that stand in another position too.
const Claim& SpeakerOf(const Report& report, const Position& position) {
  for (const ClaimIndex claim : position.claims) {
    if (!std::binary_search(position.bridging.begin(), position.bridging.end(), claim)) return report.claims[claim];
  }
  return report.claims[position.claims.front()];
}

// The first claim of a finding in reading order: document, then span.
std::tuple<DocumentIndex, TextSpan> FirstPlace(const Report& report, const Finding& finding) {
  std::optional<std::tuple<DocumentIndex, TextSpan>> first;
  for (const Position& position : finding.positions) {
    for (const ClaimIndex index : position.claims) {
      const Claim& claim = report.claims[index];
      const std::tuple<DocumentIndex, TextSpan> place(claim.document, claim.span);
      if (!first.has_value() || place < *first) first = place;
    }
  }
  return first.value_or(std::tuple<DocumentIndex, TextSpan>());
}

}  // namespace

std::string Fingerprint(const Report& report, const Finding& finding) {
  std::vector<std::string> positions;
  for (const Position& position : finding.positions) {
    std::string key = ValueKey(position.value);
    if (!position.claims.empty()) absl::StrAppend(&key, std::string(1, kField), Context(SpeakerOf(report, position)));
    positions.push_back(std::move(key));
  }
  std::sort(positions.begin(), positions.end());  // which position comes first is a matter of document order
  const std::string whole = absl::StrCat(finding.rule, std::string(1, kRecord), finding.kind, std::string(1, kRecord),
                                         finding.subject, std::string(1, kRecord), finding.attribute,
                                         std::string(1, kRecord), absl::StrJoin(positions, std::string(1, kRecord)));
  return Sha256Hex(whole).substr(0, kFingerprintDigits);
}

void SortFindings(Report& report) {
  using Key = std::tuple<std::tuple<DocumentIndex, TextSpan>, std::string, std::string, size_t>;
  std::vector<Key> keys;
  for (size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    keys.emplace_back(FirstPlace(report, finding), finding.rule, finding.fingerprint, i);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<Finding> sorted;
  sorted.reserve(keys.size());
  for (const Key& key : keys) sorted.push_back(std::move(report.findings[std::get<3>(key)]));
  report.findings = std::move(sorted);
}

void FinishFindings(Report& report) {
  for (Finding& finding : report.findings) finding.fingerprint = Fingerprint(report, finding);
  SortFindings(report);
}

}  // namespace crosscheck
