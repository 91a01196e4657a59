#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "claim/words.h"
#include "compare/clause.h"
#include "compare/named.h"

// Status machines: how far a thing has come (applied for, assured, granted, in force). A document stands where its
// furthest claim about the thing stands; another that stands less far, on the same day or an unknown one, disagrees
// with it.
namespace crosscheck {

namespace {

constexpr double kAnchor = 1.5;      // shared weight of the two sentences, state words aside
constexpr double kLeadAnchor = 0.7;  // the same where both sentences lead their texts
constexpr uint32_t kLeadSentences = 6;

// A state that a document claims, ready to be compared.
struct Standing {
  const NamedClaim* claim = nullptr;
  ClaimIndex index = 0;
  uint32_t state = 0;
  int rank = 0;
  bool lead = false;
  std::vector<WordId> anchor;   // content senses of the sentence without the state's own words
  std::vector<uint32_t> names;  // entities of the sentence, sorted
};

class StatusComparer {
 public:
  StatusComparer(const Analysis& analysis, const StatusMachine& machine, RelationSink& sink)
      : analysis_(analysis), machine_(machine), sink_(sink) {
    const auto open = machine.settings.find("open");
    for (uint32_t i = 0; i < machine.states.size(); ++i) {
      if (open != machine.settings.end() && machine.states[i].name == open->second.scalar) open_state_ = i;
    }
  }

  void Add(const NamedClaim& claim) {
    const Sentence& sentence = analysis_.documents[claim.document].sentences[claim.sentence];
    const auto [first, last] = WordsIn(sentence, claim.span);
    if (first >= last) return;
    Standing standing;
    standing.claim = &claim;
    standing.state = claim.state;
    const Modality modality = ModalityAt(analysis_, sentence, first);
    if (modality == Modality::kDenied || modality == Modality::kHypothetical) return;
    if (modality != Modality::kStated && open_state_ &&
        machine_.states[claim.state].rank > machine_.states[*open_state_].rank) {
      standing.state = *open_state_;
    }
    standing.rank = machine_.states[standing.state].rank;
    standing.lead = claim.sentence < kLeadSentences || IsHeadline(sentence);
    std::vector<WordId> senses = ContentSenses(sentence, 0, first);
    const std::vector<WordId> after = ContentSenses(sentence, last, static_cast<uint32_t>(sentence.words.size()));
    senses.insert(senses.end(), after.begin(), after.end());
    std::sort(senses.begin(), senses.end());
    senses.erase(std::unique(senses.begin(), senses.end()), senses.end());
    standing.anchor = std::move(senses);
    for (const NameMention& name : sentence.names) standing.names.push_back(name.entity);
    std::sort(standing.names.begin(), standing.names.end());
    standings_.push_back(std::move(standing));
  }

  void Run() {
    DropShorterMatches();
    for (Standing& standing : standings_) {
      Claim claim = standing.claim->claim;
      claim.value.canonical = machine_.states[standing.state].name;
      standing.index = sink_.AddClaim(std::move(claim));
    }
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      HeadlineAgainstBody(d);
      for (uint32_t e = 0; e < analysis_.documents.size(); ++e) {
        if (d != e && MayCompare(analysis_, d, e)) Ahead(d, e);
      }
    }
  }

 private:
  // Where two states' phrases overlap, the longer one is meant: "approved in first reading" is not "approved".
  void DropShorterMatches() {
    std::vector<Standing> kept;
    for (size_t i = 0; i < standings_.size(); ++i) {
      const Claim& claim = standings_[i].claim->claim;
      const bool covered = std::any_of(standings_.begin(), standings_.end(), [&](const Standing& other) {
        const Claim& theirs = other.claim->claim;
        return &other != &standings_[i] && theirs.document == claim.document && theirs.span.Overlaps(claim.span) &&
               theirs.span.size() > claim.span.size();
      });
      if (!covered) kept.push_back(standings_[i]);
    }
    standings_ = std::move(kept);
  }

  bool SameObject(const Standing& a, const Standing& b) const {
    double shared = SharedWeight(analysis_, a.anchor, b.anchor);
    for (uint32_t name : a.names) {
      if (std::binary_search(b.names.begin(), b.names.end(), name)) shared += 0.3;
    }
    return shared >= (a.lead && b.lead ? kLeadAnchor : kAnchor);
  }

  void Relate(const Standing& ahead, const Standing& behind, Severity severity, absl::string_view kind) {
    Relation relation;
    relation.a = ahead.index;
    relation.b = behind.index;
    relation.rule = machine_.id;
    relation.type = "status";
    relation.kind = std::string(kind);
    relation.severity = severity;
    const Claim& a = sink_.claim(ahead.index);
    const Claim& b = sink_.claim(behind.index);
    relation.reason = absl::StrCat("‘", machine_.states[ahead.state].name, "’ goes further than ‘",
                                   machine_.states[behind.state].name, "’");
    relation.message = FillMessage(analysis_, machine_.message, a, b, relation.reason);
    relation.ask = FillMessage(analysis_, machine_.ask, a, b, relation.reason);
    sink_.AddRelation(std::move(relation));
  }

  // The headline or the takeaways say more than the body, and the body never says as much.
  void HeadlineAgainstBody(uint32_t d) {
    for (const Standing& ahead : standings_) {
      if (ahead.claim->document != d || !IsHeadline(SentenceOfStanding(ahead))) continue;
      if (BodyReaches(d, ahead)) continue;
      for (const Standing& behind : standings_) {
        if (behind.claim->document != d || IsHeadline(SentenceOfStanding(behind)) || behind.rank >= ahead.rank)
          continue;
        if (SameObject(ahead, behind))
          Relate(ahead, behind, std::min(machine_.severity, Severity::kWarning), "contradiction");
      }
    }
  }

  bool BodyReaches(uint32_t d, const Standing& ahead) const {
    return std::any_of(standings_.begin(), standings_.end(), [&](const Standing& other) {
      return other.claim->document == d && !IsHeadline(SentenceOfStanding(other)) && other.rank >= ahead.rank &&
             SameObject(ahead, other);
    });
  }

  const Sentence& SentenceOfStanding(const Standing& standing) const {
    return analysis_.documents[standing.claim->document].sentences[standing.claim->sentence];
  }

  // Document d claims a state that e, on the same thing, does not reach anywhere.
  void Ahead(uint32_t d, uint32_t e) {
    for (const Standing& ahead : standings_) {
      if (ahead.claim->document != d) continue;
      std::vector<const Standing*> behind;
      bool reached = false;
      for (const Standing& other : standings_) {
        if (other.claim->document != e || !SameObject(ahead, other)) continue;
        reached |= other.rank >= ahead.rank;
        behind.push_back(&other);
      }
      if (reached) continue;
      for (const Standing* other : behind) RelateDocuments(d, e, ahead, *other);
    }
  }

  void RelateDocuments(uint32_t d, uint32_t e, const Standing& ahead, const Standing& behind) {
    const DocumentInfo& first = analysis_.documents[d].document->info();
    const DocumentInfo& second = analysis_.documents[e].document->info();
    const bool draft_ahead = first.role == Role::kDraft;
    const bool draft_behind = second.role == Role::kDraft;
    if (draft_behind) return;  // a draft that says less than its source is careful, not wrong
    if (draft_ahead) {
      if (!AnySourceReaches(ahead))
        Relate(ahead, behind, SeverityFor(analysis_, machine_.severity, d, e), "contradiction");
      return;
    }
    const bool later = first.published && second.published && *first.published > *second.published;
    Relate(ahead, behind, later ? Severity::kNote : std::min(machine_.severity, Severity::kWarning),
           later ? "update" : "contradiction");
  }

  bool AnySourceReaches(const Standing& ahead) const {
    return std::any_of(standings_.begin(), standings_.end(), [&](const Standing& other) {
      return analysis_.documents[other.claim->document].document->info().role == Role::kSource &&
             other.rank >= ahead.rank && SameObject(ahead, other);
    });
  }

  const Analysis& analysis_;
  const StatusMachine& machine_;
  RelationSink& sink_;
  std::optional<uint32_t> open_state_;
  std::vector<Standing> standings_;
};

}  // namespace

void CompareStatuses(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink) {
  for (uint32_t m = 0; m < analysis.rules->statuses.size(); ++m) {
    StatusComparer comparer(analysis, analysis.rules->statuses[m], sink);
    for (const NamedClaim& claim : claims) {
      if (claim.owner == PatternMatch::Owner::kStatus && claim.rule == m) comparer.Add(claim);
    }
    comparer.Run();
  }
}

}  // namespace crosscheck
