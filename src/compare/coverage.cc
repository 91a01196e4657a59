#include "compare/coverage.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "compare/draft_slot.h"
#include "compare/draft_support.h"
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
    compares_ = std::any_of(analysis.rules->rules.begin(), analysis.rules->rules.end(),
                            [](const Rule& rule) { return rule.aligned && rule.compare_as == "values"; });
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
        if (!Agree(value, other) || MeasureLikeness(analysis_, value, other).Total() < kLikeEnough) {
          continue;
        }
        return absl::StrCat("; ", source.document->info().path, " did, which ", entries_[*later].info.path,
                            " replaced");
      }
    }
    return "";
  }

  bool Supports(const DocumentAnalysis& source) const {
    return source.document->info().role == Role::kSource && !entries_[source.index].replaced_by;
  }

  void Judge(const ValueMention& value, Coverage& entry) {
    if ((compares_ && (JudgeOneDay(value, entry) || JudgeNone(value, entry))) || Agreed(value, entry)) return;
    if (const absl::string_view why = CountsNothing(analysis_, value); !why.empty()) {
      entry.reason = std::string(why);
      return;
    }
    entry.verdict = Verdict::kUnsupported;
    Nearest nearest;
    for (const DocumentAnalysis& source : analysis_.documents) {
      if (Supports(source)) FindNearest(value, source, nearest);
    }
    if (nearest.otherwise && compares_) {
      entry.verdict = Verdict::kContradicted;
      entry.reason = "a source says otherwise";
    } else {
      entry.reason =
          absl::StrCat(nearest.elsewhere ? "no source states it of this" : "no source states it", ReplacedWords(value));
    }
    if (nearest.value != nullptr && nearest.likeness >= kLikeEnough) {
      entry.sources.push_back(AddSource(*nearest.document, *nearest.value));
      absl::StrAppend(&entry.reason, entry.verdict == Verdict::kContradicted ? ": “" : "; the nearest is “",
                      TextOf(*nearest.value), "”");
    }
  }

  absl::string_view TextOf(const ValueMention& value) const {
    const TextSpan span = value.mention.span;
    return SentenceOf(analysis_, value).text.substr(span.begin, span.size());
  }

  // A day of birth, say, is held against that alone: another date of the text that is the same says nothing.
  bool JudgeOneDay(const ValueMention& value, Coverage& entry) {
    if (value.mention.value.kind != ValueKind::kDate) return false;
    const ValueMention* otherwise = nullptr;
    const DocumentAnalysis* says = nullptr;
    for (const DocumentAnalysis& source : analysis_.documents) {
      if (!Supports(source)) continue;
      for (const ValueMention& other : source.values) {
        const Answer answer = CompareOneDay(analysis_, value, other);
        if (answer == Answer::kSame) return false;  // found again as agreed
        if (answer != Answer::kAnother || otherwise != nullptr) continue;
        otherwise = &other;
        says = &source;
      }
    }
    if (otherwise == nullptr) return false;
    entry.verdict = Verdict::kContradicted;
    entry.reason = absl::StrCat("a source says otherwise: “", TextOf(*otherwise), "”");
    entry.sources.push_back(AddSource(*says, *otherwise));
    return true;
  }

  // In each source the likest of the values that bear it out.
  bool Agreed(const ValueMention& value, Coverage& entry) {
    std::vector<std::string> agreeing;
    for (const DocumentAnalysis& source : analysis_.documents) {
      if (!Supports(source)) continue;
      const ValueMention* agrees = nullptr;
      double likest = -1;
      for (const ValueMention& other : source.values) {
        if (!BearsOut(analysis_, value, other)) continue;
        const double likeness = MeasureLikeness(analysis_, value, other).Total();
        if (likeness <= likest) continue;
        likest = likeness;
        agrees = &other;
      }
      if (agrees == nullptr) continue;
      agreeing.push_back(source.document->info().path);
      entry.sources.push_back(AddSource(source, *agrees));
    }
    if (agreeing.empty()) return false;
    entry.verdict = Verdict::kAgreed;
    entry.reason = absl::StrCat("stated by ", absl::StrJoin(agreeing, ", "));
    return true;
  }

  // "no sons" against "two sons", where no source says two of them.
  bool JudgeNone(const ValueMention& value, Coverage& entry) {
    for (const DocumentAnalysis& source : analysis_.documents) {
      if (!Supports(source)) continue;
      const bool stated = std::any_of(source.values.begin(), source.values.end(), [&](const ValueMention& other) {
        return other.frame.head == value.frame.head && SameFigure(analysis_, value, other);
      });
      if (stated) return false;
    }
    for (const DocumentAnalysis& source : analysis_.documents) {
      if (!Supports(source)) continue;
      for (const Sentence& sentence : source.sentences) {
        const std::optional<TextSpan> none = DeniesAny(analysis_, value, sentence);
        if (!none) continue;
        Claim claim = ClaimAt(source, sentence, *none);
        claim.rule = std::string(kCoverageRule);
        entry.sources.push_back(sink_.AddClaim(std::move(claim)));
        entry.verdict = Verdict::kContradicted;
        entry.reason = absl::StrCat("a source says otherwise: “", sentence.text.substr(none->begin, none->size()), "”");
        return true;
      }
    }
    return false;
  }

  // Of what the sources have of the value's kind, the likest; what answers the same question goes before all else.
  struct Nearest {
    const DocumentAnalysis* document = nullptr;
    const ValueMention* value = nullptr;
    double likeness = 0;
    double answers = 0;      // how surely it answers the draft's question
    bool otherwise = false;  // and its answer is another
    bool elsewhere = false;  // a source has the figure, of another thing
  };
  void FindNearest(const ValueMention& value, const DocumentAnalysis& source, Nearest& nearest) const {
    for (const ValueMention& other : source.values) {
      if (other.mention.value.kind != value.mention.value.kind) continue;
      const bool same = SameFigure(analysis_, value, other);
      nearest.elsewhere |= same;
      if (same && !CountsOtherwise(analysis_, value, other)) continue;
      const double answers = same ? 1 : AnswerLikeness(analysis_, value, other);
      if (answers < nearest.answers) continue;
      const double likeness = MeasureLikeness(analysis_, value, other).Total();
      if (answers == nearest.answers && likeness <= nearest.likeness) continue;
      nearest.document = &source;
      nearest.value = &other;
      nearest.likeness = answers > 0 ? std::max(likeness, kLikeEnough) : likeness;
      nearest.answers = answers;
      nearest.otherwise =
          answers > 0 && (same || AgreementOf(value.mention.value, other.mention.value) == Agreement::kContradictory);
    }
  }

  const Analysis& analysis_;
  const std::vector<DocumentEntry>& entries_;
  RelationSink& sink_;
  bool compares_ = false;  // the rules ask for values to be compared that no rule names
  std::set<ClaimIndex> contradicted_;
  std::vector<Coverage> coverage_;
};

}  // namespace

std::vector<Coverage> CoverDraft(const Analysis& analysis, const std::vector<DocumentEntry>& entries,
                                 const std::vector<Finding>& findings, RelationSink& sink) {
  return Coverer(analysis, entries, findings, sink).Run();
}

}  // namespace crosscheck
