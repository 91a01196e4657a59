#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "claim/words.h"
#include "compare/clause.h"
#include "compare/named.h"
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
constexpr uint32_t kLeadSentences = 6;
constexpr uint32_t kBeside = 2;        // sentences beside that of a state that tell what it is said of
constexpr uint32_t kNear = 8;          // words beside a state in which what it is said of stands
constexpr uint32_t kReach = 5;         // words before a state in which a cue changes it
constexpr uint32_t kDenialReach = 4;   // and in which a negation denies it
constexpr uint32_t kRaisedReach = 10;  // the same past a verb of thinking
constexpr int64_t kNewsDays = 3;       // a draft so much later may tell of what came since
constexpr int64_t kOldDays = 10;       // and one so much later mostly does
constexpr int kNone = std::numeric_limits<int>::min();
constexpr int kAny = std::numeric_limits<int>::max();

// What a document says of a state, ready to be compared.
struct Standing {
  const NamedClaim* claim = nullptr;
  uint32_t state = 0;
  int low = kNone;    // it has come so far at least
  int high = kAny;    // and no further, by the text's own words
  bool firm = false;  // the ceiling is said as such, and not only what a plan leaves open
  bool told = false;  // the state itself is claimed, not only a bound
  bool lead = false;
  std::vector<WordId> anchor;   // content senses of the sentence without the state's own words, sorted
  std::vector<WordId> near;     // content senses of the words beside the state, sorted
  std::vector<WordId> around;   // and of the sentences beside it, with their figures
  std::vector<uint32_t> names;  // entities of the sentence, sorted
};

std::vector<std::string> Texts(const StatusMachine& machine, absl::string_view key) {
  const auto found = machine.settings.find(std::string(key));
  if (found == machine.settings.end()) return {};
  if (found->second.list.empty() && !found->second.scalar.empty()) return {found->second.scalar};
  return found->second.list;
}

bool IsSet(const StatusMachine& machine, absl::string_view key) {
  const auto found = machine.settings.find(std::string(key));
  return found != machine.settings.end() && found->second.scalar == "true";
}

constexpr absl::string_view kPatternMarks = " ()|?~";

// A pattern that negates something by itself ("must not") has the negation as part of its state.
bool IsNegation(absl::string_view word) {
  static constexpr absl::string_view kWords[] = {"not",   "no",     "without", "nothing", "none",
                                                 "never", "nobody", "yet",     "neither"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords) || absl::EndsWith(word, "n't") ||
         absl::StartsWith(word, "deni") || absl::StartsWith(word, "deny") || absl::StartsWith(word, "rul");
}

void SortOnce(std::vector<WordId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

class StatusComparer {
 public:
  StatusComparer(const Analysis& analysis, const StatusMachine& machine, RelationSink& sink)
      : analysis_(analysis), machine_(machine), sink_(sink) {
    const auto open = machine.settings.find("open");
    const std::vector<std::string> opposed = Texts(machine, "opposed");
    const std::vector<std::string> closing = Texts(machine, "closing");
    const std::vector<std::string> passing = Texts(machine, "passing");
    for (uint32_t i = 0; i < machine.states.size(); ++i) {
      const std::string& name = machine.states[i].name;
      if (open != machine.settings.end() && name == open->second.scalar) open_state_ = i;
      opposed_.push_back(std::find(opposed.begin(), opposed.end(), name) != opposed.end());
      closing_.push_back(std::find(closing.begin(), closing.end(), name) != closing.end());
      passing_.push_back(std::find(passing.begin(), passing.end(), name) != passing.end());
    }
    for (const StatusState& state : machine.states) {
      for (const Pattern& pattern : state.patterns) {
        negative_.push_back(false);
        own_words_.emplace_back();
        for (absl::string_view word : absl::StrSplit(pattern.text, absl::ByAnyChar(kPatternMarks), absl::SkipEmpty())) {
          if (IsNegation(word)) negative_.back() = true;
          if (const std::optional<WordId> id = analysis.words.Lookup(word)) own_words_.back().insert(*id);
        }
      }
    }
    flips_ = IsSet(machine, "flips") && machine.states.size() == 2;
    of_persons_ = IsSet(machine, "persons");
    negation_ = analysis.lexicons->Find("negation");
    not_negation_ = analysis.lexicons->Find("not-negation");
    undone_ = analysis.lexicons->Find("undone");
    raising_ = analysis.lexicons->Find("raising");
  }

  void Add(const NamedClaim& claim) {
    const Sentence& sentence = SentenceOf(claim);
    const auto [first, last] = WordsIn(sentence, claim.span);
    if (first >= last) return;
    Standing standing;
    standing.claim = &claim;
    standing.state = claim.state;
    if (!SetBounds(sentence, first, last, standing)) return;
    standing.lead = claim.sentence < kLeadSentences || IsHeadline(sentence);
    const uint32_t size = static_cast<uint32_t>(sentence.words.size());
    standing.anchor = Beside(sentence, {0, first}, {last, size}, claim);
    standing.near =
        Beside(sentence, {first > kNear ? first - kNear : 0, first}, {last, std::min(last + kNear, size)}, claim);
    standing.around = Around(claim);
    for (const NameMention& name : sentence.names) standing.names.push_back(name.entity);
    std::sort(standing.names.begin(), standing.names.end());
    standings_.push_back(std::move(standing));
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

  // "Police do not think that there is anything suspicious" denies what is thought.
  bool Raised(const Sentence& sentence, const LexiconHit& hit) const {
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& other) {
      return other.lexicon == raising_ && other.first >= hit.last && other.first <= hit.last + 1;
    });
  }

  // Whether a negation stands before the state, or in a gap of its words; two make none.
  bool Denied(const Sentence& sentence, uint32_t first, uint32_t last) const {
    bool denied = false;
    std::set<uint32_t> seen;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.first >= last) break;
      if (hit.lexicon != negation_ && hit.lexicon != undone_) continue;
      if (hit.last + (Raised(sentence, hit) ? kRaisedReach : kDenialReach) < first + 1) continue;
      if (sentence.clause[hit.first] != sentence.clause[first] || !seen.insert(hit.first).second) continue;
      const bool none = std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& other) {
        return other.lexicon == not_negation_ && other.first <= hit.first && hit.first < other.last;
      });
      if (!none) denied = !denied;
    }
    return denied;
  }

  // The words of a state may hold their own negation ("not guilty"): then it is no denial of the state.
  bool SetBounds(const Sentence& sentence, uint32_t first, uint32_t last, Standing& standing) const {
    if (!sentence.text.empty() && sentence.text.back() == '?') return false;
    const Modality modality = ModalityAt(analysis_, sentence, first, kReach);
    if (modality == Modality::kHypothetical) return false;
    const int rank = StateOf(standing).rank;
    const bool denied = Denied(sentence, first, negative_[standing.claim->pattern] ? first : last);
    if (denied && flips_) {
      standing.state = 1 - standing.state;
      standing.low = StateOf(standing).rank;
      standing.told = true;
      return true;
    }
    if (denied) {
      standing.high = rank - 1;
      standing.firm = true;
      return true;
    }
    const bool open = modality == Modality::kExpected || modality == Modality::kPossible;
    if (open && open_state_ && rank > machine_.states[*open_state_].rank) {
      standing.state = *open_state_;
      standing.low = StateOf(standing).rank;
      standing.high = rank - 1;
      return true;
    }
    standing.low = rank;
    standing.told = true;
    if (closing_[standing.state]) {
      standing.high = rank;
      standing.firm = true;
    }
    return true;
  }

  // Content senses before and after a state, and in its gaps.
  std::vector<WordId> Beside(const Sentence& sentence, std::pair<uint32_t, uint32_t> before,
                             std::pair<uint32_t, uint32_t> after, const NamedClaim& claim) const {
    std::vector<WordId> senses = ContentSenses(sentence, before.first, before.second);
    const std::vector<WordId> behind = ContentSenses(sentence, after.first, after.second);
    senses.insert(senses.end(), behind.begin(), behind.end());
    const std::set<WordId>& own = own_words_[claim.pattern];
    for (uint32_t w = before.second; w < after.first; ++w) {
      const Word& word = sentence.words[w];
      if (!word.stop && !word.number && !own.contains(word.lemma)) senses.push_back(word.sense);
    }
    SortOnce(senses);
    return senses;
  }

  std::vector<WordId> Around(const NamedClaim& claim) const {
    const auto& sentences = analysis_.documents[claim.document].sentences;
    std::vector<WordId> words;
    const uint32_t from = claim.sentence < kBeside ? 0 : claim.sentence - kBeside;
    for (uint32_t s = from; s < sentences.size() && s <= claim.sentence + kBeside; ++s) {
      for (const Word& word : sentences[s].words) {
        if (!word.stop) words.push_back(word.sense);
      }
    }
    SortOnce(words);
    return words;
  }

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

  double SharedNames(const Standing& a, const Standing& b) const {
    double shared = 0;
    for (uint32_t name : a.names) {
      if (std::binary_search(b.names.begin(), b.names.end(), name)) shared += kName;
    }
    return shared;
  }

  bool SameObject(const Standing& a, const Standing& b) const {
    const double shared = SharedWeight(analysis_, a.anchor, b.anchor) + SharedNames(a, b);
    return shared >= (a.lead && b.lead ? kLeadAnchor : kAnchor);
  }

  // The same with the sentences around, for states that exclude each other by their own words.
  bool SameThing(const Standing& a, const Standing& b) const {
    if (of_persons_ && OtherPersons(a, b)) return false;
    if (flips_ && SharedWeight(analysis_, a.near, b.near) < kNearAnchor) return false;
    const double own = SharedWeight(analysis_, a.anchor, b.anchor) + SharedNames(a, b);
    const double around = SharedWeight(analysis_, a.around, b.around);
    return own + kAroundShare * std::max(0.0, around - own) >= kFirmAnchor;
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
    claim.value.canonical = standing.told || standing.high == kAny
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
      if (ahead.claim->document != d || ahead.low == kNone || !IsHeadline(SentenceOf(ahead))) continue;
      if (BodyReaches(d, ahead)) continue;
      for (const Standing& behind : standings_) {
        if (behind.claim->document != d || behind.low == kNone || IsHeadline(SentenceOf(behind)) ||
            behind.low >= ahead.low || (passing_[ahead.state] && passing_[behind.state]))
          continue;
        if (SameObject(ahead, behind)) {
          Relate(ahead, behind, std::min(machine_.severity, Severity::kWarning), "contradiction",
                 GoesFurther(ahead, behind));
        }
      }
    }
  }

  bool BodyReaches(uint32_t d, const Standing& ahead) const {
    return std::any_of(standings_.begin(), standings_.end(), [&](const Standing& other) {
      return other.claim->document == d && !IsHeadline(SentenceOf(other)) && other.low >= ahead.low &&
             SameObject(ahead, other);
    });
  }

  // Document d claims a state that e, on the same thing, does not reach anywhere.
  void Ahead(uint32_t d, uint32_t e) {
    for (const Standing& ahead : standings_) {
      if (ahead.claim->document != d || ahead.low == kNone) continue;
      std::vector<const Standing*> behind;
      bool reached = false;
      for (const Standing& other : standings_) {
        if (other.claim->document != e || other.low == kNone) continue;
        const bool same = SameObject(ahead, other);
        reached |= other.low >= ahead.low && (same || SameThing(ahead, other));
        if (same) behind.push_back(&other);
      }
      if (reached) continue;
      for (const Standing* other : behind) RelateDocuments(d, e, ahead, *other);
    }
  }

  void RelateDocuments(uint32_t d, uint32_t e, const Standing& ahead, const Standing& behind) {
    const DocumentInfo& first = InfoOf(d);
    const DocumentInfo& second = InfoOf(e);
    if (second.role == Role::kDraft) return;  // a draft that says less than its source is careful, not wrong
    if (first.role == Role::kDraft) {
      if (!AnySourceReaches(ahead)) RelateByDay(d, e, ahead, behind, GoesFurther(ahead, behind));
      return;
    }
    const bool later = first.published && second.published && *first.published > *second.published;
    // Of two sources one tells of an arrest and one of the charge: each tells what it knows at its hour.
    const bool note = later || (passing_[ahead.state] && passing_[behind.state]);
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
    return (opposed_[a.state] && StateOf(b).rank >= StateOf(a).rank) ||
           (opposed_[b.state] && StateOf(a).rank >= StateOf(b).rank);
  }

  bool Clash(const Standing& ahead, const Standing& behind) const {
    if (Exclude(ahead, behind)) return true;
    // What is denied bounds the states beyond it, not those on another way: who is not convicted may be acquitted.
    const bool other_way =
        !behind.told && ahead.state != behind.claim->state && (opposed_[ahead.state] || opposed_[behind.claim->state]);
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
      if (other.told && !closing_[other.state]) return own.told && own.low >= other.low && !Exclude(own, other);
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
  std::optional<uint32_t> open_state_;
  std::vector<bool> opposed_, closing_, passing_;  // by state
  std::vector<bool> negative_;                     // by pattern, over all states
  std::vector<std::set<WordId>> own_words_;        // lemmas of its words, by pattern
  bool flips_ = false, of_persons_ = false;
  LexiconId negation_ = kNoLexicon, not_negation_ = kNoLexicon, undone_ = kNoLexicon, raising_ = kNoLexicon;
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
