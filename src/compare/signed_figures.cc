#include "compare/signed_figures.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "compare/clause.h"

namespace crosscheck {

namespace {

constexpr uint32_t kBefore = 2;     // words between a word of direction and its figure
constexpr uint32_t kBeforeBy = 7;   // the same where "by" or "to" leads to the figure
constexpr uint32_t kAfter = 2;      // words between a figure and a word of direction after it: "a 5% pay rise"
constexpr uint32_t kMeasure = 6;    // words before a word of direction in which its measure stands
constexpr uint32_t kCompared = 12;  // words from a figure to the one that it is compared with
constexpr uint32_t kApposed = 4;    // words from a figure to its change in apposition
constexpr uint32_t kFromTo = 12;    // words in which "from X to Y" follows its verb

bool IsOneOf(absl::string_view word, absl::Span<const absl::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Verbs whose "up" and "down" tell of no direction.
constexpr absl::string_view kTakeUp[] = {
    "make",   "made", "makes",   "making",  "set",   "take",  "took",  "give",   "gave",    "sign",
    "signed", "end",  "ended",   "wound",   "wind",  "catch", "split", "break",  "broke",   "chalked",
    "racked", "put",  "stumped", "snapped", "clean", "track", "turn",  "turned", "tracked", "hunted"};

// What may stand between a word of direction and its figure: "slipped by about another three points".
constexpr absl::string_view kFillers[] = {"by",   "a",    "an",   "another", "further", "some",    "about",   "around",
                                          "only", "just", "over", "nearly",  "almost",  "roughly", "between", "more",
                                          "than", "as",   "much", "up",      "to",      "under",   "of"};
constexpr absl::string_view kBases[] = {"from", "against", "versus"};

// Between "to", "by" or "from" and a figure: "climbed to about 1.4 per cent".
constexpr absl::string_view kHedges[] = {"about",  "around",  "nearly", "almost",  "roughly", "just",
                                         "over",   "under",   "some",   "more",    "than",    "approximately",
                                         "barely", "exactly", "below",  "perhaps", "only",    "above"};

// The word that leads to the figure that begins at `first`; "" where there is none.
absl::string_view LeadTo(const Sentence& sentence, uint32_t first) {
  while (first > 0 && IsOneOf(sentence.words[first - 1].text, kHedges)) --first;
  return first > 0 ? sentence.words[first - 1].text : absl::string_view();
}

// A place in a table rises as its number falls.
constexpr absl::string_view kStandings[] = {"ranking", "rankings", "table",     "place",      "position", "spot",
                                            "chart",   "charts",   "standings", "seed",       "seeding",  "rank",
                                            "ranked",  "ladder",   "grid",      "leaderboard"};

bool TellsStandings(const Sentence& sentence) {
  return std::any_of(sentence.words.begin(), sentence.words.end(),
                     [](const Word& word) { return IsOneOf(word.text, kStandings); });
}

bool IsSignable(ValueKind kind) {
  return kind == ValueKind::kPercent || kind == ValueKind::kPoints || kind == ValueKind::kMoney ||
         kind == ValueKind::kNumber || kind == ValueKind::kQuantity;
}

class SignedReader {
 public:
  explicit SignedReader(const Analysis& analysis)
      : analysis_(analysis),
        before_(analysis.lexicons->Find("signs-before")),
        after_(analysis.lexicons->Find("signs-after")) {}

  std::vector<SignedFigure> Read() const {
    std::vector<SignedFigure> out;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      for (const ValueMention& value : analysis_.documents[d].values) {
        if (std::optional<SignedFigure> figure = Sign(d, value)) out.push_back(*figure);
      }
    }
    return out;
  }

  std::vector<Misdirected> ReadMisdirected() const {
    std::vector<Misdirected> out;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      const auto& sentences = analysis_.documents[d].sentences;
      for (uint32_t s = 0; s < sentences.size(); ++s) {
        for (const LexiconHit& hit : sentences[s].hits) {
          if (hit.lexicon == before_ && IsPlain(hit) && !TellsStandings(sentences[s])) Follow(d, s, hit, out);
        }
      }
    }
    return out;
  }

 private:
  // "Up" or "down" alone, which may belong to any verb.
  static bool IsBare(const Sentence& sentence, const LexiconHit& hit) {
    return hit.last == hit.first + 1 &&
           IsOneOf(sentence.words[hit.first].text, {{"up", "down", "ahead", "behind", "cut"}});
  }

  // "made up 41%": the word belongs to the verb.
  static bool IsParticle(const Sentence& sentence, const LexiconHit& hit) {
    return IsBare(sentence, hit) && hit.first > 0 && IsOneOf(sentence.words[hit.first - 1].text, kTakeUp);
  }

  // "Up to six": a limit, unless it stands behind "was" or has a base.
  static bool IsUpTo(const Sentence& sentence, const LexiconHit& hit) {
    return hit.last == hit.first + 1 && sentence.words[hit.first].text == "up" && hit.last < sentence.words.size() &&
           sentence.words[hit.last].text == "to";
  }

  // Up or down, and not better or worse.
  bool IsPlain(const LexiconHit& hit) const {
    const std::string& group = analysis_.lexicons->GroupName(hit.lexicon, hit.group);
    return group == "up" || group == "down";
  }

  const Sentence& SentenceOf(uint32_t document, const ValueMention& value) const {
    return analysis_.documents[document].sentences[value.sentence];
  }

  std::optional<SignedFigure> Sign(uint32_t d, const ValueMention& value) const {
    if (!IsSignable(value.mention.value.kind) || !value.mention.value.low) return std::nullopt;
    const Sentence& sentence = SentenceOf(d, value);
    const LexiconHit* hit = After(sentence, value);
    if (hit == nullptr) hit = Before(d, sentence, value);
    SignedFigure figure;
    figure.document = d;
    figure.value = &value;
    figure.first = value.first;
    figure.last = value.last;
    if (hit == nullptr) {
      figure.level = true;
      return Compared(d, sentence, value, figure) || IsEndOfSpan(d, sentence, value, figure)
                 ? std::optional<SignedFigure>(figure)
                 : std::nullopt;
    }
    figure.level = hit->last <= value.first && LeadTo(sentence, value.first) == "to";
    if (figure.level) figure.base = BaseOf(d, sentence, value);
    if (!IsSaid(sentence, *hit) || (figure.level && IsOfRates(*hit) && figure.base == nullptr)) return std::nullopt;
    figure.up =
        figure.base != nullptr && IsOfRates(*hit) ? IsAbove(value, *figure.base) : PointsUp(analysis_, sentence, *hit);
    figure.first = std::min(hit->first, value.first);
    figure.last = std::max(hit->last, value.last);
    // "Improved to 3.4% from 3.9%": the figures say which way that is.
    SignedFigure told = figure;
    if (figure.level && !IsPlain(*hit) && Compared(d, sentence, value, told)) figure.up = told.up;
    return figure;
  }

  static bool IsAbove(const ValueMention& a, const ValueMention& b) {
    return *a.mention.value.low > *b.mention.value.high;
  }

  // "Have risen while the new policy was put in place, from 64 to 109": the figures say it, and a word farther off too.
  bool IsEndOfSpan(uint32_t d, const Sentence& sentence, const ValueMention& value, SignedFigure& figure) const {
    if (LeadTo(sentence, value.first) != "to") return false;
    figure.base = BaseOf(d, sentence, value);
    if (figure.base == nullptr || figure.base->last > value.first || value.first - figure.base->last > 2) return false;
    figure.up = IsAbove(value, *figure.base);
    figure.first = figure.base->first;
    return figure.up != IsAbove(*figure.base, value) &&
           std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
             return hit.lexicon == before_ && hit.last <= figure.first && !IsBare(sentence, hit) &&
                    PointsUp(analysis_, sentence, hit) == figure.up;
           });
  }

  // "From 64" beside "to 109".
  const ValueMention* BaseOf(uint32_t d, const Sentence& sentence, const ValueMention& value) const {
    for (uint32_t index : sentence.values) {
      const ValueMention& other = analysis_.documents[d].values[index];
      const uint32_t apart = other.first > value.first ? other.first - value.first : value.first - other.first;
      if (&other == &value || apart > kCompared || OtherNoun(value, other)) continue;
      if (SameSort(value.mention.value, other.mention.value) && LeadTo(sentence, other.first) == "from") return &other;
    }
    return nullptr;
  }

  // A rand that weakens to 19.12 is a dollar that rises to it.
  bool IsOfRates(const LexiconHit& hit) const {
    const std::string& group = analysis_.lexicons->GroupName(hit.lexicon, hit.group);
    return group == "stronger" || group == "weaker";
  }

  bool IsSaid(const Sentence& sentence, const LexiconHit& hit) const {
    const Modality modality = ModalityAt(analysis_, sentence, hit.first);
    return modality != Modality::kDenied && modality != Modality::kHypothetical;
  }

  // "74,000 tonnes, against 91,000 last season" went down; "6,412 pupils, 188 fewer" too.
  bool Compared(uint32_t d, const Sentence& sentence, const ValueMention& value, SignedFigure& figure) const {
    for (uint32_t index : sentence.values) {
      const ValueMention& next = analysis_.documents[d].values[index];
      if (next.first < value.last + (next.first == value.last ? 0 : 1) || next.first > value.last + kCompared) continue;
      if (!SameSort(value.mention.value, next.mention.value) || OtherNoun(value, next)) continue;
      const LexiconHit* after = After(sentence, next);
      if (after != nullptr && after->first == next.last && !next.mention.value.is_fraction &&
          next.first <= value.last + kApposed && sentence.words[next.first].comma_before) {
        figure.up = PointsUp(analysis_, sentence, *after);
        figure.last = after->last;
        return true;
      }
      const absl::string_view lead = LeadTo(sentence, next.first);
      const bool brackets = IsInBrackets(sentence, value, next);
      const bool base =
          brackets || IsOneOf(lead, kBases) || (lead == "with" && sentence.words[next.first - 2].text == "compared");
      const bool money = value.mention.value.kind == ValueKind::kMoney;
      if (!base || (money && !brackets && !sentence.block->cell)) return false;
      const Value& x = value.mention.value;
      const Value& y = next.mention.value;
      if (*x.low <= *y.high && *y.low <= *x.high) return false;
      figure.up = *x.low > *y.high;
      figure.last = next.last;
      figure.base = &next;
      return true;
    }
    return false;
  }

  // "13.1% (14.6%)", "£31.2m (2025: £36.8m)": what it was in the period before, as results have it.
  static bool IsInBrackets(const Sentence& sentence, const ValueMention& value, const ValueMention& next) {
    constexpr size_t kLongestLabel = 14;  // "first half 2025"
    const TextSpan& own = value.mention.span;
    const TextSpan& theirs = next.mention.span;
    if (theirs.begin <= own.end || theirs.end >= sentence.text.size() || sentence.text[theirs.end] != ')') return false;
    absl::string_view between = absl::StripAsciiWhitespace(sentence.text.substr(own.end, theirs.begin - own.end));
    if (!absl::ConsumePrefix(&between, "(")) return false;
    return between.empty() || (between.size() <= kLongestLabel + 1 && between.back() == ':');
  }

  static bool OtherNoun(const ValueMention& a, const ValueMention& b) {
    const std::string& x = a.mention.value.noun;
    const std::string& y = b.mention.value.noun;
    return !x.empty() && !y.empty() && x != y;
  }

  const LexiconHit* Before(uint32_t d, const Sentence& sentence, const ValueMention& value) const {
    if (value.first == 0) return nullptr;
    const absl::string_view lead = LeadTo(sentence, value.first);
    if (IsOneOf(lead, kBases) || sentence.words[value.first - 1].text == "than") return nullptr;
    const bool led = lead == "by" || lead == "to";
    const LexiconHit* nearest = nullptr;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != before_ || hit.last > value.first) continue;
      if (value.first - hit.last <= (led ? kBeforeBy : kBefore)) nearest = &hit;
    }
    if (nearest == nullptr || IsParticle(sentence, *nearest)) return nullptr;
    if (IsUpTo(sentence, *nearest) && BaseOf(d, sentence, value) == nullptr) return nullptr;
    // "infections drop this year, to 1,318"
    const bool apart = lead == "to" && sentence.words[value.first - 1].comma_before;
    if (!apart && sentence.clause[nearest->first] != sentence.clause[value.first]) return nullptr;
    for (uint32_t w = nearest->last; w < value.first; ++w) {
      const Word& word = sentence.words[w];
      if (word.break_before || (!led && !IsOneOf(word.text, kFillers))) return nullptr;
    }
    return OtherFigureBetween(d, sentence, nearest->last, value) ? nullptr : nearest;
  }

  // "raised the fee for 40 pupils to $5" moves the fee; "rose from 4% to 5%" and "rose 3% to $5" move both figures.
  bool OtherFigureBetween(uint32_t d, const Sentence& sentence, uint32_t first, const ValueMention& value) const {
    return std::any_of(sentence.values.begin(), sentence.values.end(), [&](uint32_t index) {
      const ValueMention& other = analysis_.documents[d].values[index];
      if (&other == &value || other.first < first || other.last > value.first) return false;
      return other.first > first + 1 && IsSignable(other.mention.value.kind);  // not "on Thursday"
    });
  }

  const LexiconHit* After(const Sentence& sentence, const ValueMention& value) const {
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != after_ || hit.first < value.last || hit.first > value.last + kAfter) continue;
      if (IsBare(sentence, hit) && hit.last < sentence.words.size() && sentence.words[hit.last].text == "to") continue;
      for (uint32_t w = value.last; w <= hit.first; ++w) {
        const Word& word = sentence.words[w];
        if (word.comma_before || word.break_before) return nullptr;
        if (w < hit.first && (word.stop || word.number)) return nullptr;
      }
      return &hit;
    }
    return nullptr;
  }

  // The figures of "from X to Y" or "to Y from X" after a word of direction, where they went the other way.
  void Follow(uint32_t d, uint32_t s, const LexiconHit& hit, std::vector<Misdirected>& out) const {
    const DocumentAnalysis& document = analysis_.documents[d];
    const Sentence& sentence = document.sentences[s];
    const ValueMention* from = nullptr;
    const ValueMention* to = nullptr;
    for (uint32_t index : sentence.values) {
      const ValueMention& value = document.values[index];
      if (value.first <= hit.last - 1 || value.first > hit.last + kFromTo || value.first == 0) continue;
      if (sentence.clause[value.first] != sentence.clause[hit.first]) continue;
      const absl::string_view lead = LeadTo(sentence, value.first);
      if (lead == "from" && from == nullptr) from = &value;
      if (lead == "to" && to == nullptr) to = &value;
    }
    if (from == nullptr || to == nullptr || AnotherWordBetween(sentence, hit, *from, *to)) return;
    if (!SameSort(from->mention.value, to->mention.value)) return;
    const bool up = PointsUp(analysis_, sentence, hit);
    const Value& x = from->mention.value;
    const Value& y = to->mention.value;
    const bool goes_up = *y.low > *x.high;
    const bool goes_down = *y.high < *x.low;
    if (up ? goes_down : goes_up) out.push_back({d, s, hit, from, to});
  }

  static bool SameSort(const Value& x, const Value& y) {
    return x.kind == y.kind && IsSignable(x.kind) && x.unit == y.unit && x.per == y.per && x.low && x.high && y.low &&
           y.high;
  }

  bool AnotherWordBetween(const Sentence& sentence, const LexiconHit& hit, const ValueMention& from,
                          const ValueMention& to) const {
    const uint32_t end = std::max(from.first, to.first);
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& other) {
      return (other.lexicon == before_ || other.lexicon == after_) && other.first > hit.first && other.first < end;
    });
  }

  const Analysis& analysis_;
  LexiconId before_, after_;
};

}  // namespace

bool PointsUp(const Analysis& analysis, const Sentence& sentence, const LexiconHit& hit) {
  const std::string& group = analysis.lexicons->GroupName(hit.lexicon, hit.group);
  if (group == "up" || group == "stronger") return true;
  if (group == "down" || group == "weaker") return false;
  const LexiconId bad = analysis.lexicons->Find("bad-measures");
  const uint32_t first = hit.first > kMeasure ? hit.first - kMeasure : 0;
  const bool of_bad = std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& other) {
    return other.lexicon == bad && other.first >= first && other.last <= hit.first;
  });
  return (group == "better") != of_bad;
}

std::vector<SignedFigure> ReadSignedFigures(const Analysis& analysis) { return SignedReader(analysis).Read(); }

std::vector<Misdirected> FindMisdirected(const Analysis& analysis) { return SignedReader(analysis).ReadMisdirected(); }

}  // namespace crosscheck
