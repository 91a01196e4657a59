#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/match.h"
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

// What a slot stands for; nullopt for what is none. What a claim does not have leaves no braces behind: "{a.period}"
// becomes nothing.
std::optional<std::string> WordsOf(const Analysis& analysis, absl::string_view slot, const Claim& a, const Claim& b,
                                   absl::string_view reason) {
  if (slot == "{subject}") return SubjectName(analysis, a);
  if (slot == "{attribute}") return absl::StrReplaceAll(a.attribute, {{"_", " "}});
  if (slot == "{reason}" && !reason.empty()) return std::string(reason);
  const bool of_a = absl::StartsWith(slot, "{a.");
  if (!of_a && !absl::StartsWith(slot, "{b.")) return std::nullopt;
  const Claim& claim = of_a ? a : b;
  const absl::string_view name = slot.substr(3, slot.size() - 4);
  if (name == "document") return DocumentName(analysis, claim);
  if (name == "value") return absl::StrCat("“", claim.value.text, "”");
  for (const auto& [key, value] : claim.scope) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace

std::string FillMessage(const Analysis& analysis, absl::string_view text, const Claim& a, const Claim& b,
                        absl::string_view reason) {
  std::string out;
  size_t at = 0;
  while (at < text.size()) {
    const size_t begin = std::min(text.find('{', at), text.size());
    absl::StrAppend(&out, text.substr(at, begin - at));
    if (begin == text.size()) break;
    const size_t end = text.find('}', begin);
    const auto words = end == absl::string_view::npos
                           ? std::nullopt
                           : WordsOf(analysis, text.substr(begin, end + 1 - begin), a, b, reason);
    absl::StrAppend(&out, words ? absl::string_view(*words) : "{");
    at = words ? end + 1 : begin + 1;
  }
  return out;
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
