#include "compare/role_sentence.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/numbers.h"

namespace crosscheck {

namespace {

constexpr uint32_t kMostWordsBefore = 6;  // of a noun phrase before its title

uint32_t StateOf(absl::string_view group) {
  struct Row {
    absl::string_view name;
    RoleState state;
  };
  static constexpr Row kRows[] = {
      {"former", kRoleFormer}, {"outgoing", kRoleOutgoing}, {"elect", kRoleElect},     {"acting", kRoleActing},
      {"deputy", kRoleDeputy}, {"late", kRoleLate},         {"current", kRoleCurrent}, {"new", kRoleNew},
      {"shadow", kRoleShadow}, {"honorary", kRoleHonorary},
  };
  for (const Row& row : kRows) {
    if (row.name == group) return row.state;
  }
  return 0;
}

}  // namespace

RoleSentence::RoleSentence(const Analysis& analysis, const People& people, const RoleLexicons& lexicons,
                           uint32_t document, uint32_t sentence, std::vector<RoleMention>& out)
    : analysis_(analysis),
      people_(people),
      lexicons_(lexicons),
      document_(document),
      number_(sentence),
      sentence_(analysis.documents[document].sentences[sentence]),
      words_(sentence_.words),
      out_(out) {
  for (const LexiconHit& hit : sentence_.hits) {
    leaving_ = leaving_ || hit.lexicon == lexicons_.leaving;
    entering_ = entering_ || hit.lexicon == lexicons_.entering;
  }
}

bool RoleSentence::Broken(uint32_t at) const { return words_[at].comma_before || words_[at].break_before; }

const LexiconHit* RoleSentence::HitAt(LexiconId lexicon, uint32_t first) const {
  for (auto hit = FirstHitNear(sentence_.hits, first); hit != sentence_.hits.end() && hit->first <= first; ++hit) {
    if (hit->lexicon == lexicon && first < hit->last) return &*hit;
  }
  return nullptr;
}

bool RoleSentence::InsideLonger(const LexiconHit& title) const {
  for (auto hit = FirstHitNear(sentence_.hits, title.first); hit != sentence_.hits.end() && hit->first <= title.first;
       ++hit) {
    if (hit->lexicon == title.lexicon && hit->last >= title.last && hit->last - hit->first > title.last - title.first)
      return true;
  }
  return false;
}

bool RoleSentence::SpeaksOfAnEarlierTime(uint32_t first, uint32_t last) const {
  for (auto hit = FirstHitNear(sentence_.hits, first); hit != sentence_.hits.end() && hit->first < last; ++hit) {
    if (hit->lexicon == lexicons_.then && hit->group != lexicons_.near && hit->first >= first) return true;
  }
  const auto day = analysis_.documents[document_].document->info().published;
  if (!day) return false;
  return std::any_of(words_.begin() + first, words_.begin() + last, [&](const Word& word) {
    int year = 0;
    return word.number && word.text.size() == 4 && absl::SimpleAtoi(word.text, &year) && year > 1900 &&
           year < day->year();
  });
}

bool RoleSentence::IsPast(const LexiconHit& title) const {
  uint32_t first = title.first;
  while (first > 0 && !Broken(first)) --first;
  uint32_t last = title.last;
  while (last < words_.size() && !Broken(last)) ++last;
  if (SpeaksOfAnEarlierTime(first, last)) return true;
  static constexpr absl::string_view kOpeners[] = {"after",  "at", "back",  "before", "by",
                                                   "during", "in", "since", "when"};
  if (!std::binary_search(std::begin(kOpeners), std::end(kOpeners), words_[0].text)) return false;
  uint32_t end = 1;
  while (end < words_.size() && !Broken(end)) ++end;
  return SpeaksOfAnEarlierTime(0, end);
}

const NameMention* RoleSentence::Person(std::vector<NameMention>::const_iterator name) const {
  return MayBePerson(analysis_.entities[name->entity]) ? &*name : nullptr;
}

const NameMention* RoleSentence::PersonStartingAt(uint32_t at) const {
  const auto name = std::partition_point(sentence_.names.begin(), sentence_.names.end(),
                                         [at](const NameMention& n) { return n.first < at; });
  return name != sentence_.names.end() && name->first == at ? Person(name) : nullptr;
}

const NameMention* RoleSentence::PersonEndingAt(uint32_t at) const {
  const auto name = std::partition_point(sentence_.names.begin(), sentence_.names.end(),
                                         [at](const NameMention& n) { return n.last < at; });
  return name != sentence_.names.end() && name->last == at ? Person(name) : nullptr;
}

const NameMention* RoleSentence::LastPersonBefore(uint32_t at) const {
  auto name = std::partition_point(sentence_.names.begin(), sentence_.names.end(),
                                   [at](const NameMention& n) { return n.last <= at; });
  while (name != sentence_.names.begin()) {
    --name;
    const bool in_parenthesis = name->span.begin > 0 && sentence_.text[name->span.begin - 1] == '(';
    if (!in_parenthesis && Person(name) != nullptr) return &*name;
  }
  return nullptr;
}

bool RoleSentence::IsFull(const NameMention& name) const {
  return analysis_.entities[name.entity].tokens.size() >= 2 && !name.partial;
}

uint32_t RoleSentence::SkipHonorifics(uint32_t at) const {
  while (at < words_.size() && HitAt(lexicons_.honorifics, at) != nullptr && PersonStartingAt(at) == nullptr &&
         HitAt(lexicons_.titles, at) == nullptr)
    ++at;
  return at;
}

uint32_t RoleSentence::PhraseStart(uint32_t at) const {
  uint32_t first = at;
  while (first > 0 && at - first < kMostWordsBefore && !Broken(first)) {
    const Word& before = words_[first - 1];
    const bool qualifier = HitAt(lexicons_.qualifiers, first - 1) != nullptr;
    if (before.stop && !qualifier) break;
    --first;
  }
  // What stands before the first capital or qualifier is a verb or an adverb: "said former mayor".
  while (first < at && !words_[first].capital && !words_[first].possessive &&
         HitAt(lexicons_.qualifiers, first) == nullptr)
    ++first;
  return first;
}

void RoleSentence::AddWord(uint32_t at, RoleMention& role) const {
  const Word& word = words_[at];
  if (word.stop || word.number || word.text.size() < 2) return;
  if (!word.capital || HitAt(lexicons_.qualifiers, at) != nullptr) return;
  role.organisation.emplace_back(word.text);
  role.organisation_named = true;
}

void RoleSentence::AddOrganisationAfter(uint32_t at, RoleMention& role, uint32_t& end) const {
  if (at >= words_.size() || Broken(at)) return;
  const absl::string_view link = words_[at].text;
  if (link != "of" && link != "at" && link != "for" && link != "with") return;
  for (uint32_t i = at + 1; i < words_.size() && i <= at + 7 && !Broken(i); ++i) {
    const Word& word = words_[i];
    const bool inside = word.text == "of" || word.text == "the" || word.text == "and" || word.text == "for";
    if ((word.stop && !inside) || (!word.capital && !inside && i > at + 4)) break;
    if (PersonStartingAt(i) != nullptr && HitAt(lexicons_.titles, i - 1) != nullptr) break;
    AddWord(i, role);
    if (!inside) end = i + 1;
  }
}

uint32_t RoleSentence::StatesBetween(uint32_t first, uint32_t last) const {
  uint32_t states = 0;
  for (auto near = FirstHitNear(sentence_.hits, first); near != sentence_.hits.end() && near->first < last; ++near) {
    const LexiconHit& hit = *near;
    if (hit.lexicon != lexicons_.qualifiers || hit.first < first || hit.last > last) continue;
    states |= words_[hit.first].text == "then" ? uint32_t{kRoleThen}
                                               : StateOf(analysis_.lexicons->GroupName(hit.lexicon, hit.group));
  }
  return states;
}

bool RoleSentence::PastJustBefore(uint32_t phrase) const {
  const auto end = std::partition_point(sentence_.hits.begin(), sentence_.hits.end(),
                                        [phrase](const LexiconHit& hit) { return hit.first < phrase; });
  return std::any_of(FirstHitNear(sentence_.hits, phrase), end, [&](const LexiconHit& hit) {
    return hit.lexicon == lexicons_.then && hit.group == lexicons_.near && hit.last <= phrase &&
           (hit.last == phrase || (phrase - hit.last == 1 && words_[hit.last].stop && words_[hit.last].text != "as"));
  });
}

uint32_t RoleSentence::StatesAfter(uint32_t at) const {
  if (at >= words_.size() || Broken(at)) return 0;
  const LexiconHit* hit = HitAt(lexicons_.qualifiers, at);
  if (hit == nullptr || hit->first != at) return 0;
  const uint32_t state = StateOf(analysis_.lexicons->GroupName(hit->lexicon, hit->group));
  return state & (kRoleElect | kRoleHonorary);
}

RoleMention RoleSentence::Start(const LexiconHit& title, uint32_t phrase, uint32_t& end) const {
  RoleMention role;
  role.document = document_;
  role.sentence = number_;
  role.title = title.group;
  role.title_first = title.first;
  role.leaving = leaving_;
  role.entering = entering_;
  role.past = IsPast(title) || PastJustBefore(phrase);
  role.states = StatesBetween(phrase, title.first) | StatesAfter(title.last);
  for (uint32_t i = phrase; i < title.first; ++i) {
    if (HitAt(lexicons_.titles, i) == nullptr) AddWord(i, role);
  }
  end = title.last;
  if (StatesAfter(title.last) != 0) ++end;
  AddOrganisationAfter(end, role, end);
  return role;
}

void RoleSentence::Finish(RoleMention role, const NameMention* person, uint32_t first, uint32_t last) {
  if (person != nullptr) {
    role.person = people_.Canonical(person->entity);
    first = std::min(first, person->first);
    last = std::max(last, person->last);
  }
  std::sort(role.organisation.begin(), role.organisation.end());
  role.organisation.erase(std::unique(role.organisation.begin(), role.organisation.end()), role.organisation.end());
  role.span = {words_[first].span.begin, words_[last - 1].span.end};
  constexpr size_t kLongestSpan = 180;
  if (role.span.size() > kLongestSpan && person != nullptr)
    role.span = {words_[person->first].span.begin, words_[person->last - 1].span.end};
  out_.push_back(std::move(role));
}

}  // namespace crosscheck
