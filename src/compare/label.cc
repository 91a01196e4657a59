#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claim/measure.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/likeness.h"
#include "compare/named.h"
#include "compare/settings.h"

// One figure, two measures, or one measure twice qualified: "a net profit of $214 million" in one document and
// "operating income was $214 million" in another. The figure has to be telling, and neither document may give it to the
// other's measure too.
namespace crosscheck {

namespace {

constexpr size_t kTellingDigits = 2;
constexpr uint8_t kSure = 2;  // how near the words that name the measure have to stand

constexpr uint32_t kBeforeFigure = 10;  // words between a qualifier and its figure
constexpr uint32_t kAfterFigure = 4;

struct Labelled {
  uint32_t document = 0;
  const ValueMention* value = nullptr;
};

// Kind, unit and bounds of a value, in words; "" where it is no telling figure.
std::string KeyOf(const Value& value) {
  if (!value.low || !value.high || value.is_fraction) return "";
  switch (value.kind) {
    case ValueKind::kMoney:
    case ValueKind::kNumber:
    case ValueKind::kPercent:
    case ValueKind::kQuantity:
    case ValueKind::kDuration:
      break;
    default:
      return "";
  }
  std::string digits = value.low->Absolute().ToString();
  digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  if (digits.size() < kTellingDigits) return "";
  return absl::StrCat(ValueKindName(value.kind), " ", value.unit, " ", value.low->ToString(), " ",
                      value.high->ToString());
}

class LabelComparer {
 public:
  LabelComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink) {
    measures_ = analysis.lexicons->Find("measures");
    const std::string sets = TextSetting(rule, "sets", "");
    if (!sets.empty()) sets_ = analysis.lexicons->Find(sets);
    const auto families = analysis.rules->lexicons.find(TextSetting(rule, "families", "confused-measures"));
    if (families == analysis.rules->lexicons.end()) return;
    for (size_t group = 0; group < families->second.groups.size(); ++group) {
      for (const std::string& name : families->second.groups[group].phrases) family_[name] = group;
    }
  }

  void Run() {
    if (measures_ == kNoLexicon) return;
    std::map<std::string, std::vector<Labelled>> by_figure;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) {
      for (const ValueMention& value : analysis_.documents[d].values) {
        std::string key = KeyOf(value.mention.value);
        // "1,842 euros a month" is the monthly wage of "1,842 euros"; two measures may have one figure at two rates.
        if (!key.empty() && sets_ == kNoLexicon) absl::StrAppend(&key, " per ", value.mention.value.per);
        if (!key.empty()) by_figure[std::move(key)].push_back({d, &value});
      }
    }
    for (const auto& [key, places] : by_figure) {
      if (sets_ == kNoLexicon) {
        CompareAll(places);
      } else {
        CompareQualifiers(places);
      }
    }
  }

 private:
  const std::string& NameOf(const Labelled& place) const {
    return analysis_.lexicons->GroupName(measures_, static_cast<uint16_t>(place.value->frame.measure.group));
  }

  // The group of measures that are taken for one another; -1 for none.
  int FamilyOf(const Labelled& place) const {
    const std::string& name = NameOf(place);
    const auto found = family_.find(name.substr(0, name.find('.')));
    return found == family_.end() ? -1 : static_cast<int>(found->second);
  }

  static bool IsSure(const Labelled& place) {
    const Measure& measure = place.value->frame.measure;
    return measure.group >= 0 && measure.strength >= kSure && measure.movement == Movement::kLevel;
  }

  // Whether the document could mean by its figure what `other` does: it says so, or it does not say.
  bool MayMean(const std::vector<Labelled>& places, uint32_t document, const Labelled& other) const {
    return std::any_of(places.begin(), places.end(), [&](const Labelled& place) {
      return place.document == document &&
             FitOf(place.value->frame.measure, other.value->frame.measure) != MeasureFit::kOther;
    });
  }

  void CompareAll(const std::vector<Labelled>& places) {
    std::set<std::pair<uint32_t, uint32_t>> done;
    for (const Labelled& a : places) {
      for (const Labelled& b : places) {
        if (a.document >= b.document || !MayCompare(analysis_, a.document, b.document) || !IsSure(a) || !IsSure(b))
          continue;
        if (FitOf(a.value->frame.measure, b.value->frame.measure) != MeasureFit::kOther) continue;
        if (FamilyOf(a) < 0 || FamilyOf(a) != FamilyOf(b)) continue;
        if (MayMean(places, a.document, b) || MayMean(places, b.document, a)) continue;
        if (done.insert({a.document, b.document}).second) Report(a, b, NameOf(a), NameOf(b));
      }
    }
  }

  // The groups of the lexicon "sets" that qualify a figure: "median", "full-year".
  std::set<uint16_t> QualifiersOf(const Labelled& place) const {
    const ValueMention& value = *place.value;
    const DocumentAnalysis& document = analysis_.documents[place.document];
    const Sentence& sentence = document.sentences[value.sentence];
    std::set<uint16_t> groups;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != sets_ ||
          sentence.clause[hit.first] != sentence.clause[std::min(value.first, LastWord(sentence))])
        continue;
      const bool before = hit.last <= value.first && value.first - hit.last <= kBeforeFigure;
      const bool after = hit.first >= value.last && hit.first - value.last <= kAfterFigure;
      if ((before || after) && !OtherFigureBetween(document, sentence, value, hit)) groups.insert(hit.group);
    }
    return groups;
  }

  static uint32_t LastWord(const Sentence& sentence) { return static_cast<uint32_t>(sentence.words.size()) - 1; }

  static bool OtherFigureBetween(const DocumentAnalysis& document, const Sentence& sentence, const ValueMention& value,
                                 const LexiconHit& hit) {
    return std::any_of(sentence.values.begin(), sentence.values.end(), [&](uint32_t index) {
      const ValueMention& other = document.values[index];
      if (&other == &value || other.mention.value.kind == ValueKind::kDate) return false;
      return hit.last <= value.first ? other.first >= hit.last && other.last <= value.first
                                     : other.first >= value.last && other.last <= hit.first;
    });
  }

  // The part of a group's name before its slash.
  absl::string_view SetOf(uint16_t group) const {
    const absl::string_view name = analysis_.lexicons->GroupName(sets_, group);
    return name.substr(0, name.find('/'));
  }

  // Two groups of one set, of which either figure has but its own, here and elsewhere in its document.
  std::optional<std::pair<uint16_t, uint16_t>> Clash(const std::vector<Labelled>& places, const Labelled& a,
                                                     const Labelled& b) const {
    for (const uint16_t left : QualifiersOf(a)) {
      for (const uint16_t right : QualifiersOf(b)) {
        if (left == right || SetOf(left) != SetOf(right)) continue;
        if (!Qualified(places, a.document, right) && !Qualified(places, b.document, left))
          return std::make_pair(left, right);
      }
    }
    return std::nullopt;
  }

  bool Qualified(const std::vector<Labelled>& places, uint32_t document, uint16_t group) const {
    return std::any_of(places.begin(), places.end(), [&](const Labelled& place) {
      return place.document == document && QualifiersOf(place).contains(group);
    });
  }

  void CompareQualifiers(const std::vector<Labelled>& places) {
    std::set<std::pair<uint32_t, uint32_t>> done;
    for (const Labelled& a : places) {
      for (const Labelled& b : places) {
        if (a.document >= b.document || !MayCompare(analysis_, a.document, b.document)) continue;
        Measure measure = a.value->frame.measure;
        measure.movement = b.value->frame.measure.movement;  // one figure is one, whether it "was" or "reached" it
        if (FitOf(measure, b.value->frame.measure) == MeasureFit::kOther) continue;
        const auto clash = Clash(places, a, b);
        if (!clash || !done.insert({a.document, b.document}).second) continue;
        const LexiconIndex& lexicons = *analysis_.lexicons;
        Report(a, b, lexicons.GroupName(sets_, clash->first), lexicons.GroupName(sets_, clash->second));
      }
    }
  }

  Claim MakeClaim(const Labelled& place, absl::string_view name) const {
    const DocumentAnalysis& document = analysis_.documents[place.document];
    const ValueMention& value = *place.value;
    const Sentence& sentence = document.sentences[value.sentence];
    const bool measured = sets_ == kNoLexicon;
    const uint32_t first = measured ? std::min(value.first, value.frame.measure.first) : value.first;
    const uint32_t last = measured ? std::max(value.last, value.frame.measure.last) : value.last;
    Claim claim = ClaimAt(document, sentence, SpanOfWords(sentence, first, last));
    claim.rule = rule_.id;
    claim.attribute = "measure";
    claim.value.kind = "measure";
    claim.value.text = std::string(document.document->Slice({claim.span.begin, claim.span.end}));
    claim.value.canonical = std::string(name);
    return claim;
  }

  void Report(const Labelled& a, const Labelled& b, absl::string_view name_a, absl::string_view name_b) {
    Claim left = MakeClaim(a, name_a);
    Claim right = MakeClaim(b, name_b);
    Relation relation = MakeRelation(analysis_, rule_, {left, a.document}, {right, b.document},
                                     absl::StrCat("one figure, for ", name_a, " and for ", name_b));
    relation.kind = "related";
    sink_.Relate(std::move(relation), std::move(left), std::move(right));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  LexiconId measures_ = kNoLexicon;
  LexiconId sets_ = kNoLexicon;  // qualifiers, where the rule asks for them and not for measures
  std::map<std::string, size_t> family_;
};

}  // namespace

void CompareLabels(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  LabelComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
