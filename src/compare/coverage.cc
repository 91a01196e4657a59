#include "compare/coverage.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "compare/likeness.h"
#include "value/compare_values.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kCoverageRule = "draft-figure";

constexpr double kLikeEnough = 0.25;  // of surroundings, to speak of another figure at all

class Coverer {
 public:
  Coverer(const Analysis& analysis, const std::vector<DocumentEntry>& entries, const std::vector<Finding>& findings,
          RelationSink& sink)
      : analysis_(analysis), entries_(entries), sink_(sink) {
    for (const Finding& finding : findings) {
      if (finding.severity == Severity::kNote || finding.kind == "related" || finding.kind == "update") continue;
      std::map<ClaimIndex, size_t> times;
      for (const Position& position : finding.positions) {
        for (const ClaimIndex claim : position.claims) ++times[claim];
      }
      for (const auto& [claim, count] : times) {
        if (count < finding.positions.size()) contradicted_.insert(claim);  // else it fits whatever anybody says
      }
    }
  }

  std::vector<Coverage> Run() {
    bool has_source = false;
    for (const DocumentAnalysis& document : analysis_.documents)
      has_source |= document.document->info().role == Role::kSource;
    for (const DocumentAnalysis& document : analysis_.documents) {
      if (document.document->info().role != Role::kDraft) continue;
      for (const ValueMention& value : document.values) Cover(document, value, has_source);
    }
    for (const ClaimIndex claim : contradicted_) CoverWords(claim);
    std::stable_sort(coverage_.begin(), coverage_.end(), [this](const Coverage& a, const Coverage& b) {
      const Claim& first = sink_.claim(a.claim);
      const Claim& second = sink_.claim(b.claim);
      return std::tie(first.document, first.span) < std::tie(second.document, second.span);
    });
    return std::move(coverage_);
  }

 private:
  void Cover(const DocumentAnalysis& document, const ValueMention& value, bool has_source) {
    Claim claim = ClaimOfValue(analysis_, document, value);
    claim.rule = std::string(kCoverageRule);
    const TextSpan span = claim.span;
    Coverage entry;
    entry.claim = sink_.AddClaim(std::move(claim));
    if (!has_source) {
      entry.reason = "the dossier has no source";
    } else if (Contradicted(document.index, span)) {
      entry.verdict = Verdict::kContradicted;
      entry.reason = "see the finding";
    } else {
      Judge(value, entry);
    }
    coverage_.push_back(std::move(entry));
  }

  bool Contradicted(uint32_t document, TextSpan span) const {
    return std::any_of(contradicted_.begin(), contradicted_.end(), [&](ClaimIndex index) {
      const Claim& claim = sink_.claim(index);
      return claim.document == document && claim.value.value && claim.span.Overlaps(span);
    });
  }

  // What the draft says otherwise than in figures, where a finding speaks against it. A figure inside words that are
  // contradicted, such as a quotation, need not be wrong, and one that does not add up is what the sources make it.
  void CoverWords(ClaimIndex index) {
    const Claim& claim = sink_.claim(index);
    if (entries_[claim.document].info.role != Role::kDraft) return;
    const bool covered = std::any_of(coverage_.begin(), coverage_.end(), [&](const Coverage& one) {
      const Claim& other = sink_.claim(one.claim);
      return other.document == claim.document && other.span.Overlaps(claim.span);
    });
    if (!covered) coverage_.push_back({index, Verdict::kContradicted, "see the finding", {}});
  }

  ClaimIndex AddSource(const DocumentAnalysis& document, const ValueMention& value) {
    Claim claim = ClaimOfValue(analysis_, document, value);
    claim.rule = std::string(kCoverageRule);
    return sink_.AddClaim(std::move(claim));
  }

  // Where an earlier version of a source had a figure that the later one has dropped: a draft that has it still has
  // most likely taken it from there. "" where none had.
  std::string ReplacedWords(const ValueMention& value) const {
    for (const DocumentAnalysis& source : analysis_.documents) {
      const std::optional<DocumentIndex> later = entries_[source.index].replaced_by;
      if (source.document->info().role != Role::kSource || !later) continue;
      for (const ValueMention& other : source.values) {
        if (AgreementOf(value.mention.value, other.mention.value) != Agreement::kConsistent ||
            MeasureLikeness(analysis_, value, other).Total() < kLikeEnough) {
          continue;
        }
        return absl::StrCat("; ", source.document->info().path, " did, which ", entries_[*later].info.path,
                            " replaced");
      }
    }
    return "";
  }

  void Judge(const ValueMention& value, Coverage& entry) {
    std::vector<std::string> agreeing;
    const DocumentAnalysis* nearest_source = nullptr;
    const ValueMention* nearest = nullptr;
    double nearest_likeness = 0;
    for (const DocumentAnalysis& source : analysis_.documents) {
      if (source.document->info().role != Role::kSource || entries_[source.index].replaced_by) continue;
      const ValueMention* agrees = nullptr;
      double agreeing_likeness = -1;
      for (const ValueMention& other : source.values) {
        const bool fits = AgreementOf(value.mention.value, other.mention.value) == Agreement::kConsistent;
        if (!fits && (agrees != nullptr || other.mention.value.kind != value.mention.value.kind)) continue;
        const double likeness = MeasureLikeness(analysis_, value, other).Total();
        if (fits && likeness > agreeing_likeness) {
          agreeing_likeness = likeness;
          agrees = &other;
        } else if (!fits && likeness > nearest_likeness) {
          nearest_likeness = likeness;
          nearest = &other;
          nearest_source = &source;
        }
      }
      if (agrees == nullptr) continue;
      agreeing.push_back(source.document->info().path);
      entry.sources.push_back(AddSource(source, *agrees));
    }
    if (!agreeing.empty()) {
      entry.verdict = Verdict::kAgreed;
      entry.reason = absl::StrCat("stated by ", absl::StrJoin(agreeing, ", "));
      return;
    }
    entry.verdict = Verdict::kUnsupported;
    entry.reason = absl::StrCat("no source states it", ReplacedWords(value));
    if (nearest != nullptr && nearest_likeness >= kLikeEnough) {
      const TextSpan span = nearest->mention.span;
      entry.sources.push_back(AddSource(*nearest_source, *nearest));
      absl::StrAppend(&entry.reason, "; the nearest is “",
                      SentenceOf(analysis_, *nearest).text.substr(span.begin, span.size()), "”");
    }
  }

  const Analysis& analysis_;
  const std::vector<DocumentEntry>& entries_;
  RelationSink& sink_;
  std::set<ClaimIndex> contradicted_;
  std::vector<Coverage> coverage_;
};

}  // namespace

std::vector<Coverage> CoverDraft(const Analysis& analysis, const std::vector<DocumentEntry>& entries,
                                 const std::vector<Finding>& findings, RelationSink& sink) {
  return Coverer(analysis, entries, findings, sink).Run();
}

}  // namespace crosscheck
