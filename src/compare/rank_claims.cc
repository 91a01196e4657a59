#include "compare/rank_claims.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/any_of.h"
#include "claim/modality.h"
#include "compare/clause.h"

namespace crosscheck {

namespace {

constexpr int kMostRanks = 99;

class RankReader {
 public:
  RankReader(const Analysis& analysis, uint32_t document)
      : analysis_(analysis),
        d_(document),
        document_(analysis.documents[document]),
        placings_(analysis.lexicons->Find("placings")),
        verbs_(analysis.lexicons->Find("placing-verbs")),
        missed_(analysis.lexicons->Find("placing-missed")),
        superlatives_(analysis.lexicons->Find("superlatives")),
        comparatives_(analysis.lexicons->Find("comparatives")),
        scopes_(analysis.lexicons->Find("rank-scopes")),
        contests_(analysis.lexicons->Find("contests")) {}

  std::vector<RankClaim> Read() {
    for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
      ReadRows(s);
      ReadOrdinals(s);
      ReadPhrases(s);
    }
    EndRun();
    return std::move(claims_);
  }

 private:
  // Lists of results: 1 and a name, 2 and a name, and so on, in lines or in a row.
  void ReadRows(uint32_t s) {
    const Sentence& sentence = document_.sentences[s];
    const auto size = static_cast<uint32_t>(sentence.words.size());
    for (uint32_t w = 0; w < size; ++w) {
      const Word& word = sentence.words[w];
      if (!word.capital || word.number) continue;
      if (w > 0 && (!sentence.words[w - 1].number || word.comma_before)) continue;
      const int rank = w == 0 ? NumberOfItem(sentence) : RankOf(sentence.words[w - 1].text);
      if (rank == 1) EndRun();
      if (rank == 0 || rank != static_cast<int>(run_.size()) + 1) continue;
      uint32_t last = w + 1;
      while (last < size && sentence.words[last].capital && !sentence.words[last].comma_before &&
             !sentence.words[last].break_before)
        ++last;
      // "2. Hanna Drost starts": a point of a plan.
      if (last < size && !sentence.words[last].number && !sentence.words[last].comma_before &&
          !sentence.words[last].break_before)
        continue;
      RankClaim claim = At(s, w == 0 ? 0 : w - 1, last, rank, rank);
      claim.entity = EntityOf(sentence, w, last);
      claim.listed = true;
      run_.push_back(claim);
    }
  }

  // Who is named in a row, where names begin lines and stand without a sentence.
  int EntityOf(const Sentence& sentence, uint32_t first, uint32_t last) const {
    std::vector<absl::string_view> words;
    for (uint32_t w = first; w < last; ++w) words.push_back(sentence.words[w].text);
    const std::string key = absl::StrJoin(words, " ");
    for (const NameMention& name : sentence.names) {
      if (name.first >= first && name.last <= last && name.last == last) return static_cast<int>(name.entity);
    }
    const auto found = std::find_if(analysis_.entities.begin(), analysis_.entities.end(),
                                    [&](const NamedEntity& entity) { return entity.key == key; });
    return found == analysis_.entities.end() ? -1 : static_cast<int>(found - analysis_.entities.begin());
  }

  // "2." before the text of a list item, which the reader of the markup takes off.
  int NumberOfItem(const Sentence& sentence) const {
    if (sentence.zone != Zone::kListItem || sentence.block == nullptr ||
        document_.document->segments()[sentence.segment].span.begin != 0)
      return 0;
    const absl::string_view text = document_.document->text();
    const size_t at = std::min(sentence.block->ToDocument({0, 1}).begin, text.size());
    absl::string_view before = text.substr(0, at);
    before.remove_prefix(before.rfind('\n') == absl::string_view::npos ? 0 : before.rfind('\n') + 1);
    before = absl::StripAsciiWhitespace(before);
    if (before.empty() || (before.back() != '.' && before.back() != ')')) return 0;
    before.remove_suffix(1);
    return RankOf(before);
  }

  static int RankOf(absl::string_view digits) {
    int rank = 0;
    if (digits.size() > 2 || !absl::SimpleAtoi(digits, &rank) || rank < 1 || rank > kMostRanks) return 0;
    return rank;
  }

  // A list of one is none.
  void EndRun() {
    if (run_.size() >= 2) {
      std::copy_if(run_.begin(), run_.end(), std::back_inserter(claims_),
                   [](const RankClaim& row) { return row.entity >= 0; });
    }
    run_.clear();
  }

  void ReadOrdinals(uint32_t s) {
    const Sentence& sentence = document_.sentences[s];
    for (uint32_t index : sentence.values) {
      const ValueMention& value = document_.values[index];
      if (value.mention.value.kind != ValueKind::kOrdinal || !value.mention.value.low) continue;
      const int rank = static_cast<int>(value.mention.value.low->ToDouble());
      if (rank < 1 || rank > kMostRanks) continue;
      if (const LexiconHit* degree = HitAt(sentence, superlatives_, value.last)) {
        AddDegree(s, value.first, *degree, rank);
      } else if (IsPlacing(sentence, value)) {
        AddPlacing(s, value.first, value.last, rank, rank);
      }
    }
  }

  // "Finished fourth", "was second in 22.31", "took third place": no "fourth goal", no "in the first place".
  bool IsPlacing(const Sentence& sentence, const ValueMention& value) const {
    const auto text = [&](uint32_t w) {
      return w < sentence.words.size() ? sentence.words[w].text : absl::string_view();
    };
    const uint32_t next = value.last;
    const bool ends = next >= sentence.words.size() || sentence.words[next].comma_before ||
                      sentence.words[next].break_before || sentence.words[next].number;
    const absl::string_view before = value.first > 0 ? text(value.first - 1) : absl::string_view();
    if (!ends && IsAnyOf(text(next), {"place", "spot", "position"}))
      return !IsAnyOf(before, {"the", "every", "each"}) && !IsAnyOf(text(next + 1), {"where", "that"});
    if (before == "the" || before == "a" || before == "an") return false;
    constexpr uint32_t kReach = 3;
    // "Third in the short race and fifth in the long one".
    const bool goes_on = IsAnyOf(before, {"and", "then", "but"}) && !claims_.empty() && claims_.back().degree < 0 &&
                         &document_.sentences[claims_.back().sentence] == &sentence;
    if (!goes_on && !HasHitBefore(sentence, verbs_, value.first, kReach)) return false;
    return ends ||
           IsAnyOf(text(next), {"in", "with", "behind", "at", "overall", "on", "after", "and", "but", "out", "of"});
  }

  void ReadPhrases(uint32_t s) {
    const Sentence& sentence = document_.sentences[s];
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon == placings_) {
        ReadPlacing(s, hit);
      } else if (hit.lexicon == superlatives_) {
        ReadSuperlative(s, hit);
      } else if (hit.lexicon == comparatives_) {
        ReadComparative(s, hit);
      }
    }
  }

  // The name of a group of "placings" is its range: "1-3 podium".
  void ReadPlacing(uint32_t s, const LexiconHit& hit) {
    constexpr uint32_t kReach = 4;
    const Sentence& sentence = document_.sentences[s];
    if (HasHitBefore(sentence, missed_, hit.first, kReach)) return;
    const std::string& group = analysis_.lexicons->GroupName(placings_, hit.group);
    const std::vector<absl::string_view> range =
        absl::StrSplit(absl::string_view(group).substr(0, group.find(' ')), '-');
    int best = 0;
    int worst = 0;
    if (!absl::SimpleAtoi(range.front(), &best) || !absl::SimpleAtoi(range.back(), &worst)) return;
    AddPlacing(s, hit.first, hit.last, best, worst);
  }

  // "Its tallest building": the first of them. "One of the tallest" and "among the tallest" are no rank.
  void ReadSuperlative(uint32_t s, const LexiconHit& hit) {
    const Sentence& sentence = document_.sentences[s];
    if (hit.first == 0) return;
    const Word& before = sentence.words[hit.first - 1];
    if (sentence.words[hit.first].hyphen_before) return;
    if (before.text != "the" && before.text != "its" && before.text != "their" && !before.possessive) return;
    for (uint32_t w = hit.first > 4 ? hit.first - 4 : 0; w < hit.first; ++w) {
      if (IsAnyOf(sentence.words[w].text, {"of", "among", "amongst", "two", "three", "not"})) return;
    }
    AddDegree(s, hit.first, hit, 1);
  }

  // "Only Ardvale is bigger": the second. "Nobody has run faster" says the same as a superlative.
  void ReadComparative(uint32_t s, const LexiconHit& hit) {
    const Sentence& sentence = document_.sentences[s];
    const auto [from, to] = ClauseAround(sentence, hit.first);
    uint32_t only = from;
    while (only < hit.first && sentence.words[only].text != "only") ++only;
    constexpr uint32_t kReach = 10;
    if (only >= hit.first || hit.first - only > kReach) return;
    const uint32_t next = only + 1;
    // "Only two are bigger" makes a third.
    if (sentence.words[next].number || IsAnyOf(sentence.words[next].text, {"by", "slightly", "a", "in", "when", "if"}))
      return;
    int rank = 2;
    for (uint32_t index : sentence.values) {
      const ValueMention& value = document_.values[index];
      if (value.first == next && value.mention.value.low)
        rank = 1 + static_cast<int>(value.mention.value.low->ToDouble());
    }
    const std::string& group = analysis_.lexicons->GroupName(comparatives_, hit.group);
    const int degree = analysis_.lexicons->FindGroup(superlatives_, group);
    if (degree < 0 || rank < 2 || rank > kMostRanks) return;
    RankClaim claim = At(s, only, hit.last, rank, rank);
    claim.degree = degree;
    claim.head = NounAfter(sentence, hit.last, to);
    claim.entity = TopicBefore(s);
    claims_.push_back(claim);
  }

  // The last noun of the phrase that begins at `from`: "freight railroad".
  WordId NounAfter(const Sentence& sentence, uint32_t from, uint32_t to) const {
    constexpr uint32_t kMost = 4;
    WordId noun = 0;
    for (uint32_t w = from; w < std::min(to, from + kMost); ++w) {
      const Word& word = sentence.words[w];
      if (word.stop || word.number || word.break_before || (word.comma_before && w > from)) break;
      noun = word.sense;
      if (word.possessive) break;
    }
    return noun;
  }

  // What it is a place of: "in the Ardvale lake race".
  static std::vector<WordId> OrderAfter(const Sentence& sentence, uint32_t from) {
    constexpr uint32_t kGap = 3;
    constexpr uint32_t kMost = 6;
    const auto size = static_cast<uint32_t>(sentence.words.size());
    for (uint32_t w = from; w < std::min(size, from + kGap); ++w) {
      if (sentence.words[w].comma_before || sentence.words[w].break_before) break;
      if (!IsAnyOf(sentence.words[w].text, {"in", "of"})) continue;
      uint32_t last = w + 1;
      while (last < std::min(size, w + kMost) && !sentence.words[last].comma_before &&
             !sentence.words[last].break_before &&
             !IsAnyOf(sentence.words[last].text, {"on", "with", "behind", "after", "for", "and", "at"}))
        ++last;
      return ContentSenses(sentence, w + 1, last);
    }
    return {};
  }

  void AddDegree(uint32_t s, uint32_t first, const LexiconHit& degree, int rank) {
    const Sentence& sentence = document_.sentences[s];
    if (!IsStated(sentence, first)) return;
    RankClaim claim = At(s, first, degree.last, rank, rank);
    claim.degree = degree.group;
    claim.head = NounAfter(sentence, degree.last, static_cast<uint32_t>(sentence.words.size()));
    claim.entity = HolderBefore(s, first);
    if (claim.entity < 0 && !sentence.names.empty()) claim.entity = static_cast<int>(sentence.names.front().entity);
    claims_.push_back(claim);
  }

  void AddPlacing(uint32_t s, uint32_t first, uint32_t last, int best, int worst) {
    const Sentence& sentence = document_.sentences[s];
    if (!IsStated(sentence, first)) return;
    RankClaim claim = At(s, first, last, best, worst);
    claim.entity = HolderBefore(s, first);
    claim.order = OrderAfter(document_.sentences[s], last);
    if (claim.entity >= 0) claims_.push_back(claim);
  }

  bool IsStated(const Sentence& sentence, uint32_t word) const {
    return ModalityAt(analysis_, sentence, word) == Modality::kStated && !sentence.InQuote(sentence.words[word].span);
  }

  RankClaim At(uint32_t s, uint32_t first, uint32_t last, int best, int worst) const {
    RankClaim claim;
    claim.document = d_;
    claim.sentence = s;
    claim.first = first;
    claim.last = last;
    claim.best = best;
    claim.worst = worst;
    constexpr uint32_t kReach = 6;
    for (const LexiconHit& hit : document_.sentences[s].hits) {
      if (hit.lexicon == scopes_ && hit.last + kReach > first && hit.first < last + kReach)
        claim.scope |= uint64_t{1} << hit.group;
    }
    return claim;
  }

  // The nearest person named before a word, else the nearest name; not where somebody is from or whom he came behind.
  int HolderBefore(uint32_t s, uint32_t word) const {
    const Sentence& sentence = document_.sentences[s];
    int holder = -1;
    for (auto name = sentence.names.rbegin(); name != sentence.names.rend(); ++name) {
      if (name->last > word || sentence.words[name->last - 1].possessive || IsInPhrase(sentence, *name) ||
          HasHitBefore(sentence, contests_, name->last, 1))
        continue;
      if (analysis_.entities[name->entity].type == NameType::kPerson) return static_cast<int>(name->entity);
      if (holder < 0) holder = static_cast<int>(name->entity);
    }
    if (holder >= 0) return holder;
    constexpr uint32_t kBegins = 3;
    for (uint32_t w = 0; w < std::min(kBegins, static_cast<uint32_t>(sentence.words.size())); ++w) {
      if (IsAnyOf(sentence.words[w].text, {"he", "she", "it", "her", "his"})) return TopicBefore(s);
    }
    return -1;
  }

  // "Of Uganda", "in the Ardvale race".
  static bool IsInPhrase(const Sentence& sentence, const NameMention& name) {
    constexpr uint32_t kReach = 2;
    for (uint32_t w = name.first; w > 0 && w + kReach > name.first; --w) {
      const absl::string_view before = sentence.words[w - 1].text;
      if (IsAnyOf(before, {"of", "from", "in", "at", "behind", "after", "to", "by", "with", "against", "for"}))
        return true;
      if (!IsAnyOf(before, {"the", "a", "an", "his", "her", "their", "this", "last"})) return false;
    }
    return false;
  }

  // Who or what the sentence before begins with.
  int TopicBefore(uint32_t s) const {
    if (s == 0 || IsHeadline(document_.sentences[s - 1])) return -1;
    const std::vector<NameMention>& names = document_.sentences[s - 1].names;
    return names.empty() ? -1 : static_cast<int>(names.front().entity);
  }

  static const LexiconHit* HitAt(const Sentence& sentence, LexiconId lexicon, uint32_t word) {
    const auto hit = std::find_if(sentence.hits.begin(), sentence.hits.end(),
                                  [&](const LexiconHit& h) { return h.lexicon == lexicon && h.first == word; });
    return hit == sentence.hits.end() ? nullptr : &*hit;
  }

  static bool HasHitBefore(const Sentence& sentence, LexiconId lexicon, uint32_t word, uint32_t reach) {
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == lexicon && hit.last <= word && hit.last + reach > word;
    });
  }

  const Analysis& analysis_;
  uint32_t d_;
  const DocumentAnalysis& document_;
  LexiconId placings_, verbs_, missed_, superlatives_, comparatives_, scopes_, contests_;
  std::vector<RankClaim> claims_;
  std::vector<RankClaim> run_;  // rows of one list, from 1 on
};

}  // namespace

std::vector<RankClaim> RanksOf(const Analysis& analysis, uint32_t document) {
  return RankReader(analysis, document).Read();
}

}  // namespace crosscheck
