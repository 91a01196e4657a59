#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "compare/identity_checks.h"
#include "compare/named.h"

namespace crosscheck {

namespace {

// A day of birth or an age, and whose it is.
struct LifeFact {
  uint32_t document = 0;  // index into Analysis::documents
  const ValueMention* value = nullptr;
  uint32_t person = 0;  // index into Analysis::entities
  int days_before = 2;  // how long before the text's day the age may have been true
};

constexpr int kDaysSinceDeath = 30;  // obituaries appear within it
constexpr uint32_t kLead = 4;        // sentences in which an obituary says whose it is

class AgeChecker {
 public:
  AgeChecker(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        born_(analysis.lexicons->Find("born")),
        died_(analysis.lexicons->Find("dies")),
        scope_(analysis.lexicons->Find("scope")) {
    at_the_time_ = analysis.lexicons->FindGroup(scope_, "at-the-time");
  }

  void Run() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) Collect(d);
    for (const LifeFact& age : ages_) {
      for (const LifeFact& birth : births_) {
        if (age.person == birth.person && MayCompare(analysis_, age.document, birth.document)) Compare(age, birth);
      }
    }
  }

 private:
  void Collect(uint32_t d) {
    const DocumentAnalysis& document = analysis_.documents[d];
    const std::optional<uint32_t> dead = DeadPerson(document);
    for (const ValueMention& value : document.values) {
      const Sentence& sentence = document.sentences[value.sentence];
      if (value.first >= value.last || value.mention.value.modifier != Modifier::kExact) continue;
      if (value.mention.value.kind == ValueKind::kDate && AfterBorn(sentence, value)) {
        auto person = PersonOf(document, value, dead.has_value());
        if (!person) person = dead;
        if (person) births_.push_back({d, &value, *person});
      }
      if (dead && IsAgeAtDeath(sentence, value)) {
        ages_.push_back({d, &value, *dead, kDaysSinceDeath});
        continue;
      }
      if (value.mention.value.kind == ValueKind::kAge && IsOfToday(document, sentence, value)) {
        if (const auto person = Holder(sentence, value)) ages_.push_back({d, &value, *person});
      }
    }
  }

  // Whose obituary a text is: the first person that its head names beside an age at death; nullopt for other texts.
  std::optional<uint32_t> DeadPerson(const DocumentAnalysis& document) const {
    bool found = false;
    for (const ValueMention& value : document.values) {
      if (value.sentence >= kLead) continue;
      found = found || IsAgeAtDeath(document.sentences[value.sentence], value);
    }
    if (!found) return std::nullopt;
    for (uint32_t s = 0; s < document.sentences.size() && s < kLead; ++s) {
      for (const NameMention& name : document.sentences[s].names) {
        if (IsPerson(name)) return name.entity;
      }
    }
    return std::nullopt;
  }

  // "dies at 94", "died on Sunday aged 93": few words lie between, and no other person.
  bool IsAgeAtDeath(const Sentence& sentence, const ValueMention& value) const {
    const Value& own = value.mention.value;
    const absl::string_view before = value.first > 0 ? sentence.words[value.first - 1].text : absl::string_view();
    const bool bare = own.kind == ValueKind::kNumber && (before == "at" || before == "aged") && own.low &&
                      own.low->is_integer() && *own.low <= Exact(120);
    if (own.kind != ValueKind::kAge && !bare) return false;
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == died_ && hit.last <= value.first && value.first - hit.last <= 6;
    });
  }

  // "born in Leeds on 4 May 1931": the word stands before the date, few words away.
  bool AfterBorn(const Sentence& sentence, const ValueMention& value) const {
    return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
      return hit.lexicon == born_ && hit.last <= value.first && value.first - hit.last <= 7;
    });
  }

  // The name that stands next before the word "born", or the one that the sentence before began with, for "she".
  std::optional<uint32_t> PersonOf(const DocumentAnalysis& document, const ValueMention& value, bool obituary) const {
    const Sentence& sentence = document.sentences[value.sentence];
    std::optional<uint32_t> person;
    for (const NameMention& name : sentence.names) {
      if (name.last <= value.first && IsPerson(name)) person = name.entity;
      if (name.last <= value.first && IsPerson(name)) break;
    }
    if (person || sentence.words.empty()) return person;
    // "Born in 1950, Ann Lee …"
    if (sentence.words.front().text == "born" && !obituary) {
      for (const NameMention& name : sentence.names) {
        if (name.first >= value.last && IsPerson(name)) return name.entity;
      }
    }
    if (value.sentence == 0) return person;
    if (sentence.words.front().text != "he" && sentence.words.front().text != "she") return std::nullopt;
    for (const NameMention& name : document.sentences[value.sentence - 1].names) {
      if (IsPerson(name)) return name.entity;
    }
    return std::nullopt;
  }

  bool IsPerson(const NameMention& name) const {
    const NameType type = analysis_.entities[name.entity].type;
    return type == NameType::kPerson ||
           (type == NameType::kUnknown && analysis_.entities[name.entity].tokens.size() >= 2);
  }

  // "Ann Lee, 47," and "47-year-old Ann Lee": the name that touches the age.
  std::optional<uint32_t> Holder(const Sentence& sentence, const ValueMention& value) const {
    for (const NameMention& name : sentence.names) {
      if (!IsPerson(name)) continue;
      const bool before = name.last <= value.first && value.first - name.last <= 1;
      const bool after = name.first >= value.last && name.first - value.last <= 2;
      if (before || after) return name.entity;
    }
    return std::nullopt;
  }

  // An age of another time: beside a year or a date, or words such as "at the time".
  bool IsOfToday(const DocumentAnalysis& document, const Sentence& sentence, const ValueMention& value) const {
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon == scope_ && hit.group == at_the_time_) return false;
    }
    for (const Word& word : sentence.words) {
      for (absl::string_view past : {"then", "when", "ago", "died", "aged", "later"}) {
        if (word.text == past && !(past == "aged" && &word < &sentence.words[value.first])) return false;
      }
    }
    return std::none_of(sentence.values.begin(), sentence.values.end(), [&](uint32_t other) {
      const ValueMention& date = document.values[other];
      return date.mention.value.kind == ValueKind::kDate && date.mention.value.parts.year != 0 &&
             !AfterBorn(sentence, date) && !(date.first > 0 && sentence.words[date.first - 1].text == "since");
    });
  }

  void Compare(const LifeFact& age, const LifeFact& birth) {
    const auto day = analysis_.documents[age.document].document->info().published;
    const Value& stated = age.value->mention.value;
    if (!day || !stated.low || stated.low != stated.high || !stated.low->is_integer()) return;
    if (!stated.unit.empty() && stated.unit != "year") return;
    Value today;
    const auto number = *day - absl::CivilDay(1970, 1, 1);
    today.low = Exact(number - age.days_before);
    today.high = Exact(number + 1);
    const auto years = YearsBetween(birth.value->mention.value, today);
    if (!years || years->second > 120) return;
    const auto own = static_cast<int>(stated.low->numerator());
    if (own >= years->first && own <= years->second) return;
    const std::string range =
        years->first == years->second ? absl::StrCat(years->first) : absl::StrCat(years->first, " or ", years->second);
    Report(age, birth, absl::StrCat("born then, the age on the day of the text is ", range));
  }

  void Report(const LifeFact& age, const LifeFact& birth, const std::string& reason) {
    const auto make = [&](const LifeFact& fact, absl::string_view canonical) {
      Claim claim = ClaimOfValue(analysis_, analysis_.documents[fact.document], *fact.value);
      claim.rule = rule_.id;
      claim.attribute = "age";
      claim.subject = analysis_.entities[fact.person].key;
      claim.value.value = std::nullopt;
      claim.value.canonical = std::string(canonical);
      return claim;
    };
    const Claim a = make(age, "age");
    const Claim b = make(birth, "birth");
    Relation relation = MakeRelation(analysis_, rule_, {a, age.document}, {b, birth.document}, reason);
    relation.question = absl::StrCat(analysis_.entities[age.person].key, ":", age.value->mention.value.low->ToString());
    relation.kind = "arithmetic";
    sink_.Relate(std::move(relation), a, b);
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  LexiconId born_, died_, scope_;
  int at_the_time_ = -1;
  std::vector<LifeFact> births_, ages_;
};

}  // namespace

void CheckAgesAgainstBirths(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  AgeChecker(analysis, rule, sink).Run();
}

}  // namespace crosscheck
