#include "compare/role_mentions.h"

#include <algorithm>
#include <utility>

#include "compare/role_sentence.h"

namespace crosscheck {

namespace {

constexpr uint32_t kMostWordsAfter = 7;  // between a name and the title after it

// Reads the roles of one sentence.
class SentenceReader : private RoleSentence {
 public:
  SentenceReader(const Analysis& analysis, const People& people, const RoleLexicons& lexicons, uint32_t document,
                 uint32_t sentence, std::vector<RoleMention>& out)
      : RoleSentence(analysis, people, lexicons, document, sentence, out) {}

  void Run() {
    for (const LexiconHit& hit : sentence_.hits) {
      if (hit.lexicon == lexicons_.titles && !InsideLonger(hit)) ReadTitle(hit);
      if (hit.lexicon == lexicons_.verbs) ReadVerb(hit);
      if (hit.lexicon == lexicons_.credits) ReadCredit(hit);
      if (hit.lexicon == lexicons_.leaving && hit.group == lexicons_.left) ReadLeaver(hit);
    }
    for (uint32_t i = 0; i < words_.size(); ++i) {
      if (words_[i].text == "predecessor") ReadPredecessor(i);
    }
  }

 private:
  // ---- where a title can stand

  void ReadTitle(const LexiconHit& title) {
    if (words_[title.last - 1].possessive) return;  // "the mayor's office"
    if (ReadLabel(title) || ReadBeforeName(title) || ReadInBrackets(title) || ReadAfterName(title) ||
        ReadAfterVerb(title) || ReadAfterPossessive(title) || ReadSignature(title))
      return;
    ReadNameless(title);
  }

  // "interim chief executive Dana X", "chairman and chief executive Dana X", "the Special Envoy, Ms. Dana X,".
  bool ReadBeforeName(const LexiconHit& title) {
    uint32_t end = title.last;
    const uint32_t phrase = PhraseStart(title.first);
    uint32_t after = 0;
    RoleMention role = Start(title, phrase, after);
    if (end < words_.size() && StatesAfter(end) != 0) ++end;
    if (end >= words_.size()) return false;
    const NameMention* person = nullptr;
    uint32_t at = SkipHonorifics(SkipAge(end));
    if ((!Broken(end) || at != end) && (person = PersonStartingAt(at)) != nullptr) {
      role.bare = !IsFull(*person) && role.organisation.empty() && role.states == 0;
    } else if (!Broken(end) && (words_[end].text == "and" || words_[end].text == "turned")) {
      person = NameAfterSecondTitle(end + 1);
    } else {
      at = after < words_.size() && words_[after].comma_before ? SkipHonorifics(after)
                                                               : static_cast<uint32_t>(words_.size());
      person = at < words_.size() ? PersonStartingAt(at) : nullptr;
      if (person != nullptr && !ClosesApposition(title, *person)) person = nullptr;
    }
    if (person == nullptr) return false;
    Finish(std::move(role), person, phrase, title.last);
    return true;
  }

  // "the caretaker, 58-year-old Jane Doe"
  uint32_t SkipAge(uint32_t at) const {
    if (at + 3 >= words_.size() || !words_[at].number || words_[at + 1].text != "year" || words_[at + 2].text != "old")
      return at;
    return at + 3;
  }

  // "Manager: Jane Doe", "Clerk: Miss V. Doe": a line of a list, or one item of a line.
  bool ReadLabel(const LexiconHit& title) {
    if (title.last >= words_.size() || !words_[title.last].break_before || !words_[title.first].capital) return false;
    const size_t end = words_[title.last - 1].span.end;
    if (end >= sentence_.text.size() || sentence_.text[end] != ':') return false;
    if (title.first > 0 && !Broken(title.first) && !words_[title.first - 1].capital) return false;
    const uint32_t at = SkipHonorifics(title.last);
    const NameMention* person = at < words_.size() ? PersonStartingAt(at) : nullptr;
    if (person == nullptr) return false;
    uint32_t after = 0;
    Finish(Start(title, title.first, after), person, title.first, title.last);
    return true;
  }

  // "Jane Doe (head teacher)"
  bool ReadInBrackets(const LexiconHit& title) {
    const NameMention* person = LastPersonBefore(title.first);
    if (person == nullptr || person->last >= words_.size() || title.first - person->last > 4) return false;
    const size_t from = words_[person->last - 1].span.end;
    const size_t open = sentence_.text.find_first_not_of(' ', from);
    if (open == absl::string_view::npos || sentence_.text[open] != '(') return false;
    const size_t close = sentence_.text.find(')', open);
    if (close == absl::string_view::npos || words_[title.last - 1].span.end > close) return false;
    if (title.last < words_.size() && words_[title.last].span.begin < close && !IsHead(title)) return false;
    uint32_t end = 0;
    RoleMention role = Start(title, person->last, end);
    Finish(std::move(role), person, person->first, title.last);
    return true;
  }

  // "Jane Doe's appointment as medical director"
  bool ReadAfterPossessive(const LexiconHit& title) {
    uint32_t as = title.first;
    while (as > 0 && title.first - as < 3 && !Broken(as) && words_[as].text != "as") --as;
    if (words_[as].text != "as" || as < 2) return false;
    const NameMention* person = nullptr;
    for (uint32_t i = as; i-- > 0 && as - i <= 5 && person == nullptr;) {
      if (Broken(i + 1)) return false;
      if (words_[i].possessive) person = PersonEndingAt(i + 1);
    }
    if (person == nullptr || !IsHead(title)) return false;
    uint32_t end = 0;
    RoleMention role = Start(title, std::max(PhraseStart(title.first), as + 1), end);
    role.entering = true;
    Finish(std::move(role), person, person->first, end);
    return true;
  }

  // "Directed by Jane Doe"
  void ReadCredit(const LexiconHit& credit) {
    if (credit.last >= words_.size()) return;
    const NameMention* person = PersonStartingAt(SkipHonorifics(credit.last));
    const int title =
        analysis_.lexicons->FindGroup(lexicons_.titles, analysis_.lexicons->GroupName(credit.lexicon, credit.group));
    if (person == nullptr || title < 0) return;
    RoleMention role;
    role.document = document_;
    role.sentence = number_;
    role.title = title;
    role.title_first = credit.first;
    Finish(std::move(role), person, credit.first, person->last);
  }

  // "the chair, Jane Doe," and not "told the judge, Doe said": a full name that a comma or the end follows.
  bool ClosesApposition(const LexiconHit& title, const NameMention& person) const {
    const uint32_t phrase = PhraseStart(title.first);
    static constexpr absl::string_view kArticles[] = {"a", "an", "her", "his", "its", "our", "the", "their"};
    const bool definite =
        phrase > 0 && std::binary_search(std::begin(kArticles), std::end(kArticles), words_[phrase - 1].text);
    const bool possessive = phrase < title.first && words_[title.first - 1].possessive;
    if (!definite && !possessive && !words_[title.first].capital) return false;
    const bool honorific = person.first > 0 && HitAt(lexicons_.honorifics, person.first - 1) != nullptr;
    return (IsFull(person) || honorific) && (person.last >= words_.size() || Broken(person.last));
  }

  const NameMention* NameAfterSecondTitle(uint32_t at) const {
    for (uint32_t i = at; i < words_.size() && i < at + 4 && !Broken(i); ++i) {
      const LexiconHit* second = HitAt(lexicons_.titles, i);
      if (second != nullptr && second->first == i && second->last < words_.size() && !Broken(second->last))
        return PersonStartingAt(second->last);
    }
    return nullptr;
  }

  // Whether the words from the end of a name to a title are the beginning of an apposition and nothing else.
  bool IsApposition(uint32_t from, uint32_t to) const {
    if (from >= to && from < words_.size() && !words_[from].comma_before) return false;
    if (to - from > kMostWordsAfter) return false;
    for (uint32_t i = from; i < to; ++i) {
      const Word& word = words_[i];
      if (i > from && word.comma_before && !AgeBetween(from, i)) return false;
      if (i > from && word.break_before) return false;
      static constexpr absl::string_view kAllowed[] = {"a",   "an",    "and",  "its", "of", "our",
                                                       "the", "their", "then", "who", "is"};
      const bool allowed = std::find(std::begin(kAllowed), std::end(kAllowed), word.text) != std::end(kAllowed);
      if (word.stop && !allowed && HitAt(lexicons_.qualifiers, i) == nullptr) return false;
      if (i > from && PersonStartingAt(i) != nullptr && IsFull(*PersonStartingAt(i))) return false;
    }
    return true;
  }

  // "Doe, 54, mayor of …"
  bool AgeBetween(uint32_t from, uint32_t to) const { return to == from + 1 && words_[from].number; }

  const NameMention* NameBeforeApposition(const LexiconHit& title) const {
    const NameMention* person = LastPersonBefore(title.first);
    if (person == nullptr || person->last >= words_.size()) return nullptr;
    uint32_t from = person->last;
    if (words_[from].break_before && !words_[from].comma_before) from = AfterParenthesis(from);
    if (from < words_.size() && !words_[from].comma_before) from = AfterHome(from);
    if (from >= words_.size() || from > title.first) return nullptr;
    if (!words_[from].comma_before && words_[from].text != "is" && from == person->last) return nullptr;
    if (words_[from].text == "who" && (from + 1 >= words_.size() || words_[from + 1].text != "is")) return nullptr;
    return IsApposition(from, title.first) ? person : nullptr;
  }

  // "Mei Tan of Havn University, senior author": behind the place or firm that somebody is of.
  uint32_t AfterHome(uint32_t from) const {
    const absl::string_view link = words_[from].text;
    if (link != "of" && link != "from" && link != "at") return from;
    uint32_t at = from + 1;
    while (at < words_.size() && at < from + 7 && !Broken(at) &&
           (words_[at].capital || words_[at].text == "of" || words_[at].text == "the"))
      ++at;
    return at < words_.size() && words_[at].comma_before ? at : from;
  }

  uint32_t AfterParenthesis(uint32_t from) const {
    const absl::string_view text = sentence_.text;
    const size_t begin = words_[from - 1].span.end;
    const size_t open = text.find('(', begin);
    if (open == absl::string_view::npos || open > words_[from].span.begin) return static_cast<uint32_t>(words_.size());
    const size_t close = text.find(')', open);
    uint32_t at = from;
    while (at < words_.size() && close != absl::string_view::npos && words_[at].span.begin < close) ++at;
    return at;
  }

  // A title is the head of its phrase: "coach", not "coach driver".
  bool IsHead(const LexiconHit& title) const {
    if (title.last >= words_.size() || Broken(title.last)) return true;
    const Word& next = words_[title.last];
    return next.stop || StatesAfter(title.last) != 0 || HitAt(lexicons_.leaving, title.last) != nullptr ||
           HitAt(lexicons_.entering, title.last) != nullptr;
  }

  // "Dana X, the former finance chief of Acme", "Dana X (Greens), deputy chair", "Dana X is the mayor".
  bool ReadAfterName(const LexiconHit& title) {
    const NameMention* person = NameBeforeApposition(title);
    if (person == nullptr || !IsHead(title)) return false;
    uint32_t end = 0;
    const uint32_t phrase = std::max(PhraseStart(title.first), person->last);
    RoleMention role = Start(title, phrase, end);
    Finish(std::move(role), person, person->first, end);
    return true;
  }

  // The person whose verb begins at `verb`: just before it, or before an apposition or a relative clause between
  // commas.
  const NameMention* SubjectOf(uint32_t verb) const {
    const NameMention* person = LastPersonBefore(verb);
    if (person != nullptr && verb - person->last <= 4 && !(verb < words_.size() && words_[verb].comma_before)) {
      bool clean = true;
      for (uint32_t i = person->last; i < verb; ++i) clean = clean && !Broken(i);
      if (clean) return person;
    }
    uint32_t comma = verb;
    while (comma > 0 && verb - comma < 4 && !words_[comma].comma_before) --comma;
    if (comma == 0 || !words_[comma].comma_before)
      return person != nullptr && verb - person->last <= 4 ? person : nullptr;
    // Back to the first comma of the clause: the name that stands before it.
    for (const NameMention& name : sentence_.names) {
      if (name.last > comma || name.last >= words_.size() || !words_[name.last].comma_before) continue;
      if (Person(sentence_.names.begin() + (&name - sentence_.names.data())) == nullptr) continue;
      bool whole = true;
      for (uint32_t i = name.last + 1; i < comma; ++i) whole = whole && !words_[i].break_before;
      if (whole && (IsFull(name) || name.partial)) return &name;
    }
    return nullptr;
  }

  // "Dana X was confirmed as chief executive", "Dana X resigned as mayor".
  bool ReadAfterVerb(const LexiconHit& title) {
    const LexiconHit* verb = nullptr;
    const uint32_t from = title.first > kMostWordsAfter ? title.first - kMostWordsAfter : 0;
    for (auto near = FirstHitNear(sentence_.hits, from); near != sentence_.hits.end() && near->first < title.first;
         ++near) {
      const LexiconHit& hit = *near;
      if (hit.last > title.first) continue;
      if ((hit.lexicon == lexicons_.leaving || hit.lexicon == lexicons_.entering || hit.lexicon == lexicons_.being) &&
          title.first - hit.last <= 5)
        verb = &hit;
    }
    if (verb == nullptr || !IsHead(title)) return false;
    for (uint32_t i = verb->last; i < title.first; ++i) {
      if (Broken(i) || (words_[i].stop && words_[i].text != "as" && words_[i].text != "the" &&
                        words_[i].text != "its" && words_[i].text != "a" && HitAt(lexicons_.qualifiers, i) == nullptr))
        return false;
    }
    const NameMention* person = SubjectOf(verb->first);
    if (person == nullptr) return false;
    uint32_t end = 0;
    RoleMention role = Start(title, std::max(PhraseStart(title.first), verb->last), end);
    if (verb->lexicon == lexicons_.leaving) {
      role.states |= verb->group == lexicons_.left ? kRoleFormer : kRoleOutgoing;
    } else if (verb->lexicon == lexicons_.being) {
      role.entering = role.entering || verb->group == lexicons_.will_be;
    } else if (verb->group == lexicons_.confirmed) {
      role.states |= kRoleCurrent;
    }
    Finish(std::move(role), person, person->first, end);
    return true;
  }

  // "Marisol Vance Chief Executive Officer": two lines of a signature that were joined; a line of a title alone under a
  // line of a name; the title cell of a row that begins with a name.
  bool ReadSignature(const LexiconHit& title) {
    constexpr uint32_t kLongestLine = 8;
    if (words_.size() > kLongestLine + 3 || !words_[title.first].capital) return false;
    const NameMention* person = PersonEndingAt(title.first);
    if (person != nullptr && person->first == 0 && IsFull(*person)) {
      uint32_t end = 0;
      RoleMention role = Start(title, title.first, end);
      Finish(std::move(role), person, person->first, end);
      return true;
    }
    if (PhraseStart(title.first) != 0 || !sentence_.names.empty()) return false;
    const uint32_t entity = sentence_.block->cell ? NameOfRow() : NameOfLineBefore();
    if (entity == kNobody) return false;
    uint32_t end = 0;
    RoleMention role = Start(title, 0, end);
    role.person = people_.Canonical(entity);
    Finish(std::move(role), nullptr, 0, end);
    return true;
  }

  uint32_t NameOfRow() const {
    const auto& sentences = analysis_.documents[document_].sentences;
    const CellInfo& cell = *sentence_.block->cell;
    for (uint32_t s = number_; s-- > 0 && number_ - s < 12;) {
      const Sentence& other = sentences[s];
      if (!other.block->cell || other.block->cell->table != cell.table || other.block->cell->row != cell.row) break;
      if (const uint32_t entity = WholeName(other); entity != kNobody) return entity;
    }
    return kNobody;
  }

  uint32_t NameOfLineBefore() const {
    if (number_ == 0 || HasVerbLikeEnd()) return kNobody;
    return WholeName(analysis_.documents[document_].sentences[number_ - 1]);
  }

  bool HasVerbLikeEnd() const {
    return !sentence_.text.empty() && (sentence_.text.back() == '.' || sentence_.text.back() == '?');
  }

  uint32_t WholeName(const Sentence& line) const {
    if (line.names.size() != 1 || line.words.size() > 5) return kNobody;
    const NameMention& name = line.names.front();
    const bool whole = name.last == line.words.size() && name.first <= 1;
    return whole && MayBePerson(analysis_.entities[name.entity]) && IsFull(name) ? name.entity : kNobody;
  }

  // "The former president of the City Council": who it is, the other documents may know.
  void ReadNameless(const LexiconHit& title) {
    const uint32_t phrase = PhraseStart(title.first);
    if (phrase == 0 || words_[phrase - 1].text != "the") return;
    uint32_t end = 0;
    RoleMention role = Start(title, phrase, end);
    if (!role.organisation_named || (role.states & (kRoleFormer | kRoleElect | kRoleActing)) == 0) return;
    Finish(std::move(role), nullptr, phrase - 1, end);
  }

  // "Petra X, who chairs the housing committee".
  void ReadVerb(const LexiconHit& verb) {
    uint32_t at = verb.first;
    while (at > 0 && verb.first - at < 2 && words_[at - 1].all_caps && PersonEndingAt(at) == nullptr) --at;
    const NameMention* person = PersonEndingAt(at);
    if (person == nullptr) return;
    const int title =
        analysis_.lexicons->FindGroup(lexicons_.titles, analysis_.lexicons->GroupName(verb.lexicon, verb.group));
    if (title < 0) return;
    RoleMention role;
    role.document = document_;
    role.sentence = number_;
    role.title = title;
    role.title_first = verb.first;
    role.leaving = leaving_;
    role.entering = entering_;
    role.past = IsPast(verb);
    uint32_t end = verb.last;
    for (uint32_t i = verb.last; i < words_.size() && i < verb.last + 5 && !Broken(i); ++i) {
      if (words_[i].stop && words_[i].text != "the" && words_[i].text != "of") break;
      AddWord(i, role);
      end = i + 1;
    }
    Finish(std::move(role), person, person->first, end);
  }

  RoleMention FormerOfSomething(uint32_t at) const {
    RoleMention role;
    role.document = document_;
    role.sentence = number_;
    role.title_first = at;
    role.states = kRoleFormer;
    role.leaving = true;
    role.entering = entering_;
    return role;
  }

  // "Anders X, who left office on 31 March"
  void ReadLeaver(const LexiconHit& verb) {
    const uint32_t from = verb.first > 0 && words_[verb.first - 1].text == "who" ? verb.first - 1 : verb.first;
    if (words_[from].text != "who") return;
    const NameMention* person = PersonEndingAt(from);
    if (person == nullptr || HitAt(lexicons_.titles, person->first == 0 ? 0 : person->first - 1) != nullptr) return;
    const bool as = verb.last < words_.size() && words_[verb.last].text == "as";
    if (as) return;  // read with its title
    Finish(FormerOfSomething(verb.first), person, person->first, verb.last);
  }

  // "her predecessor, Mr. Anders X"
  void ReadPredecessor(uint32_t at) {
    const uint32_t name = SkipHonorifics(at + 1);
    if (name >= words_.size() || name > at + 4) return;
    const NameMention* person = PersonStartingAt(name);
    if (person == nullptr) return;
    Finish(FormerOfSomething(at), person, at > 0 ? at - 1 : at, person->last);
  }
};

}  // namespace

std::vector<RoleMention> FindRoles(const Analysis& analysis, const People& people) {
  std::vector<RoleMention> roles;
  const RoleLexicons lexicons(*analysis.lexicons);
  if (lexicons.titles == kNoLexicon || lexicons.qualifiers == kNoLexicon) return roles;
  for (uint32_t d = 0; d < analysis.documents.size(); ++d) {
    for (uint32_t s = 0; s < analysis.documents[d].sentences.size(); ++s)
      SentenceReader(analysis, people, lexicons, d, s, roles).Run();
  }
  return roles;
}

}  // namespace crosscheck
