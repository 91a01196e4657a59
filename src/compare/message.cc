#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "claim/same_event.h"
#include "compare/named.h"

namespace crosscheck {

namespace {

std::string DocumentName(const Analysis& analysis, const Claim& claim) {
  for (const DocumentAnalysis& document : analysis.documents) {
    if (document.index == claim.document) return document.document->info().path;
  }
  return "";
}

std::string SubjectName(const Analysis& analysis, const Claim& claim) {
  for (const NamedEntity& entity : analysis.entities) {
    if (entity.key == claim.subject) return entity.display;
  }
  return claim.subject;
}

using Slots = std::vector<std::pair<std::string, std::string>>;

// What a claim does not have leaves no braces behind: "{a.period}" becomes nothing.
void AddMissing(absl::string_view text, Slots& slots) {
  for (absl::string_view side : {"{a.", "{b."}) {
    for (size_t at = text.find(side); at != absl::string_view::npos; at = text.find(side, at + 1)) {
      const size_t end = text.find('}', at);
      if (end == absl::string_view::npos) break;
      const std::string slot(text.substr(at, end - at + 1));
      if (std::none_of(slots.begin(), slots.end(), [&slot](const auto& known) { return known.first == slot; })) {
        slots.emplace_back(slot, "");
      }
    }
  }
}

}  // namespace

std::string FillMessage(const Analysis& analysis, absl::string_view text, const Claim& a, const Claim& b,
                        absl::string_view reason) {
  Slots slots = {
      {"{a.document}", DocumentName(analysis, a)},
      {"{b.document}", DocumentName(analysis, b)},
      {"{a.value}", absl::StrCat("“", a.value.text, "”")},
      {"{b.value}", absl::StrCat("“", b.value.text, "”")},
      {"{subject}", SubjectName(analysis, a)},
      {"{attribute}", absl::StrReplaceAll(a.attribute, {{"_", " "}})},
  };
  if (!reason.empty()) slots.emplace_back("{reason}", reason);
  for (const auto& [name, value] : a.scope) slots.emplace_back(absl::StrCat("{a.", name, "}"), value);
  for (const auto& [name, value] : b.scope) slots.emplace_back(absl::StrCat("{b.", name, "}"), value);
  AddMissing(text, slots);
  return absl::StrReplaceAll(text, slots);
}

bool MayCompare(const Analysis& analysis, uint32_t a, uint32_t b) { return analysis.same_event[a][b] != 0; }

std::string EventWords(const Analysis& analysis, uint32_t a, uint32_t b) {
  const EventLikeness likeness = MeasureEvent(analysis, a, b);
  const std::string names =
      likeness.shared_names == 1 ? "one full name" : absl::StrCat(likeness.shared_names, " full names");
  const std::string measure =
      absl::StrFormat("their words are alike to %.2f, %s to both; %.2f is needed then", likeness.cosine,
                      likeness.shared_names == 0 ? "no full name is common" : names + " common", likeness.needed);
  return absl::StrCat(MayCompare(analysis, a, b) ? "taken to tell of one event" : "taken to tell of two events", ": ",
                      measure);
}

Severity SeverityFor(const Analysis& analysis, Severity wanted, uint32_t a, uint32_t b) {
  const bool draft = analysis.documents[a].document->info().role == Role::kDraft ||
                     analysis.documents[b].document->info().role == Role::kDraft;
  return wanted == Severity::kError && !draft ? Severity::kWarning : wanted;
}

Relation MakeRelation(const Analysis& analysis, const Rule& rule, const ClaimOf& a, const ClaimOf& b,
                      absl::string_view reason) {
  Relation relation;
  relation.rule = rule.id;
  relation.type = rule.type;
  relation.severity = SeverityFor(analysis, rule.severity, a.document, b.document);
  relation.message = FillMessage(analysis, rule.message, a.claim, b.claim, reason);
  relation.ask = FillMessage(analysis, rule.ask, a.claim, b.claim, reason);
  relation.reason = std::string(reason);
  return relation;
}

}  // namespace crosscheck
