#include "compare/unnamed_ages.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "absl/strings/str_cat.h"
#include "compare/age_facts.h"
#include "compare/named.h"
#include "compare/telling_words.h"

// Ages of persons who are not named in full beside them: by surname or pronoun; and, where a text gives an age without
// a name ("a 78-year-old man"), the age that the other text gives to the one person who can be meant: what is left over
// on both sides when the ages that agree are set aside.
namespace crosscheck {

namespace {

constexpr int kBirthdayDays = 30;  // apart that two texts may be before a birthday between them is likely
constexpr double kAdult = 17;

class AgeComparer {
 public:
  AgeComparer(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis),
        rule_(rule),
        sink_(sink),
        people_(analysis),
        facts_(FindAges(analysis, people_)),
        sexes_(SexesOf(analysis, people_)) {
    by_document_.resize(analysis.documents.size());
    for (size_t i = 0; i < facts_.size(); ++i) by_document_[facts_[i].document].push_back(i);
  }

  void Run() {
    for (uint32_t a = 0; a < by_document_.size(); ++a) {
      for (uint32_t b = a + 1; b < by_document_.size(); ++b) {
        if (IsDraft(a) == IsDraft(b) || !MayCompare(analysis_, a, b)) continue;
        CompareNamed(a, b);
        CompareLeft(a, b);
      }
    }
  }

 private:
  using Members = std::vector<size_t>;

  // ---- when two ages agree

  static bool Overlap(const AgeFact& a, const AgeFact& b) { return a.low <= b.high && b.low <= a.high; }

  // A birthday between two texts: older in the later one by no more than the years between.
  bool DriftExplains(const AgeFact& a, const AgeFact& b) const {
    const auto& x = analysis_.documents[a.document].document->info().published;
    const auto& y = analysis_.documents[b.document].document->info().published;
    if (!x || !y || a.document == b.document) return false;
    const double days = static_cast<double>(*y - *x);
    if (std::abs(days) <= kBirthdayDays) return false;
    const double change = days > 0 ? b.low - a.high : a.low - b.high;
    const double years = std::abs(days) / 365.25;
    return change >= std::floor(years) - 0.5 && change <= std::floor(years) + 1.5;
  }

  bool Agree(const AgeFact& a, const AgeFact& b) const { return Overlap(a, b) || DriftExplains(a, b); }

  // ---- by name

  std::map<uint32_t, Members> Persons(uint32_t d) const {
    std::map<uint32_t, Members> persons;
    for (size_t i : by_document_[d]) {
      const AgeFact& fact = facts_[i];
      if (fact.person != kNoPerson && !fact.other_time) persons[fact.person].push_back(i);
    }
    return persons;
  }

  // Father and son of one name, or a person at two times: a text that gives two ages knows why.
  bool GivesTwo(const Members& members) const {
    return std::any_of(members.begin(), members.end(),
                       [&](size_t i) { return !Overlap(facts_[i], facts_[members.front()]); });
  }

  // Whether the age stands beside the full name: then `find: named` compares it.
  bool HasFullName(const Members& members) const {
    return std::any_of(members.begin(), members.end(), [&](size_t i) { return facts_[i].full; });
  }

  void CompareNamed(uint32_t a, uint32_t b) {
    const std::map<uint32_t, Members> left = Persons(a);
    const std::map<uint32_t, Members> right = Persons(b);
    for (const auto& [person, members] : left) {
      const auto found = right.find(person);
      if (found == right.end() || GivesTwo(members) || GivesTwo(found->second)) continue;
      const AgeFact& x = facts_[members.front()];
      const AgeFact& y = facts_[found->second.front()];
      if (Agree(x, y) || (HasFullName(members) && HasFullName(found->second))) continue;
      Report(members, found->second, person, "two ages of one person");
    }
  }

  // ---- by the part played

  bool IsDraft(uint32_t d) const { return analysis_.documents[d].document->info().role == Role::kDraft; }

  // Ages of `a` that `b` has nowhere.
  Members LeftOver(uint32_t a, uint32_t b) const {
    Members left;
    for (size_t i : by_document_[a]) {
      const AgeFact& fact = facts_[i];
      const bool shared =
          std::any_of(by_document_[b].begin(), by_document_[b].end(), [&](size_t j) { return Agree(fact, facts_[j]); });
      if (!shared && !fact.other_time && fact.low == fact.high) left.push_back(i);
    }
    return left;
  }

  bool HasAge(uint32_t d, uint32_t person) const {
    return std::any_of(by_document_[d].begin(), by_document_[d].end(),
                       [&](size_t i) { return facts_[i].person == person; });
  }

  Sex SexOf(const AgeFact& fact) const {
    if (fact.sex != Sex::kUnsaid || fact.person == kNoPerson) return fact.sex;
    return sexes_[fact.person];
  }

  static bool LikeFigures(double a, double b) {
    const int x = static_cast<int>(a);
    const int y = static_cast<int>(b);
    if (std::abs(x - y) <= 3) return true;
    const bool swapped = x % 10 == y / 10 && x / 10 == y % 10;
    return swapped || (x / 10 == y / 10) || (x % 10 == y % 10 && x > 9 && y > 9);
  }

  // Whether two ages may be those of one person, of whom at least one text does not give the name beside the age.
  bool MayBeOne(const AgeFact& a, const AgeFact& b) const {
    if (a.person != kNoPerson && b.person != kNoPerson) return false;
    if (a.relation != b.relation || (a.relation && a.noun != b.noun)) return false;
    const Sex x = SexOf(a);
    const Sex y = SexOf(b);
    if (x != Sex::kUnsaid && y != Sex::kUnsaid && x != y) return false;
    if ((a.child && b.low > kAdult + 3) || (b.child && a.low > kAdult + 3)) return false;
    const AgeFact& named = a.person != kNoPerson ? a : b;
    const AgeFact& other = a.person != kNoPerson ? b : a;
    if (named.person != kNoPerson && HasAge(other.document, named.person)) return false;
    return LikeFigures(a.low, b.low);
  }

  // What else the two texts say of the two: words of the sentence, and of those that name the person.
  std::vector<WordId> About(const AgeFact& fact, uint32_t person, uint32_t document) const {
    std::vector<WordId> words;
    const auto& sentences = analysis_.documents[document].sentences;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      const bool own = document == fact.document &&
                       (s == fact.sentence || (person == kNoPerson && s + 1 == fact.sentence && fact.noun == 0));
      const bool named = person != kNoPerson &&
                         std::any_of(sentences[s].names.begin(), sentences[s].names.end(),
                                     [&](const NameMention& name) { return people_.Canonical(name.entity) == person; });
      if (!own && !named) continue;
      const std::vector<WordId> told = TellingWords(analysis_, sentences[s]);
      words.insert(words.end(), told.begin(), told.end());
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  bool SameStory(const AgeFact& a, const AgeFact& b) const {
    const AgeFact& named = a.person != kNoPerson ? a : b;
    const AgeFact& other = a.person != kNoPerson ? b : a;
    const bool known = named.person != kNoPerson && people_.Names(other.document, named.person);
    const int shared = SharedWords(About(named, named.person, named.document), About(other, kNoPerson, other.document));
    const int needed = known ? 1 : a.noun != 0 && a.noun == b.noun ? 2 : 3;
    return shared >= needed;
  }

  void CompareLeft(uint32_t a, uint32_t b) {
    const Members left = LeftOver(a, b);
    const Members right = LeftOver(b, a);
    constexpr size_t kMost = 40;
    if (left.size() > kMost || right.size() > kMost) return;
    std::map<size_t, Members> of_left;
    std::map<size_t, Members> of_right;
    for (size_t i : left) {
      for (size_t j : right) {
        if (!MayBeOne(facts_[i], facts_[j]) || !SameStory(facts_[i], facts_[j])) continue;
        of_left[i].push_back(j);
        of_right[j].push_back(i);
      }
    }
    for (const auto& [i, others] : of_left) {
      if (!OneValue(others)) continue;
      const size_t j = others.front();
      if (!OneValue(of_right[j])) continue;
      const uint32_t person = facts_[i].person != kNoPerson ? facts_[i].person : facts_[j].person;
      Report({i}, {j}, person, "the one age in each text that the other does not have, of what may be one person");
    }
  }

  // All of one age, and of one person where they have names.
  bool OneValue(const Members& members) const {
    return std::all_of(members.begin(), members.end(), [&](size_t i) {
      return facts_[i].low == facts_[members.front()].low &&
             (facts_[i].person == facts_[members.front()].person || facts_[i].person == kNoPerson);
    });
  }

  // ---- what is found

  ClaimIndex AddClaim(const AgeFact& fact, uint32_t person) {
    const DocumentAnalysis& document = analysis_.documents[fact.document];
    const Sentence& sentence = document.sentences[fact.sentence];
    uint32_t first = fact.first;
    uint32_t last = fact.last;
    if (fact.place_first < fact.place_last) {
      first = std::min(first, fact.place_first);
      last = std::max(last, fact.place_last);
    }
    Claim claim = ClaimAt(document, sentence, {sentence.words[first].span.begin, sentence.words[last - 1].span.end});
    claim.rule = rule_.id;
    claim.attribute = "age";
    if (person != kNoPerson) claim.subject = analysis_.entities[person].key;
    claim.value.kind = "age";
    claim.value.canonical = absl::StrCat(static_cast<int>(fact.low), "..", static_cast<int>(fact.high));
    return sink_.AddClaim(std::move(claim));
  }

  void Report(const Members& left, const Members& right, uint32_t person, absl::string_view reason) {
    for (size_t i : left) {
      for (size_t j : right) {
        if (i != left.front() && j != right.front()) continue;
        const ClaimIndex a = AddClaim(facts_[i], person);
        const ClaimIndex b = AddClaim(facts_[j], person);
        Relation relation = MakeRelation(analysis_, rule_, {sink_.claim(a), facts_[i].document},
                                         {sink_.claim(b), facts_[j].document}, reason);
        relation.a = a;
        relation.b = b;
        relation.question = person != kNoPerson
                                ? analysis_.entities[person].key
                                : absl::StrCat("age ", facts_[left.front()].low, " ", facts_[right.front()].low);
        sink_.AddRelation(std::move(relation));
      }
    }
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  const People people_;
  const std::vector<AgeFact> facts_;
  const std::vector<Sex> sexes_;
  std::vector<Members> by_document_;
};

}  // namespace

void CompareUnnamedAges(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  AgeComparer(analysis, rule, sink).Run();
}

}  // namespace crosscheck
