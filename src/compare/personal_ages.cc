#include <algorithm>
#include <cstdlib>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compare/age_owner.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/settings.h"
#include "compare/unnamed_ages.h"

// Two ages of one person who is named in full with each. Between the days of two texts a person may grow older; nobody
// grows younger.
namespace crosscheck {

namespace {

constexpr int64_t kDaysOfYear = 365;
constexpr int64_t kYearsOfGeneration = 14;
// A birthday between two reports of one event is possible and unlikely: within this many days it is asked about.
constexpr int64_t kDaysWithoutBirthday = 30;

struct PersonalAge {
  uint32_t document = 0;  // index into Analysis::documents
  const ValueMention* value = nullptr;
  uint32_t mention = 0;  // index into Sentence::names
  uint32_t entity = 0;
  FullName name;
  int64_t years = 0;
  std::optional<int64_t> earliest, latest;  // days since 1970-01-01 on which it may have been true
};

class PersonalAgeComparer {
 public:
  PersonalAgeComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink), scope_(analysis.lexicons->Find("scope")) {
    at_the_time_ = analysis.lexicons->FindGroup(scope_, "at-the-time");
  }

  void Run() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) Collect(d);
    for (size_t i = 0; i < ages_.size(); ++i) {
      for (size_t j = i + 1; j < ages_.size(); ++j) Compare(ages_[i], ages_[j]);
    }
  }

 private:
  void Collect(uint32_t d) {
    const DocumentAnalysis& document = analysis_.documents[d];
    for (const ValueMention& value : document.values) {
      const Value& own = value.mention.value;
      if (own.kind != ValueKind::kAge || value.first >= value.last) continue;
      const bool plain = own.modifier == Modifier::kExact && own.low && own.low == own.high && own.low->is_integer();
      if (!plain || (!own.unit.empty() && own.unit != "year") || *own.low > Exact(120)) continue;
      const Sentence& sentence = document.sentences[value.sentence];
      const std::optional<uint32_t> owner = OwnerOfAge(analysis_, sentence, value);
      if (!owner || IsOfAnotherTime(sentence)) continue;
      const NameMention& name = sentence.names[*owner];
      PersonalAge age{d, &value, *owner, name.entity, PartsOfName(analysis_.entities[name.entity])};
      age.name.suffix = SuffixAt(sentence, name);
      age.years = static_cast<int64_t>(own.low->numerator());
      SetDays(document, sentence, age);
      ages_.push_back(std::move(age));
    }
  }

  bool IsOfAnotherTime(const Sentence& sentence) const {
    return std::any_of(sentence.hits.begin(), sentence.hits.end(),
                       [&](const LexiconHit& hit) { return hit.lexicon == scope_ && hit.group == at_the_time_; });
  }

  // The days on which the age may have been true: the text's own, and back to any day that the sentence names ("in
  // 2003 a 40-year-old Ann Lee pleaded guilty").
  static void SetDays(const DocumentAnalysis& document, const Sentence& sentence, PersonalAge& age) {
    const std::optional<absl::CivilDay> published = document.document->info().published;
    if (!published) return;
    age.latest = *published - absl::CivilDay(1970, 1, 1);
    age.earliest = *age.latest;
    for (const uint32_t index : sentence.values) {
      const Value& other = document.values[index].mention.value;
      if (other.kind == ValueKind::kDate && other.low && *other.low < Exact(*age.earliest)) {
        age.earliest = static_cast<int64_t>(other.low->numerator() / other.low->denominator());
      }
    }
  }

  // Whether the years between the two ages may have passed between the days of the two.
  static bool MayHaveGrown(const PersonalAge& a, const PersonalAge& b) {
    const int64_t grown = b.years - a.years;
    if (!a.latest || !b.latest) return grown == 1 || grown == -1;
    const int64_t least = *b.earliest - *a.latest;
    const int64_t most = *b.latest - *a.earliest;
    return MayPass(grown, most) || MayPass(-grown, -least);
  }

  // Whether somebody may grow `years` older, one or more, in at most `days`.
  static bool MayPass(int64_t years, int64_t days) {
    return years >= 1 && days >= kDaysWithoutBirthday && years <= days / kDaysOfYear + 1;
  }

  // Two persons of that name in one of the texts ("Sr." and "Jr.", 36 and 9) leave it open whose age it is.
  bool IsAmbiguous(const PersonalAge& a, const PersonalAge& b) const {
    if (HasNamesake(a) || HasNamesake(b)) return true;
    return std::any_of(ages_.begin(), ages_.end(), [&](const PersonalAge& other) {
      if (other.document != a.document && other.document != b.document) return false;
      if (other.name.first != a.name.first || other.name.last != a.name.last) return false;
      return !MayBeOnePerson(other.name, a.name) || !MayBeOnePerson(other.name, b.name);
    });
  }

  // Whether the text gives another age to the name that is a generation away.
  bool HasNamesake(const PersonalAge& age) const {
    return std::any_of(ages_.begin(), ages_.end(), [&](const PersonalAge& other) {
      const bool same_place = other.value->sentence == age.value->sentence && other.mention == age.mention;
      return other.document == age.document && !same_place && MayBeOnePerson(other.name, age.name) &&
             std::abs(other.years - age.years) >= kYearsOfGeneration;
    });
  }

  // Whether the text of `a` gives the person the age of `b` as well.
  bool SaysToo(const PersonalAge& a, const PersonalAge& b) const {
    return std::any_of(ages_.begin(), ages_.end(), [&](const PersonalAge& other) {
      return other.document == a.document && other.years == b.years && MayBeOnePerson(other.name, b.name);
    });
  }

  void Compare(const PersonalAge& a, const PersonalAge& b) {
    if (a.years == b.years || !MayBeOnePerson(a.name, b.name) || IsAmbiguous(a, b)) return;
    const bool one_text = a.document == b.document;
    // "John Lee, 61, and his son John Lee, 36"; but "26-year-old John Lee, 36" is one.
    if (one_text && a.value->sentence == b.value->sentence && a.mention != b.mention) return;
    if (MayHaveGrown(a, b) || (!one_text && !MayCompare(analysis_, a.document, b.document))) return;
    if (!one_text && SaysToo(a, b) && SaysToo(b, a)) return;
    Claim left = MakeClaim(a);
    Claim right = MakeClaim(b);
    Relation relation = MakeRelation(
        analysis_, rule_, {left, a.document}, {right, b.document},
        absl::StrCat(analysis_.entities[a.entity].display, " is ", a.years, " here and ", b.years, " there"));
    relation.question = absl::StrCat(a.name.first, " ", a.name.last);
    sink_.Relate(std::move(relation), std::move(left), std::move(right));
  }

  Claim MakeClaim(const PersonalAge& age) const {
    Claim claim = ClaimOfValue(analysis_, analysis_.documents[age.document], *age.value);
    claim.rule = rule_.id;
    claim.subject = analysis_.entities[age.entity].display;
    return claim;
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  LexiconId scope_;
  int at_the_time_ = -1;
  std::vector<PersonalAge> ages_;
};

}  // namespace

void CompareAges(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  if (TextSetting(rule, "find", "named") == "unnamed") {
    CompareUnnamedAges(analysis, rule, sink);
    return;
  }
  PersonalAgeComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
