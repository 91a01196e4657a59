#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "compare/age_facts.h"
#include "compare/clause.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/people.h"

// Dates of birth, and ages on days that are told with them, as bounds on one birth: "born on 3 May 1961", "was 61 on 12
// June 2019". The graph of times (graph/time_findings.h) says which cannot all be. Ages of the day of a text are
// identity_ages.cc's.
namespace crosscheck {

namespace {

constexpr uint32_t kBornReach = 7;  // words from "born" to the date
constexpr uint32_t kAgeReach = 14;  // words between an age and the day that it is of
constexpr int kOldest = 115;

class LifetimeReader {
 public:
  LifetimeReader(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        people_(analysis),
        born_(analysis.lexicons->Find("born")),
        relatives_(analysis.lexicons->Find("relatives")) {}

  void Run() {
    if (born_ == kNoLexicon) return;
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) ReadBirths(d);
    for (const AgeFact& age : FindAges(analysis_, people_)) ReadAge(age);
  }

 private:
  struct Days {
    int64_t low = 0, high = 0;  // half-open, since 1970-01-01
  };

  // A date whose year is told.
  static std::optional<Days> DaysOfDate(const ValueMention& value) {
    const Value& date = value.mention.value;
    if (date.kind != ValueKind::kDate || date.parts.year == 0 || date.modifier != Modifier::kExact) return std::nullopt;
    if (!date.low || !date.high || !date.low->is_integer() || !date.high->is_integer() || date.step != Exact())
      return std::nullopt;
    if (value.first >= value.last) return std::nullopt;
    return Days{static_cast<int64_t>(date.low->numerator()), static_cast<int64_t>(date.high->numerator())};
  }

  bool IsBirth(const Sentence& sentence, const ValueMention& date) const {
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == born_ && hit.last <= date.first && date.first - hit.last <= kBornReach;
    });
  }

  // The one person that a sentence names; with another in it, whose day it is cannot be told.
  std::optional<uint32_t> OnlyPerson(const Sentence& sentence) const {
    std::optional<uint32_t> person;
    for (const NameMention& name : sentence.names) {
      const NamedEntity& entity = analysis_.entities[name.entity];
      if (!MayBePerson(entity) || (entity.tokens.size() < 2 && !name.partial)) continue;
      const uint32_t own = people_.Canonical(name.entity);
      if (person && *person != own) return std::nullopt;
      person = own;
    }
    return person;
  }

  bool HasRelative(const Sentence& sentence) const {
    return std::any_of(sentence.hits.begin(), sentence.hits.end(),
                       [&](const LexiconHit& hit) { return relatives_ != kNoLexicon && hit.lexicon == relatives_; });
  }

  // "She was born on …": the person of the sentence before.
  std::optional<uint32_t> PersonOf(const DocumentAnalysis& document, uint32_t s) const {
    const Sentence& sentence = document.sentences[s];
    if (HasRelative(sentence)) return std::nullopt;
    const std::optional<uint32_t> own = OnlyPerson(sentence);
    if (own || s == 0 || sentence.words.empty()) return own;
    const bool pronoun = std::any_of(sentence.words.begin(), sentence.words.end(),
                                     [](const Word& word) { return word.text == "he" || word.text == "she"; });
    const bool near = document.sentences[s - 1].block == sentence.block;
    return pronoun && near ? OnlyPerson(document.sentences[s - 1]) : std::nullopt;
  }

  void ReadBirths(uint32_t d) {
    const DocumentAnalysis& document = analysis_.documents[d];
    for (const ValueMention& value : document.values) {
      const Sentence& sentence = document.sentences[value.sentence];
      const std::optional<Days> days = DaysOfDate(value);
      if (!days || !IsBirth(sentence, value)) continue;
      const std::optional<uint32_t> person = PersonOf(document, value.sentence);
      if (person) Add(d, value.sentence, value.first, value.last, *person, *days, false);
    }
  }

  // The one day of the sentence that an age can be of.
  const ValueMention* DayOf(const DocumentAnalysis& document, const AgeFact& age) const {
    const Sentence& sentence = document.sentences[age.sentence];
    const ValueMention* only = nullptr;
    for (const uint32_t index : sentence.values) {
      const ValueMention& value = document.values[index];
      if (value.mention.value.kind != ValueKind::kDate) continue;
      if (only != nullptr) return nullptr;
      only = &value;
    }
    if (only == nullptr || IsBirth(sentence, *only)) return nullptr;
    const uint32_t between =
        only->first >= age.last ? only->first - age.last : age.first - std::min(only->last, age.first);
    if (between > kAgeReach) return nullptr;
    // "since 2004", "until 2004", "the crash of 2004" say nothing of the day of the age.
    const absl::string_view before = only->first > 0 ? sentence.words[only->first - 1].text : absl::string_view();
    return before == "in" || before == "on" || before == "," || sentence.words[only->first].comma_before ? only
                                                                                                         : nullptr;
  }

  void ReadAge(const AgeFact& age) {
    if (age.person == kNoPerson || age.relation || age.low != age.high || age.low < 1 || age.low > kOldest) return;
    const DocumentAnalysis& document = analysis_.documents[age.document];
    const Sentence& sentence = document.sentences[age.sentence];
    if (HasRelative(sentence)) return;
    const std::optional<uint32_t> only = OnlyPerson(sentence);
    if (only && *only != age.person) return;
    const ValueMention* date = DayOf(document, age);
    const std::optional<Days> days = date == nullptr ? std::nullopt : DaysOfDate(*date);
    if (!days) return;
    const auto years = static_cast<int>(age.low);
    const absl::CivilDay epoch(1970, 1, 1);
    const absl::CivilDay first = epoch + days->low;
    const absl::CivilDay last = epoch + (days->high - 1);
    // Born after the day that would make it a year more, and not after the one that makes it so many.
    const Days birth = {absl::CivilDay(first.year() - years - 1, first.month(), first.day()) + 1 - epoch,
                        absl::CivilDay(last.year() - years, last.month(), last.day()) + 1 - epoch};
    Add(age.document, age.sentence, std::min(age.first, date->first), std::max(age.last, date->last), age.person, birth,
        true);
  }

  void Add(uint32_t d, uint32_t s, uint32_t first, uint32_t last, uint32_t person, const Days& days, bool worked_out) {
    const DocumentAnalysis& document = analysis_.documents[d];
    const Sentence& sentence = document.sentences[s];
    const TextSpan span = SpanOfWords(sentence, first, last, sentence.text.size());
    const std::string& name = analysis_.entities[person].display;
    const absl::string_view text = sentence.text.substr(span.begin, span.size());
    TimeFact fact;
    fact.wording = worked_out ? absl::StrCat(name, ": “", text, "”") : absl::StrCat(name, " born “", text, "”");
    Claim claim = ClaimAt(document, sentence, span);
    claim.rule = rule_.id;
    claim.attribute = worked_out ? "age" : "birth";
    claim.subject = analysis_.entities[person].key;
    claim.value.kind = "date";
    claim.value.canonical = fact.wording;
    fact.later = absl::StrCat("person ", person, "\x1f", name);
    fact.least = days.low * kDayMinutes;
    fact.most = days.high * kDayMinutes - 1;
    fact.severity = rule_.severity;
    fact.ask = rule_.ask;
    fact.from_text = true;
    fact.worked_out = worked_out;
    fact.told = std::move(claim);
    sink_.time_facts().push_back(std::move(fact));
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  const People people_;
  LexiconId born_, relatives_;
};

}  // namespace

void CompareLifetimes(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  LifetimeReader(analysis, rule, sink).Run();
}

}  // namespace crosscheck
