#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
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

}  // namespace

std::string FillMessage(const Analysis& analysis, absl::string_view text, const Claim& a, const Claim& b) {
  return absl::StrReplaceAll(text, {{"{a.document}", DocumentName(analysis, a)},
                                    {"{b.document}", DocumentName(analysis, b)},
                                    {"{a.value}", absl::StrCat("“", a.value.text, "”")},
                                    {"{b.value}", absl::StrCat("“", b.value.text, "”")},
                                    {"{subject}", SubjectName(analysis, a)},
                                    {"{attribute}", absl::StrReplaceAll(a.attribute, {{"_", " "}})}});
}

bool MayCompare(const Analysis& analysis, uint32_t a, uint32_t b) { return analysis.same_event[a][b] != 0; }

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
  relation.message = absl::StrReplaceAll(FillMessage(analysis, rule.message, a.claim, b.claim), {{"{reason}", reason}});
  relation.ask = FillMessage(analysis, rule.ask, a.claim, b.claim);
  relation.reason = std::string(reason);
  return relation;
}

}  // namespace crosscheck
