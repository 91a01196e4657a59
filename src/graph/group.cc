#include "graph/group.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "graph/components.h"
#include "graph/positions.h"
#include "graph/ranking.h"
#include "graph/sum_findings.h"

namespace crosscheck {

namespace {

class Grouper {
 public:
  Grouper(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims,
          const std::vector<Relation>& relations)
      : documents_(documents), claims_(claims), relations_(relations) {
    any_replaced_ = std::any_of(documents.begin(), documents.end(),
                                [](const DocumentEntry& entry) { return entry.replaced_by.has_value(); });
  }

  std::vector<Finding> Run() {
    std::map<std::pair<std::string, std::string>, std::vector<const Relation*>> questions;
    for (const Relation& relation : relations_) {
      if (relation.agreement == Agreement::kIncomparable) continue;
      if (IsReplaced(relation.a) || IsReplaced(relation.b)) continue;
      questions[{relation.rule, relation.question}].push_back(&relation);
    }
    for (const auto& [key, members] : questions) FromQuestion(members);
    return std::move(findings_);
  }

 private:
  bool IsReplaced(ClaimIndex claim) const { return documents_[claims_[claim].document].replaced_by.has_value(); }
  bool IsOfDraft(ClaimIndex claim) const { return documents_[claims_[claim].document].info.role == Role::kDraft; }

  void FromQuestion(const std::vector<const Relation*>& relations) {
    std::vector<ClaimIndex> members;
    for (const Relation* relation : relations) {
      members.push_back(relation->a);
      members.push_back(relation->b);
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    const auto vertex = [&members](ClaimIndex claim) {
      return static_cast<uint32_t>(std::lower_bound(members.begin(), members.end(), claim) - members.begin());
    };
    std::vector<Edge> edges;
    for (const Relation* relation : relations) edges.emplace_back(vertex(relation->a), vertex(relation->b));
    const std::vector<uint32_t> component = ConnectedComponents(static_cast<uint32_t>(members.size()), edges);
    const uint32_t count = component.empty() ? 0 : *std::max_element(component.begin(), component.end()) + 1;
    std::vector<std::vector<const Relation*>> inside(count);
    for (size_t i = 0; i < relations.size(); ++i) inside[component[edges[i].first]].push_back(relations[i]);
    for (const std::vector<const Relation*>& one : inside) FromComponent(one);
  }

  void FromComponent(const std::vector<const Relation*>& relations) {
    const Relation* worst = nullptr;
    std::set<ClaimIndex> members;
    Judgements judgements;
    Finding finding;
    for (const Relation* relation : relations) {
      members.insert({relation->a, relation->b});
      const std::pair<ClaimIndex, ClaimIndex> pair = std::minmax(relation->a, relation->b);
      judgements[pair] = relation->agreement;
      if (relation->agreement != Agreement::kContradictory) continue;
      finding.conflicts.push_back(pair);
      if (worst == nullptr || worst->severity < relation->severity) worst = relation;
    }
    if (worst == nullptr) return;  // everybody agrees
    std::sort(finding.conflicts.begin(), finding.conflicts.end());
    finding.conflicts.erase(std::unique(finding.conflicts.begin(), finding.conflicts.end()), finding.conflicts.end());
    finding.rule = worst->rule;
    finding.type = worst->type;
    finding.severity = worst->severity;
    finding.kind = worst->kind;
    finding.subject = claims_[worst->a].subject;
    finding.attribute = claims_[worst->a].attribute;
    finding.message = worst->message;
    finding.ask = worst->ask;
    finding.reason = worst->reason;
    finding.positions = MakePositions(claims_, {members.begin(), members.end()}, judgements);
    if (finding.positions.size() < 2) return;
    RankPositions(documents_, claims_, finding);
    if (worst->is_sum) ExplainSum(documents_, claims_, relations_, finding);
    if (any_replaced_) NoteRepetition(finding);
    findings_.push_back(std::move(finding));
  }

  // A draft that has what a document had before its publisher replaced it has most likely copied the earlier version.
  void NoteRepetition(Finding& finding) const {
    for (const auto& [a, b] : finding.conflicts) {
      if (IsOfDraft(a) == IsOfDraft(b)) continue;
      const ClaimIndex draft = IsOfDraft(a) ? a : b;
      const DocumentIndex source = claims_[IsOfDraft(a) ? b : a].document;
      for (const Relation& relation : relations_) {
        if (relation.rule != finding.rule) continue;
        for (const ClaimIndex earlier : {relation.a, relation.b}) {
          if (documents_[claims_[earlier].document].replaced_by != source) continue;
          if (!ValuesAgree(claims_[earlier], claims_[draft]) || claims_[earlier].subject != claims_[draft].subject)
            continue;
          absl::StrAppend(&finding.reason, finding.reason.empty() ? "" : "; ", "the draft repeats what ",
                          documents_[claims_[earlier].document].info.path, " had, which ", documents_[source].info.path,
                          " replaced");
          finding.severity = std::max(finding.severity, Severity::kWarning);
          return;
        }
      }
    }
  }

  const std::vector<DocumentEntry>& documents_;
  const std::vector<Claim>& claims_;
  const std::vector<Relation>& relations_;
  std::vector<Finding> findings_;
  bool any_replaced_ = false;
};

}  // namespace

std::vector<Finding> GroupRelations(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims,
                                    const std::vector<Relation>& relations) {
  return Grouper(documents, claims, relations).Run();
}

}  // namespace crosscheck
