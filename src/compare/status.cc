#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "claim/words.h"
#include "compare/clause.h"
#include "compare/named.h"
#include "compare/standing.h"
#include "value/calendar.h"

// Status machines: how far a thing has come (applied for, assured, granted, in force), and which of two ways it went
// (approved or rejected, allowed or banned). What a text says of a state sets a floor ("has been approved": at least
// that far), a ceiling ("has yet to be approved", "deferred": not that far), or both. Two texts disagree about one
// thing where the floor of one lies above the ceiling of the other, where they claim states that exclude each other,
// and where the draft has come further than every source.
namespace crosscheck {

namespace {

constexpr double kAnchor = 1.5;       // shared weight of the two sentences, state words aside
constexpr double kLeadAnchor = 0.7;   // the same where both sentences lead their texts
constexpr double kAroundShare = 0.4;  // what a word shared only with the sentences around counts
constexpr double kFirmAnchor = 0.9;   // for states that contradict each other by their own words
constexpr double kNearAnchor = 0.24;  // of the words beside two states that only oppose each other
constexpr double kName = 0.3;         // what a shared name adds
constexpr int64_t kNewsDays = 3;      // a draft so much later may tell of what came since
constexpr int64_t kOldDays = 10;      // and one so much later mostly does

class StatusComparer {
 public:
  StatusComparer(const Analysis& analysis, const StatusMachine& machine, RelationSink& sink)
      : analysis_(analysis), machine_(machine), sink_(sink), reader_(analysis, machine) {}

  void Add(const NamedClaim& claim) {
    if (std::optional<Standing> standing = reader_.Read(claim)) {
      standings_.push_back(*std::move(standing));
    } else {
      TraceAlone(claim.claim, "modality",
                 absl::StrCat("‘", machine_.states[claim.state].name,
                              "’ is asked or supposed here, and so no state that the text claims"));
    }
  }

  void Run() {
    DropShorterMatches();
    if (machine_.type == "status") {
      for (const Standing& standing : standings_) ClaimOf(standing);
    }
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      HeadlineAgainstBody(d);
      for (uint32_t e = 0; e < analysis_.documents.size(); ++e) {
        if (d == e || !MayCompare(analysis_, d, e)) continue;
        Ahead(d, e);
        Firm(d, e);
      }
    }
  }

 private:
  const Sentence& SentenceOf(const NamedClaim& claim) const {
    return analysis_.documents[claim.document].sentences[claim.sentence];
  }
  const Sentence& SentenceOf(const Standing& standing) const { return SentenceOf(*standing.claim); }
  const StatusState& StateOf(const Standing& standing) const { return machine_.states[standing.state]; }
  const DocumentInfo& InfoOf(uint32_t d) const { return analysis_.documents[d].document->info(); }

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
      if (!covered) {
        kept.push_back(standings_[i]);
      } else {
        TraceAlone(claim, "covered", "the longer phrase of another state covers this one, and is what is meant");
      }
    }
    standings_ = std::move(kept);
  }

  double SharedNames(const Standing& a, const Standing& b) const {
    double shared = 0;
    for (uint32_t name : a.names) {
      if (std::binary_search(b.names.begin(), b.names.end(), name)) shared += kName;
    }
    return shared;
  }

  static double NeededAnchor(const Standing& a, const Standing& b) { return a.lead && b.lead ? kLeadAnchor : kAnchor; }

  double SharedAnchor(const Standing& a, const Standing& b) const {
    return SharedWeight(analysis_, a.anchor, b.anchor) + SharedNames(a, b);
  }

  bool SameObject(const Standing& a, const Standing& b) const { return SharedAnchor(a, b) >= NeededAnchor(a, b); }

  void TraceAlone(const Claim& claim, absl::string_view step, absl::string_view why) const {
    const Place place = {claim.document, claim.span};
    if (sink_.trace() == nullptr || !sink_.trace()->Wants(place)) return;
    sink_.trace()->Add({machine_.id, place, std::nullopt, std::string(step), std::string(why), false});
  }

  template <typename Words>
  void TracePair(const Standing& ahead, const Standing& behind, absl::string_view step, const Words& words) const {
    sink_.TraceRefusal(machine_.id, ahead.claim->claim, behind.claim->claim, step, words);
  }

  // For the trace: `ahead` and what document e claims elsewhere.
  void TraceOthers(const Standing& ahead, uint32_t e) const {
    for (const Standing& other : standings_) {
      if (other.claim->document != e || other.low == kNoRank || other.low >= ahead.low || SameObject(ahead, other))
        continue;
      TracePair(ahead, other, "object", [&] {
        return absl::StrFormat(
            "‘%s’ and ‘%s’, but of two things, it seems: what their sentences share weighs %.2f, and "
            "%.2f is needed",
            StateOf(ahead).name, StateOf(other).name, SharedAnchor(ahead, other), NeededAnchor(ahead, other));
      });
    }
  }

  // Whether two claims of one thing are of two cases in court, or of the cases of two people.
  bool OtherCase(const Standing& a, const Standing& b) const {
    if (!reader_.of_cases()) return false;
    const std::string why = crosscheck::OtherCase(a.court, b.court);
    if (!why.empty()) TracePair(a, b, "case", [&] { return absl::StrCat("of two cases, it seems: ", why); });
    return !why.empty();
  }

  // The same with the sentences around, for states that exclude each other by their own words.
  bool SameThing(const Standing& a, const Standing& b) const {
    if (reader_.of_persons() && OtherPersons(a, b)) return false;
    if (reader_.flips() && SharedWeight(analysis_, a.near, b.near) < kNearAnchor) return false;
    const double own = SharedWeight(analysis_, a.anchor, b.anchor) + SharedNames(a, b);
    const double around = SharedWeight(analysis_, a.around, b.around);
    return own + kAroundShare * std::max(0.0, around - own) >= kFirmAnchor;
  }

  // "Sentence: 28 months" names nobody and may be of whoever the rest of the text is about.
  bool MayBeOfSamePerson(const Standing& a, const Standing& b) const {
    return reader_.of_persons() && b.told && b.names.empty() && !OtherPersons(a, b);
  }

  // Both sentences name persons, and none of them is the same.
  bool OtherPersons(const Standing& a, const Standing& b) const {
    const auto persons = [&](const Standing& standing) {
      std::vector<uint32_t> out;
      for (uint32_t name : standing.names) {
        const NamedEntity& entity = analysis_.entities[name];
        const bool unknown = entity.type == NameType::kUnknown && entity.tokens.size() > 1;
        if (entity.type == NameType::kPerson || unknown) out.push_back(name);
      }
      return out;
    };
    const std::vector<uint32_t> first = persons(a);
    const std::vector<uint32_t> second = persons(b);
    return !first.empty() && !second.empty() && SharedCount(first, second) == 0;
  }

  ClaimIndex ClaimOf(const Standing& standing) {
    Claim claim = standing.claim->claim;
    claim.value.canonical = standing.told || standing.high == kAnyRank
                                ? StateOf(standing).name
                                : absl::StrCat("not yet ", machine_.states[standing.claim->state].name);
    return sink_.AddClaim(std::move(claim));
  }

  void Relate(const Standing& ahead, const Standing& behind, Severity severity, absl::string_view kind,
              std::string reason) {
    Relation relation;
    relation.a = ClaimOf(ahead);
    relation.b = ClaimOf(behind);
    relation.rule = machine_.id;
    relation.type = machine_.type;
    relation.kind = std::string(kind);
    relation.severity = severity;
    const Claim& a = sink_.claim(relation.a);
    const Claim& b = sink_.claim(relation.b);
    relation.reason = std::move(reason);
    relation.message = FillMessage(analysis_, machine_.message, a, b, relation.reason);
    relation.ask = FillMessage(analysis_, machine_.ask, a, b, relation.reason);
    sink_.AddRelation(std::move(relation));
  }

  std::string GoesFurther(const Standing& ahead, const Standing& behind) const {
    return absl::StrCat("‘", StateOf(ahead).name, "’ goes further than ‘", StateOf(behind).name, "’");
  }

  // The headline or the takeaways say more than the body, and the body never says as much.
  void HeadlineAgainstBody(uint32_t d) {
    for (const Standing& ahead : standings_) {
      if (ahead.claim->document != d || ahead.low == kNoRank || !IsHeadline(SentenceOf(ahead))) continue;
      if (BodyReaches(d, ahead)) continue;
      for (const Standing& behind : standings_) {
        if (behind.claim->document != d || behind.low == kNoRank || IsHeadline(SentenceOf(behind)) ||
            behind.low >= ahead.low || (reader_.Passing(ahead.state) && reader_.Passing(behind.state)))
          continue;
        if (SameObject(ahead, behind) && !OtherCase(ahead, behind)) {
          Relate(ahead, behind, std::min(machine_.severity, Severity::kWarning), "contradiction",
                 GoesFurther(ahead, behind));
        }
      }
    }
  }

  bool BodyReaches(uint32_t d, const Standing& ahead) const {
    return std::any_of(standings_.begin(), standings_.end(), [&](const Standing& other) {
      return other.claim->document == d && !IsHeadline(SentenceOf(other)) && other.low >= ahead.low &&
             (SameObject(ahead, other) || (reader_.of_cases() && other.told && other.lead && !OfOthers(ahead, other)));
    });
  }

  // Document d claims a state that e, on the same thing, does not reach anywhere.
  void Ahead(uint32_t d, uint32_t e) {
    for (const Standing& ahead : standings_) {
      if (ahead.claim->document != d || ahead.low == kNoRank) continue;
      std::vector<const Standing*> behind;
      bool reached = false, reached_by_others = true;
      for (const Standing& other : standings_) {
        if (other.claim->document != e || other.low == kNoRank) continue;
        const bool same = SameObject(ahead, other);
        if (other.low >= ahead.low && (same || SameThing(ahead, other) || MayBeOfSamePerson(ahead, other))) {
          reached = true;
          reached_by_others &= OfOthers(ahead, other);
        }
        if (same && !OtherCase(ahead, other)) behind.push_back(&other);
      }
      if (sink_.trace() != nullptr) TraceOthers(ahead, e);
      for (const Standing* other : behind) {
        // What others have come to is no word of him: news of one man, told beside the news of the rest.
        if (!reached || (reached_by_others && Later(d, e) && OfOne(ahead, *other))) {
          RelateDocuments(d, e, ahead, *other);
          continue;
        }
        TracePair(ahead, *other, "reached", [&] {
          return absl::StrCat("the other document, too, says ‘", machine_.states[ahead.state].name,
                              "’ or more of it, here or elsewhere");
        });
      }
    }
  }

  // Two claims of cases are of two named people, or of one.
  static bool OfOthers(const Standing& a, const Standing& b) {
    return a.court.person && b.court.person && *a.court.person != *b.court.person;
  }
  static bool OfOne(const Standing& a, const Standing& b) {
    return a.court.person && b.court.person && *a.court.person == *b.court.person;
  }

  // Of two sources: where one is the later, what it says may be news, and is never more than a note.
  bool Later(uint32_t d, uint32_t e) const {
    return InfoOf(d).role != Role::kDraft && InfoOf(e).role != Role::kDraft && Earlier(e, d);
  }

  void RelateDocuments(uint32_t d, uint32_t e, const Standing& ahead, const Standing& behind) {
    const DocumentInfo& first = InfoOf(d);
    const DocumentInfo& second = InfoOf(e);
    if (second.role == Role::kDraft) {  // a draft that says less than its source is careful, not wrong
      TracePair(ahead, behind, "careful",
                [] { return std::string("the draft says less than its source: no mistake"); });
      return;
    }
    if (first.role == Role::kDraft) {
      if (!AnySourceReaches(ahead)) {
        RelateByDay(d, e, ahead, behind, GoesFurther(ahead, behind));
      } else {
        TracePair(ahead, behind, "reached", [] { return std::string("another source says as much as the draft"); });
      }
      return;
    }
    const bool later = Later(d, e);
    // Of two sources one tells of an arrest and one of the charge: each tells what it knows at its hour.
    const bool note = later || (reader_.Passing(ahead.state) && reader_.Passing(behind.state));
    Relate(ahead, behind, note ? Severity::kNote : std::min(machine_.severity, Severity::kWarning),
           later ? "update" : "contradiction", GoesFurther(ahead, behind));
  }

  bool AnySourceReaches(const Standing& ahead) const {
    return std::any_of(standings_.begin(), standings_.end(), [&](const Standing& other) {
      return InfoOf(other.claim->document).role == Role::kSource && other.low >= ahead.low && SameObject(ahead, other);
    });
  }

  // States that exclude each other whatever their order: of two ways that a thing can go, each the end of its way.
  bool Exclude(const Standing& a, const Standing& b) const {
    if (!a.told || !b.told || a.state == b.state) return false;
    return (reader_.Opposed(a.state) && StateOf(b).rank >= StateOf(a).rank) ||
           (reader_.Opposed(b.state) && StateOf(a).rank >= StateOf(b).rank);
  }

  bool Clash(const Standing& ahead, const Standing& behind) const {
    if (Exclude(ahead, behind)) return true;
    // What is denied bounds the states beyond it, not those on another way: who is not convicted may be acquitted.
    const bool other_way = !behind.told && ahead.state != behind.claim->state &&
                           (reader_.Opposed(ahead.state) || reader_.Opposed(behind.claim->state));
    return ahead.told && ahead.low > behind.high && !other_way;
  }

  // Document d claims what e, by its own words, rules out. A text that says both of one thing, or of two, is left.
  void Firm(uint32_t d, uint32_t e) {
    const bool drafted = InfoOf(d).role == Role::kDraft || InfoOf(e).role == Role::kDraft;
    if (!drafted || (InfoOf(d).role == Role::kDraft && InfoOf(e).role == Role::kDraft)) return;
    for (const Standing& ahead : standings_) {
      if (ahead.claim->document != d || !ahead.told) continue;
      for (const Standing& behind : standings_) {
        if (behind.claim->document != e || !Clash(ahead, behind)) continue;
        const bool draft_behind = InfoOf(e).role == Role::kDraft;
        if (draft_behind && (!behind.firm || Exclude(ahead, behind))) continue;  // Exclude: once, from the draft
        if (draft_behind && Earlier(e, d)) continue;
        if (SaysBoth(d, behind) || SaysBoth(e, ahead) || !SameThing(ahead, behind)) continue;
        if (OtherCase(ahead, behind)) continue;
        const std::string reason =
            Exclude(ahead, behind)
                ? absl::StrCat("‘", StateOf(ahead).name, "’ and ‘", StateOf(behind).name, "’ exclude each other")
                : absl::StrCat("‘", StateOf(ahead).name, "’ is more than ‘", machine_.states[behind.claim->state].name,
                               "’ as told there");
        RelateByDay(d, e, ahead, behind, reason);
      }
    }
  }

  // Whether the document also says what `other` says: it has a claim of the same kind.
  bool SaysBoth(uint32_t document, const Standing& other) const {
    return std::any_of(standings_.begin(), standings_.end(), [&](const Standing& own) {
      if (own.claim->document != document || !SameThing(own, other)) return false;
      if (other.told && !reader_.Closing(other.state)) return own.told && own.low >= other.low && !Exclude(own, other);
      return own.high <= other.high;
    });
  }

  bool Earlier(uint32_t a, uint32_t b) const {
    return InfoOf(a).published && InfoOf(b).published && *InfoOf(a).published < *InfoOf(b).published;
  }

  // A draft days later than its source may tell of what came since.
  void RelateByDay(uint32_t d, uint32_t e, const Standing& ahead, const Standing& behind, std::string reason) {
    const bool since = InfoOf(d).role == Role::kDraft && CameSince(d, e, ahead, behind);
    Relate(ahead, behind, since ? Severity::kNote : SeverityFor(analysis_, machine_.severity, d, e),
           since ? "update" : "contradiction", std::move(reason));
  }

  bool CameSince(uint32_t draft, uint32_t source, const Standing& ahead, const Standing& behind) const {
    if (!InfoOf(draft).published || !InfoOf(source).published) return false;
    const int64_t of_source = DayNumber(*InfoOf(source).published);
    const int64_t days = DayNumber(*InfoOf(draft).published) - of_source;
    if (days < kNewsDays || DatedAfter(source, behind, of_source + days)) return false;
    return days >= kOldDays || DatedAfter(draft, ahead, of_source);
  }

  // Whether the sentence of a state names a day after `day`.
  bool DatedAfter(uint32_t document, const Standing& standing, int64_t day) const {
    const auto& values = analysis_.documents[document].values;
    const auto& own = SentenceOf(standing).values;
    return std::any_of(own.begin(), own.end(), [&](uint32_t index) {
      const Value& value = values[index].mention.value;
      return value.kind == ValueKind::kDate && value.low && *value.low > Exact(day);
    });
  }

  const Analysis& analysis_;
  const StatusMachine& machine_;
  RelationSink& sink_;
  StandingReader reader_;
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
