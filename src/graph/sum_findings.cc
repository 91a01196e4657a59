#include "graph/sum_findings.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "graph/sums.h"
#include "value/mention.h"

namespace crosscheck {

namespace {

constexpr size_t kMostParts = 6;  // of which each is told what it would have to be

class SumExplainer {
 public:
  SumExplainer(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims, Finding& finding)
      : documents_(documents), claims_(claims), finding_(finding) {}

  // False where the finding is no sum of plain numbers.
  bool ReadFigures() {
    std::set<std::pair<TextSpan, ClaimIndex>> wholes, parts;
    for (const Position& position : finding_.positions) {
      for (const ClaimIndex claim : position.claims) {
        const bool whole = claims_[claim].value.canonical == "stated";
        (whole ? wholes : parts).insert({claims_[claim].span, claim});
      }
    }
    if (wholes.size() != 1 || parts.size() < 2) return false;
    figures_ = {wholes.begin()->second};
    for (const auto& [span, claim] : parts) figures_.push_back(claim);
    for (const ClaimIndex claim : figures_) {
      const std::vector<Mention> mentions = ReadMentions(claims_[claim].value.text, {});
      if (mentions.size() != 1) return false;
      values_.push_back(mentions.front().value);
    }
    return AddsUp(values_) == false;
  }

  void TellNeeded() {
    if (figures_.size() > kMostParts + 1) return;
    std::string options;
    for (size_t i = 0; i < figures_.size(); ++i) {
      const std::optional<Exact> needed = Needed(values_, i);
      if (!needed || *needed < Exact(0)) continue;
      absl::StrAppend(&options,
                      options.empty()            ? ""
                      : i + 1 == figures_.size() ? " or "
                                                 : ", ",
                      needed->ToString(), " for “", claims_[figures_[i]].value.text, "”");
    }
    if (!options.empty()) AddReason(absl::StrCat("it works out with ", options));
  }

  // A figure of another document in place of one of the sum's, that a comparison found to contradict it.
  void TellExplanations(const std::vector<Relation>& relations) {
    std::set<std::string> told;
    for (const Relation& relation : relations) {
      if (relation.agreement != Agreement::kContradictory || relation.kind == "arithmetic") continue;
      for (const auto& [own, other] : {std::pair(relation.a, relation.b), std::pair(relation.b, relation.a)}) {
        if (claims_[own].document == claims_[other].document || !claims_[other].value.value) continue;
        if (documents_[claims_[other].document].replaced_by) continue;
        for (size_t i = 0; i < figures_.size(); ++i) {
          const Claim& figure = claims_[figures_[i]];
          if (figure.document != claims_[own].document || !figure.span.Overlaps(claims_[own].span)) continue;
          std::vector<Value> changed = values_;
          changed[i] = *claims_[other].value.value;
          if (AddsUp(changed) != true) continue;
          const std::string words = absl::StrCat("with “", claims_[other].value.text, "”, which ",
                                                 documents_[claims_[other].document].info.path, " has for “",
                                                 figure.value.text, "”, it adds up");
          if (told.insert(words).second) AddReason(words);
        }
      }
    }
  }

 private:
  void AddReason(absl::string_view words) {
    absl::StrAppend(&finding_.reason, finding_.reason.empty() ? "" : "; ", words);
  }

  const std::vector<DocumentEntry>& documents_;
  const std::vector<Claim>& claims_;
  Finding& finding_;
  std::vector<ClaimIndex> figures_;  // the whole, then the parts in reading order
  std::vector<Value> values_;
};

}  // namespace

void ExplainSum(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims,
                const std::vector<Relation>& relations, Finding& finding) {
  SumExplainer explainer(documents, claims, finding);
  if (!explainer.ReadFigures()) return;
  explainer.TellNeeded();
  explainer.TellExplanations(relations);
}

}  // namespace crosscheck
